/// Which stretch of a source became which stretch of a clean text: the stretches that changed, in order; all between
/// them was copied scalar by scalar.
struct OffsetMap: Hashable, Sendable {
  /// A stretch of the source that was replaced as a whole; empty on the clean side when it was dropped.
  struct Edit: Hashable, Sendable {
    let clean: Range<Int>
    let source: Range<Int>
  }

  /// Ascending and disjoint on both sides.
  private(set) var edits: [Edit] = []

  var isIdentity: Bool { edits.isEmpty }

  /// - Precondition: `edit` lies behind all edits recorded so far.
  mutating func append(_ edit: Edit) { edits.append(edit) }

  func sourceRange(of range: Range<Int>) -> Range<Int> {
    if edits.isEmpty { return range }
    let lower = unit(atClean: range.lowerBound).lowerBound
    guard !range.isEmpty else { return lower..<lower }
    return lower..<unit(atClean: range.upperBound - 1).upperBound
  }

  func cleanRange(of range: Range<Int>) -> Range<Int> {
    if edits.isEmpty { return range }
    let lower = unit(atSource: range.lowerBound).lowerBound
    guard !range.isEmpty else { return lower..<lower }
    return lower..<max(lower, unit(atSource: range.upperBound - 1).upperBound)
  }

  /// The source of the clean scalar at an offset.
  private func unit(atClean offset: Int) -> Range<Int> {
    guard let edit = last(where: { $0.clean.lowerBound <= offset }) else { return offset..<offset + 1 }
    if offset < edit.clean.upperBound { return edit.source }
    let start = edit.source.upperBound + offset - edit.clean.upperBound
    return start..<start + 1
  }

  /// What the source scalar at an offset became.
  private func unit(atSource offset: Int) -> Range<Int> {
    guard let edit = last(where: { $0.source.lowerBound <= offset }) else { return offset..<offset + 1 }
    if offset < edit.source.upperBound { return edit.clean }
    let start = edit.clean.upperBound + offset - edit.source.upperBound
    return start..<start + 1
  }

  /// The last edit of the leading ones that satisfy a monotone condition, by bisection.
  private func last(where condition: (Edit) -> Bool) -> Edit? {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if condition(edits[middle]) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : edits[low - 1]
  }
}
