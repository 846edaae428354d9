/// The content words of one clause, in memory that is reused from clause to clause.
///
/// A *position* counts content words from 0. A clause is read up to `maximum` of them; a longer one is a list that
/// clause splitting should have cut.
final class ClauseWords {
  static let maximum = 64

  /// Token index, key and weight of each position.
  let tokens = UnsafeMutablePointer<Int32>.allocate(capacity: maximum)
  let keys = UnsafeMutablePointer<Int32>.allocate(capacity: maximum)
  let weights = UnsafeMutablePointer<Float>.allocate(capacity: maximum)
  private let state = UnsafeMutablePointer<State>.allocate(capacity: 1)

  /// Behind a pointer, so that exclusivity is not checked at each look.
  private struct State {
    var count = 0
    var clause = 0..<0
    /// Content words before each token of the clause, and their number at the end.
    var before = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
    var capacity = 64
  }

  init() { state.initialize(to: State()) }

  deinit {
    tokens.deallocate()
    keys.deallocate()
    weights.deallocate()
    state.pointee.before.deallocate()
    state.deallocate()
  }

  /// How many content words there are.
  var count: Int {
    @inline(__always) get { state.pointee.count }
  }

  /// Reads a clause.
  func load(_ source: UnsafeBufferPointer<Token>, _ range: Range<Int>, _ allWeights: KeyWeights) {
    if range.count >= state.pointee.capacity {
      state.pointee.before.deallocate()
      state.pointee.capacity = 2 * range.count
      state.pointee.before = .allocate(capacity: state.pointee.capacity)
    }
    let before = state.pointee.before
    var count = 0
    for at in range {
      before[at - range.lowerBound] = UInt8(truncatingIfNeeded: count)
      guard source[at].isContent, count < Self.maximum else { continue }
      tokens[count] = Int32(at)
      keys[count] = source[at].key
      weights[count] = allWeights.of(source[at].key)
      count += 1
    }
    before[range.count] = UInt8(truncatingIfNeeded: count)
    state.pointee.count = count
    state.pointee.clause = range
  }

  /// Positions of the content words within a token range of the clause.
  @inline(__always)
  func positions(in range: Range<Int>) -> Range<Int> {
    let first = state.pointee.clause.lowerBound
    let before = state.pointee.before
    return Int(before[range.lowerBound - first])..<Int(before[range.upperBound - first])
  }

  /// Sum of the weights of a stretch.
  @inline(__always)
  func weight(_ span: Range<Int>) -> Float {
    var sum: Float = 0
    for position in span { sum += weights[position] }
    return sum
  }
}
