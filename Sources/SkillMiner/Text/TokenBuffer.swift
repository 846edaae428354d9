/// Tokens in memory that grows and is used again for every text.
struct TokenBuffer {
  private(set) var base: UnsafeMutablePointer<Token>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 1024
    base = .allocate(capacity: capacity)
  }

  func deallocate() { base.deallocate() }

  @inline(__always)
  mutating func append(_ token: Token) {
    if count == capacity { grow() }
    base[count] = token
    count += 1
  }

  /// So many may be written at `end` before it is told by `extend(by:)`.
  var room: Int { capacity - count }

  /// Behind the last token.
  var end: UnsafeMutablePointer<Token> { base + count }

  @inline(__always)
  mutating func extend(by number: Int) { count += number }

  mutating func removeAll() { count = 0 }

  mutating func removeLast(_ number: Int) { count -= number }

  /// The token some places from the end, 1 for the last one; there must be as many.
  @inline(__always)
  func last(_ place: Int) -> UnsafeMutablePointer<Token> { base + (count - place) }

  @inline(never)
  private mutating func grow() {
    let wider = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
    wider.initialize(from: base, count: count)
    base.deallocate()
    base = wider
    capacity *= 2
  }
}
