/// The content words of one clause, in arrays that are reused from clause to clause.
///
/// A *position* counts content words from 0. A clause is read up to `maximum` of them; a longer one is a list that
/// clause splitting should have cut.
final class ClauseWords {
  static let maximum = 64

  /// Token index, key and weight of each position.
  let tokens = UnsafeMutablePointer<Int32>.allocate(capacity: maximum)
  let keys = UnsafeMutablePointer<Int32>.allocate(capacity: maximum)
  let weights = UnsafeMutablePointer<Float>.allocate(capacity: maximum)
  private(set) var count = 0
  private(set) var clause = 0..<0
  /// Content words before each token of the clause, and their number at the end.
  private var before: [UInt8] = []

  deinit {
    tokens.deallocate()
    keys.deallocate()
    weights.deallocate()
  }

  /// Reads a clause.
  func load(_ source: UnsafeBufferPointer<Token>, _ range: Range<Int>, _ index: PhraseIndex) {
    clause = range
    count = 0
    before.removeAll(keepingCapacity: true)
    for at in range {
      before.append(UInt8(truncatingIfNeeded: count))
      guard source[at].isContent, count < Self.maximum else { continue }
      tokens[count] = Int32(at)
      keys[count] = source[at].key
      weights[count] = index.weight(source[at].key)
      count += 1
    }
    before.append(UInt8(truncatingIfNeeded: count))
  }

  /// Positions of the content words within a token range of the clause.
  @inline(__always)
  func positions(in range: Range<Int>) -> Range<Int> {
    Int(before[range.lowerBound - clause.lowerBound])..<Int(before[range.upperBound - clause.lowerBound])
  }

  /// Sum of the weights of a stretch.
  @inline(__always)
  func weight(_ span: Range<Int>) -> Float {
    var sum: Float = 0
    for position in span { sum += weights[position] }
    return sum
  }

  /// Whether a key stands anywhere in the clause.
  @inline(__always)
  func holds(_ key: Int32) -> Bool {
    for position in 0..<count where keys[position] == key { return true }
    return false
  }
}
