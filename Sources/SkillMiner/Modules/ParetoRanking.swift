import Taxonomy

/// Orders candidates: Pareto fronts first, so that no weight can put a candidate before one that is at least as strong
/// on every criterion; inside a front by the weighted mean of the criteria, each on the scale of its largest value.
enum ParetoRanking {
  static func ranked(
    _ candidates: [ModuleCandidate], weights: AnalysisParameters.Weights
  ) -> [ModuleCandidate] {
    let values = candidates.map { vector($0.criteria) }
    let fronts = fronts(values)
    let largest = (0..<6).map { k in values.map { $0[k] }.max() ?? 0 }
    let weight = [
      weights.demand, weights.employers, weights.territories, weights.depth, weights.transferability,
      weights.provided,
    ]
    let sum = weight.reduce(0, +)
    return candidates.indices.map { i in
      var candidate = candidates[i]
      candidate.front = fronts[i]
      var score = 0.0
      for k in 0..<6 where largest[k] > 0 { score += weight[k] * values[i][k] / largest[k] }
      candidate.score = sum > 0 ? score / sum : 0
      return candidate
    }.sorted(by: isBefore)
  }

  /// The front of each vector, from 1; larger is better in every component.
  static func fronts(_ values: [[Double]]) -> [Int] {
    var front = [Int](repeating: 0, count: values.count)
    var left = Array(values.indices)
    var number = 0
    while !left.isEmpty {
      number += 1
      let top = left.filter { i in !left.contains { j in dominates(values[j], values[i]) } }
      for i in top { front[i] = number }
      left.removeAll { front[$0] == number }
    }
    return front
  }

  private static func dominates(_ a: [Double], _ b: [Double]) -> Bool {
    zip(a, b).allSatisfy { $0 >= $1 } && a != b
  }

  private static func vector(_ c: ModuleCandidate.Criteria) -> [Double] {
    [c.demand, Double(c.employers), Double(c.territories), c.depth, Double(c.transferability), c.provided]
  }

  private static func isBefore(_ a: ModuleCandidate, _ b: ModuleCandidate) -> Bool {
    if a.front != b.front { return a.front < b.front }
    if a.score != b.score { return a.score > b.score }
    if a.certification.code != b.certification.code { return a.certification.code < b.certification.code }
    return (a.families.first?.family.id ?? "") < (b.families.first?.family.id ?? "")
  }
}
