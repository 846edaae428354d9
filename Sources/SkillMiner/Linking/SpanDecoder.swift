/// Chooses among overlapping proposals: the set without overlaps whose summed log-odds above the threshold is largest.
///
/// Weighted interval scheduling by dynamic programming; ties keep the earlier choice, so the result is unique. Scratch
/// memory of one thread.
struct SpanDecoder {
  private var order: [Int] = []
  private var best: [Float] = []
  private var previous: [Int] = []

  /// - Parameters:
  ///   - spans: the proposals of one clause.
  ///   - threshold: log-odds below which a proposal is refused.
  ///   - excluded: whether a proposal is out whatever its score; asked only of those above the threshold.
  /// - Returns: indices of the chosen proposals in text order.
  mutating func choose(
    _ spans: [ProposedSpan], threshold: Float, excluding excluded: (ProposedSpan) -> Bool = { _ in false }
  ) -> [Int] {
    order.removeAll(keepingCapacity: true)
    for index in spans.indices where spans[index].score > threshold && !excluded(spans[index]) {
      // Few pass: insertion by end, then start, then place keeps them sorted.
      var at = order.count
      while at > 0, Self.precedes(spans[index], spans[order[at - 1]]) { at -= 1 }
      order.insert(index, at: at)
    }
    guard order.count > 1 else { return order }
    best.removeAll(keepingCapacity: true)
    previous.removeAll(keepingCapacity: true)
    best.append(0)
    previous.append(-1)
    for k in 1...order.count {
      let span = spans[order[k - 1]]
      var j = k - 1
      while j > 0, spans[order[j - 1]].tokens.upperBound > span.tokens.lowerBound { j -= 1 }
      let value = best[j] + span.score - threshold
      if value > best[k - 1] {
        best.append(value)
        previous.append(j)
      } else {
        best.append(best[k - 1])
        previous.append(-1)
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
    chosen.reverse()
    return chosen
  }

  private static func precedes(_ a: ProposedSpan, _ b: ProposedSpan) -> Bool {
    (a.tokens.upperBound, a.tokens.lowerBound) < (b.tokens.upperBound, b.tokens.lowerBound)
  }
}
