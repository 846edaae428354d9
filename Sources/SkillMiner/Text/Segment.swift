/// One segment between two word boundaries; it begins where the one before it ends.
struct Segment {
  enum Kind: UInt8 {
    /// Spaces, punctuation, symbols.
    case gap
    /// A word or number without a mark that the analyser looks at.
    case plain
    /// A word or number that may hold an apostrophe, a dot or a narrow no-break space.
    case word
  }

  /// Offset of its end, in UTF-16 units of the whole text.
  var end: Int32
  var kind: Kind
}

/// Segments in memory that grows and is used again for every text.
struct SegmentBuffer {
  private(set) var base: UnsafeMutablePointer<Segment>
  private(set) var capacity: Int
  var count = 0

  init(capacity: Int) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  func deallocate() { base.deallocate() }

  @inline(__always)
  mutating func append(_ segment: Segment) {
    if count == capacity { grow() }
    base[count] = segment
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    let wider = UnsafeMutablePointer<Segment>.allocate(capacity: capacity * 2)
    wider.initialize(from: base, count: count)
    base.deallocate()
    base = wider
    capacity *= 2
  }
}
