/// Chooses among overlapping proposals: the set without overlaps whose summed log-odds above the threshold is largest.
///
/// Weighted interval scheduling by dynamic programming; ties keep the earlier choice, so the result is unique.
enum SpanDecoder {
  /// - Parameters:
  ///   - spans: token range and log-odds of each proposal.
  ///   - threshold: log-odds below which a proposal is refused.
  /// - Returns: indices of the chosen proposals in text order.
  static func choose(_ spans: [(tokens: Range<Int>, score: Float)], threshold: Float) -> [Int] {
    let order = spans.indices.filter { spans[$0].score > threshold }
      .sorted {
        (spans[$0].tokens.upperBound, spans[$0].tokens.lowerBound, $0) < (
          spans[$1].tokens.upperBound, spans[$1].tokens.lowerBound, $1
        )
      }
    guard !order.isEmpty else { return [] }
    var best = [Float](repeating: 0, count: order.count + 1)
    var previous = [Int](repeating: -1, count: order.count + 1)
    for k in 1...order.count {
      let span = spans[order[k - 1]]
      var j = k - 1
      while j > 0, spans[order[j - 1]].tokens.upperBound > span.tokens.lowerBound { j -= 1 }
      let value = best[j] + span.score - threshold
      if value > best[k - 1] {
        best[k] = value
        previous[k] = j
      } else {
        best[k] = best[k - 1]
      }
    }
    var chosen: [Int] = []
    var k = order.count
    while k > 0 {
      if previous[k] >= 0 {
        chosen.append(order[k - 1])
        k = previous[k]
      } else {
        k -= 1
      }
    }
    return chosen.reversed()
  }
}
