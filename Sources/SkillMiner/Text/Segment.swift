import CVectors

/// One segment between two word boundaries (`sm_item`). A space alone is no item of its own: it stands where one does not
/// begin at the end of the item before it.
typealias Segment = sm_item

extension Segment {
  /// What a segment is.
  enum Kind {
    /// Spaces, punctuation, symbols.
    static let gap = UInt8(SM_GAP)
    /// A word or number of at most sixteen plain letters and digits, with its spelling in bytes.
    static let plain = UInt8(SM_PLAIN)
    /// A word that may be elided, an apostrophe and a plain word, whose spelling it holds: *l’eau*.
    static let elided = UInt8(SM_ELIDED)
    /// A plain one in which nothing that stands before it has a say.
    static let free = UInt8(SM_FREE)
    /// A sign that is a token of its own whatever stands before it.
    static let sign = UInt8(SM_SIGN)
    /// Another word or number; it may hold an apostrophe, a dot or a narrow no-break space.
    static let word = UInt8(SM_WORD)
  }
}

extension Segment {
  var isWord: Bool { kind != Kind.gap && kind != Kind.sign }
}

/// Segments in memory that grows and is used again for every text.
struct SegmentBuffer {
  private(set) var base: UnsafeMutablePointer<Segment>
  private(set) var capacity: Int
  var count: Int64 = 0

  init(capacity: Int) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  func deallocate() { base.deallocate() }

  /// The last segment's end, or `start` when there is none.
  func end(from start: Int) -> Int { count > 0 ? Int(base[Int(count) - 1].end) : start }

  /// Takes back what ends behind a place.
  mutating func cut(at place: Int) {
    while count > 0, Int(base[Int(count) - 1].end) > place { count -= 1 }
  }

  /// Makes room for so many more.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if Int(count) + more > capacity { grow() }
  }

  /// - Parameter spaced: a space before it that is no item; it is used up.
  @inline(__always)
  mutating func append(_ start: Int, _ end: Int, _ kind: UInt8, _ spaced: inout UInt8) {
    reserve(1)
    base[Int(count)] = Segment(
      low: 0, high: 0, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), hash: 0,
      kind: kind, spaced: spaced, head: 0, unused: 0)
    spaced = 0
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    let wider = UnsafeMutablePointer<Segment>.allocate(capacity: capacity * 2)
    wider.update(from: base, count: Int(count))
    base.deallocate()
    base = wider
    capacity *= 2
  }
}
