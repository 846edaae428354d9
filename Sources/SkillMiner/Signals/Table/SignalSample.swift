/// The distinct offers of two windows, arranged for counting: where each stands, at which employer, and who asks for
/// which family. A near-duplicate cluster counts once a window, from its first member.
struct SignalSample {
  /// How finely the calendar enters the strata.
  enum Season: String {
    case month
    case quarter
    case none
  }

  private(set) var offers: [Int64] = []
  private(set) var isRecent: [Bool] = []
  private(set) var months: [Int32] = []
  private(set) var sources: [Int32] = []
  /// Known employers; `-1` when unknown.
  private(set) var employers: [Int32] = []
  /// What goes together: the employer, else the near-duplicate cluster.
  private(set) var clusters: [Int32] = []
  /// Occupation × source.
  private(set) var groups: [Int32] = []
  private(set) var groupCount = 0
  /// Families by number in the store, ascending by identifier.
  let families: [Int32]
  /// Offers that ask for the family of the same place, ascending.
  let asking: [[Int32]]

  /// - Parameter poolsSources: leaves feeds out of the groups, so that what feeds differ by shows as change.
  init(_ cube: CubeColumns, windows: SignalWindows, poolsSources: Bool) {
    struct Post: Hashable {
      let cluster: Int64
      let recent: Bool
    }
    struct Group: Hashable {
      let occupation: Int32
      let source: Int32
    }
    enum Together: Hashable {
      case employer(Int32)
      case texts(Int64)
    }
    var seen = Set<Post>()
    var groupNumbers: [Group: Int32] = [:]
    var clusterNumbers: [Together: Int32] = [:]
    var postings = [[Int32]](repeating: [], count: Int(cube.families.max() ?? -1) + 1)
    for index in 0..<cube.count {
      let month = Int(cube.months[index])
      let recent = windows.recent.contains(month)
      guard recent || windows.reference.contains(month),
        seen.insert(Post(cluster: cube.clusters[index], recent: recent)).inserted
      else { continue }
      for family in cube.families(of: index) { postings[Int(family)].append(Int32(offers.count)) }
      offers.append(cube.offers[index])
      isRecent.append(recent)
      months.append(cube.months[index])
      sources.append(cube.sources[index])
      let employer = cube.employers[index]
      employers.append(employer)
      clusters.append(
        Self.number(of: employer < 0 ? .texts(cube.clusters[index]) : .employer(employer), &clusterNumbers))
      groups.append(
        Self.number(
          of: Group(occupation: cube.occupations[index], source: poolsSources ? 0 : cube.sources[index]),
          &groupNumbers))
    }
    groupCount = groupNumbers.count
    let named = postings.indices.filter { !postings[$0].isEmpty }.map { Int32($0) }
    let names = cube.familyNames
    families = named.sorted { (names[$0] ?? "") < (names[$1] ?? "") }
    asking = families.map { postings[Int($0)] }
  }

  /// Strata of a design: groups, cut by calendar month or quarter where the windows hold the same months and the cut
  /// leaves enough to compare.
  func strata(_ windows: SignalWindows, rules: SignalRules) -> (stratum: [Int32], season: Season) {
    guard windows.areSameMonths else { return (groups, .none) }
    let whole = information(groups)
    for (season, width) in [(Season.month, 1), (.quarter, 3)] {
      var numbers: [Int64: Int32] = [:]
      let cut = groups.indices.map { index -> Int32 in
        let slice = Int64(months[index]) % 12 / Int64(width)
        return Self.number(of: Int64(groups[index]) * 12 + slice, &numbers)
      }
      if information(cut) >= rules.monthlyStrata * whole { return (cut, season) }
    }
    return (groups, .none)
  }

  /// Σ n₁n₂/N.
  private func information(_ stratum: [Int32]) -> Double {
    var counts = [(recent: Double, reference: Double)](
      repeating: (0, 0), count: Int(stratum.max() ?? -1) + 1)
    for (index, s) in stratum.enumerated() {
      if isRecent[index] { counts[Int(s)].recent += 1 } else { counts[Int(s)].reference += 1 }
    }
    return counts.reduce(0) {
      let n = $1.recent + $1.reference
      return n > 0 ? $0 + $1.recent * $1.reference / n : $0
    }
  }

  private static func number<Key: Hashable>(of key: Key, _ table: inout [Key: Int32]) -> Int32 {
    if let known = table[key] { return known }
    let number = Int32(table.count)
    table[key] = number
    return number
  }
}
