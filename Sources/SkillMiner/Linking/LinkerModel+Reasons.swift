extension LinkerModel {
  /// What each feature of a span adds to the log-odds that it names a demanded competency.
  func parts(ofSpan values: [Float]) -> [Float] { zip(values, spans).map { $0 * $1 } }

  /// What each feature of an item adds to its rank score, steps included.
  func parts(ofItem row: [Float]) -> [Float] {
    var parts = zip(row, items).map { $0 * $1 }
    for step in itemSteps.steps where row[step.feature] > step.threshold {
      parts[step.feature] += step.weight
    }
    return parts
  }

  /// Probability that an item is the right one for its span.
  ///
  /// - Parameters:
  ///   - row: its features.
  ///   - score: its rank score, the best of its span.
  ///   - next: the rank score of the next item; `nil` when there is none.
  func acceptance(ofItem row: [Float], score: Float, next: Float?) -> Float {
    let features = zip(row, accept).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    return acceptance(features, score: score, lead: next.map { score - $0 } ?? 3)
  }
}
