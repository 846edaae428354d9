import Taxonomy

/// Orders candidates: Pareto fronts first, so that no weight can put a candidate before one that is at least as strong
/// on every criterion; inside a front by the weighted mean of the criteria, each on the scale of its largest value.
enum ParetoRanking {
  static func ranked(
    _ candidates: [ModuleCandidate], weights: AnalysisParameters.Weights
  ) -> [ModuleCandidate] {
    let values = candidates.map { vector($0.criteria) }
    let fronts = fronts(values, demoted: candidates.map { $0.flags.contains(.singleEmployer) })
    let scores = scores(values, weights)
    return candidates.indices.map { i in
      var candidate = candidates[i]
      candidate.front = fronts[i]
      candidate.score = scores[i]
      return candidate
    }.sorted(by: isBefore)
  }

  /// Weighted mean of each vector, every criterion on the scale of its largest value.
  static func scores(_ values: [[Double]], _ weights: AnalysisParameters.Weights) -> [Double] {
    let weight = [
      weights.demand, weights.employers, weights.territories, weights.depth, weights.transferability,
      weights.provided, weights.dynamics, weights.field, weights.tension,
    ]
    let sum = weight.reduce(0, +)
    let largest = weight.indices.map { k in values.map { $0[k].magnitude }.max() ?? 0 }
    return values.map { value in
      var score = 0.0
      for k in weight.indices where largest[k] > 0 { score += weight[k] * value[k] / largest[k] }
      return sum > 0 ? max(0, score / sum) : 0
    }
  }

  /// Fronts of all vectors, those of the demoted behind every other: what rests on one employer is shown and not
  /// promoted.
  static func fronts(_ values: [[Double]], demoted: [Bool]) -> [Int] {
    let order = values.indices.filter { !demoted[$0] }
    let behind = values.indices.filter { demoted[$0] }
    var front = [Int](repeating: 0, count: values.count)
    for (place, number) in zip(order, fronts(order.map { values[$0] })) { front[place] = number }
    let last = front.max() ?? 0
    for (place, number) in zip(behind, fronts(behind.map { values[$0] })) { front[place] = last + number }
    return front
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

  static func vector(_ c: ModuleCandidate.Criteria) -> [Double] {
    [
      c.demand, Double(c.employers), Double(c.territories), c.depth, Double(c.transferability), c.provided,
      c.dynamics, Double(c.field), c.tension ?? 0,
    ]
  }

  private static func isBefore(_ a: ModuleCandidate, _ b: ModuleCandidate) -> Bool {
    if a.front != b.front { return a.front < b.front }
    if a.score != b.score { return a.score > b.score }
    if a.certification.code != b.certification.code { return a.certification.code < b.certification.code }
    return (a.families.first?.family.id ?? "") < (b.families.first?.family.id ?? "")
  }
}
