/// A stretch of one field of an offer, in Unicode scalars.
public protocol FieldSpan {
  /// Field the offsets count in.
  var field: Mention.Field { get }
  /// First Unicode scalar.
  var start: Int { get }
  /// Scalar after the last.
  var end: Int { get }
}

extension FieldSpan {
  /// Whether two stretches share at least half of the shorter one.
  func overlaps(_ other: some FieldSpan) -> Bool {
    guard field == other.field else { return false }
    let shared = min(end, other.end) - max(start, other.start)
    return shared > 0 && 2 * shared >= min(end - start, other.end - other.start)
  }
}

extension Mention: FieldSpan {}
