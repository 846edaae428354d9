import Taxonomy

/// Puts together the gaps of one certification that are asked for together: average-linkage clustering on normalised
/// PMI over offers, strongest pair first, until no pair reaches the threshold or modules are full.
enum GapGrouping {
  /// - Parameters:
  ///   - incidence: for each gap, the offers (ascending) that ask for it.
  ///   - total: all offers.
  /// - Returns: groups of positions in `incidence`, each ascending, ordered by their first position.
  static func groups(incidence: [[Int]], total: Int, threshold: Double, maximumSize: Int) -> [[Int]] {
    let count = incidence.count
    let sets = incidence.map(Set.init)
    var cohesion = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for a in 0..<count {
      for b in 0..<a {
        let value = NormalisedPMI.value(
          both: sets[a].intersection(sets[b]).count, first: sets[a].count, second: sets[b].count, total: total
        )
        cohesion[a][b] = value
        cohesion[b][a] = value
      }
    }
    var groups = (0..<count).map { [$0] }
    while let (a, b) = closest(groups, cohesion, threshold, maximumSize) {
      groups[a] = (groups[a] + groups[b]).sorted()
      groups.remove(at: b)
    }
    return groups.sorted { $0[0] < $1[0] }
  }

  /// The pair of groups with the strongest mean cohesion; the earliest pair when several are equally strong.
  private static func closest(
    _ groups: [[Int]], _ cohesion: [[Double]], _ threshold: Double, _ maximumSize: Int
  ) -> (Int, Int)? {
    var best: (Int, Int)?
    var strongest = threshold
    for a in groups.indices {
      for b in groups.indices.dropFirst(a + 1) where groups[a].count + groups[b].count <= maximumSize {
        var sum = 0.0
        for x in groups[a] { for y in groups[b] { sum += cohesion[x][y] } }
        let mean = sum / Double(groups[a].count * groups[b].count)
        if mean > strongest || (best == nil && mean == strongest) {
          strongest = mean
          best = (a, b)
        }
      }
    }
    return best
  }
}
