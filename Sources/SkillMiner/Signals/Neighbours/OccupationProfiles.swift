public import Taxonomy

/// What each occupation asks for, as shares drawn towards those of all occupations: with few offers an occupation looks
/// like the others, with many like itself.
///
/// Savoir-être, languages and diplomas are left out: every occupation asks for them, so they bring none nearer.
public struct OccupationProfiles: Sendable {
  /// A close occupation.
  public struct Neighbour: Hashable, Sendable {
    /// The card.
    public let occupation: ROMECode
    /// Cosine of the two profiles, 0…1.
    public let similarity: Double
    /// Distinct offers of the card.
    public let offers: Int
    /// Families that both ask for (lower bounds of at least 3 %).
    public let shared: Int
    /// What a person coming from the first occupation would have to learn, most demanded first.
    public let toLearn: [Lesson]
  }

  /// Closeness below which two occupations are not called neighbours.
  public static let closeness = 0.3

  /// A family asked for more by the occupation one moves to.
  public struct Lesson: Hashable, Sendable {
    /// The family.
    public let family: String
    /// Share of the offers that ask for it where one comes from, after shrinkage.
    public let shareFrom: Double
    /// Share where one goes, after shrinkage.
    public let shareTo: Double
    /// Bounds of the share where one goes, 95 %.
    public let lowerTo: Double
  }

  /// Fewest offers of an occupation that has a profile.
  public static let support = 30
  /// Fewest offers that ask for a family.
  static let familySupport = 30
  /// A family is worth learning from this lower bound on.
  static let lessonShare = 0.03

  /// Occupations with a profile, ascending, and their distinct offers.
  public let occupations: [(code: ROMECode, offers: Int)]
  private let disclosure: Disclosure
  /// Known employers by family, then occupation.
  private let employers: [[Int]]
  private let families: [String]
  private let shrinkage: [BetaBinomialShrinkage]
  /// Asking offers by family, then occupation.
  private let counts: [[Int]]
  /// Shrunk shares by occupation, then family.
  private let shares: [[Double]]

  /// - Parameters:
  ///   - cube: facts; a near-duplicate cluster counts once an occupation.
  ///   - known: what is known of each family.
  ///   - disclosure: to whom the result is shown; small cells make no lesson for the public.
  public init(
    _ cube: CubeColumns, families known: CompetencyFamilies, disclosure: Disclosure = .published
  ) {
    self.disclosure = disclosure
    var who: [Int32: [Int32: Set<Int32>]] = [:]
    var everybody = [Set<Int32>](repeating: [], count: cube.occupationCodes.count)
    struct Place: Hashable {
      let cluster: Int64
      let occupation: Int32
    }
    var seen = Set<Place>()
    var offers = [Int](repeating: 0, count: cube.occupationCodes.count)
    var asking: [Int32: [Int32: Int]] = [:]
    for index in 0..<cube.count {
      let occupation = cube.occupations[index]
      guard occupation >= 0,
        seen.insert(Place(cluster: cube.clusters[index], occupation: occupation)).inserted
      else { continue }
      offers[Int(occupation)] += 1
      let employer = cube.employers[index]
      if employer >= 0 { everybody[Int(occupation)].insert(employer) }
      for family in cube.families(of: index) {
        asking[family, default: [:]][occupation, default: 0] += 1
        if employer >= 0 { who[family, default: [:]][occupation, default: []].insert(employer) }
      }
    }
    let places = offers.indices.filter {
      offers[$0] >= Self.support && !disclosure.hides(offers: offers[$0], employers: everybody[$0].count)
    }
    .sorted { cube.occupationCodes[$0] < cube.occupationCodes[$1] }
    let total = offers.reduce(0, +)
    var families: [String] = []
    var counts: [[Int]] = []
    var employers: [[Int]] = []
    var shrinkage: [BetaBinomialShrinkage] = []
    for (name, number) in cube.familyNames.map({ ($1, $0) }).sorted(by: { $0.0 < $1.0 }) {
      guard let table = asking[number], Self.isComparable(known[name]?.kind) else { continue }
      let all = table.values.reduce(0, +)
      guard all >= Self.familySupport else { continue }
      let row = places.map { table[Int32($0)] ?? 0 }
      families.append(name)
      counts.append(row)
      employers.append(places.map { who[number]?[Int32($0)]?.count ?? 0 })
      shrinkage.append(
        BetaBinomialShrinkage(
          places: zip(row, places).map { (yes: Double($0), total: Double(offers[$1])) },
          parentShare: Double(all) / Double(total), tolerance: 1e-4))
    }
    occupations = places.map { (cube.occupationCodes[$0], offers[$0]) }
    self.families = families
    self.counts = counts
    self.employers = employers
    self.shrinkage = shrinkage
    shares = places.indices.map { place in
      families.indices.map {
        shrinkage[$0].share(yes: Double(counts[$0][place]), total: Double(offers[places[place]]))
      }
    }
  }

  /// The occupations closest to one, closest first; `nil` when it has no profile.
  public func neighbours(of code: ROMECode, limit: Int, lessons: Int) -> [Neighbour]? {
    guard let from = occupations.firstIndex(where: { $0.code == code }) else { return nil }
    return occupations.indices.filter { $0 != from }
      .map { ($0, CosineSimilarity.value(shares[from], shares[$0])) }
      .filter { $0.1 >= Self.closeness }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      .prefix(limit)
      .map { to, similarity in
        Neighbour(
          occupation: occupations[to].code, similarity: similarity, offers: occupations[to].offers,
          shared: shared(from, to), toLearn: lessonsToLearn(from: from, to: to, limit: lessons))
      }
  }

  private func shared(_ a: Int, _ b: Int) -> Int {
    families.indices.count { family in
      shares[a][family] >= Self.lessonShare && shares[b][family] >= Self.lessonShare
        && [a, b].allSatisfy {
          shrinkage[family].estimate(
            yes: Double(counts[family][$0]), total: Double(occupations[$0].offers)
          ).lower >= Self.lessonShare
        }
    }
  }

  private func lessonsToLearn(from: Int, to: Int, limit: Int) -> [Lesson] {
    var lessons: [Lesson] = []
    let candidates = families.indices.filter { shares[to][$0] > shares[from][$0] }
      .sorted { (shares[to][$1] - shares[from][$1], $0) < (shares[to][$0] - shares[from][$0], $1) }
    for family in candidates {
      if lessons.count == limit { break }
      guard !disclosure.hides(offers: counts[family][to], employers: employers[family][to]) else { continue }
      let there = shrinkage[family].estimate(
        yes: Double(counts[family][to]), total: Double(occupations[to].offers))
      let here = shrinkage[family].estimate(
        yes: Double(counts[family][from]), total: Double(occupations[from].offers))
      // Asked for, and more than where one comes from, beyond what chance explains.
      guard there.lower >= Self.lessonShare, there.lower > here.upper else { continue }
      lessons.append(
        Lesson(
          family: families[family], shareFrom: here.share, shareTo: there.share, lowerTo: there.lower))
    }
    return lessons
  }

  private static func isComparable(_ kind: CompetencyFamily.Kind?) -> Bool {
    switch kind {
    case .softSkill, .language, .diploma: false
    case .knowHow, .knowledge, .tool, .credential, nil: true
    }
  }
}
