import CICU

/// Word boundaries of ICU's French rules over UTF-16 text. Not thread-safe: one a worker, re-aimed at each text.
///
/// Latin text goes through `BreakTable`, at several times ICU's speed. A stretch that holds anything else is given to
/// ICU, from the last place before it where ICU's rules cannot look across (a line feed, or a space before a letter)
/// to the first such place behind it. The boundaries are ICU's own in every case (WordBreakerTests compares them).
///
/// Any units are accepted, lone surrogates included. Memory: a block of segments, not the whole text, unless the text
/// has no space; a text is read up to 2³¹ − 1 units, what is longer is cut there.
final class WordBreaker {
  /// Segments collected before they are handed on.
  private static let block = 4096

  private let iterator: OpaquePointer
  private let table: BreakTable?
  private let buffer: UnsafeMutablePointer<SegmentBuffer>

  /// - Throws: `TextError.icuUnavailable` when ICU has no word rules for French (a broken installation).
  convenience init() throws { try self.init(table: BreakTable.shared) }

  /// - Parameter table: the fast path; `nil` asks ICU for everything (the slow definition).
  init(table: BreakTable?) throws {
    guard let iterator = sm_word_iterator("fr") else { throw TextError.icuUnavailable }
    self.iterator = iterator
    self.table = table
    buffer = .allocate(capacity: 1)
    buffer.initialize(to: SegmentBuffer(capacity: Self.block + 256))
  }

  deinit {
    sm_word_close(iterator)
    buffer.pointee.deallocate()
    buffer.deallocate()
  }

  /// Calls `body(start, end, isWord)` for each segment in order; the segments cover the text without gaps.
  ///
  /// Offsets are UTF-16 units. The buffer must stay valid during the call only.
  func forEachSegment(
    _ text: UnsafeBufferPointer<UInt16>, _ body: (_ start: Int, _ end: Int, _ isWord: Bool) -> Void
  ) {
    forEachBlock(text) { start, segments in
      var from = start
      for segment in segments {
        body(from, Int(segment.end), segment.kind != .gap)
        from = Int(segment.end)
      }
    }
  }

  /// Calls `body` with some thousands of segments at a time; the first one begins at `start`.
  @inline(__always)
  func forEachBlock(
    _ text: UnsafeBufferPointer<UInt16>,
    _ body: (_ start: Int, _ segments: UnsafeBufferPointer<Segment>) -> Void
  ) {
    guard let units = text.baseAddress else { return }
    let length = min(text.count, Int(Int32.max))
    var start = 0
    while start < length {
      buffer.pointee.count = 0
      let end =
        table.map { Self.fill(&buffer.pointee, units, start, length, $0, iterator) }
        ?? Self.ask(&buffer.pointee, units, start, length, iterator)
      body(start, UnsafeBufferPointer(start: buffer.pointee.base, count: buffer.pointee.count))
      start = end
    }
  }

  // MARK: - The fast path

  /// Fills the buffer from a place that nothing looks across; returns where it stopped, another such place.
  private static func fill(
    _ buffer: inout SegmentBuffer, _ text: UnsafePointer<UInt16>, _ start: Int, _ length: Int,
    _ table: BreakTable, _ iterator: OpaquePointer
  ) -> Int {
    // Nothing before this is taken back.
    var low = start
    var from = start
    while from < length {
      if buffer.count >= block, isSafe(text, from, table) { return from }
      if table.hasPlainWords {
        from = plainWords(text, from, length, table, &buffer)
        // The next word may be at the end, or a safe place to stop at.
        if from >= length || buffer.count >= block && isSafe(text, from, table) { return from }
      }
      let end = segment(text, from, length, table, &buffer)
      if end >= 0 {
        from = end
        continue
      }
      // Something foreign is near: back to the last safe place, and ICU from there to the next one.
      var first = from
      while first > low, !isSafe(text, first, table) { first -= 1 }
      while buffer.count > 0, Int(buffer.base[buffer.count - 1].end) > first { buffer.count -= 1 }
      var last = ~end + 1
      while last < length, !isSafe(text, last, table) { last += 1 }
      from = ask(&buffer, text, first, last, iterator)
      low = from
    }
    return from
  }

  /// Appends words of plain letters, each with the one space and the letter that stand behind it; returns where
  /// something else begins. Nothing that decides over them stands further off: a word ends at a space whatever
  /// follows, and so does a space at a letter.
  @inline(__always)
  private static func plainWords(
    _ text: UnsafePointer<UInt16>, _ start: Int, _ length: Int, _ table: BreakTable,
    _ buffer: inout SegmentBuffer
  ) -> Int {
    var from = start
    // Eight units at a time, and the two behind the word.
    let last = length - 10
    while from <= last {
      var to = from
      var run: Int
      repeat {
        run = Int(sm_letters(text + to))
        to &+= run
      } while run == 8 && to <= last
      guard to > from, to <= last, text[to] == 0x20, table.classes[Int(text[to + 1])] == table.letter else {
        return from
      }
      buffer.append(Segment(end: Int32(truncatingIfNeeded: to), kind: .plain))
      buffer.append(Segment(end: Int32(truncatingIfNeeded: to + 1), kind: .gap))
      from = to + 1
      if buffer.count >= block { return from }
    }
    return from
  }

  /// Appends the segment that begins at `from` and returns its end; when a foreign unit has a say in it, appends
  /// nothing and returns that unit's offset, complemented.
  @inline(__always)
  private static func segment(
    _ text: UnsafePointer<UInt16>, _ from: Int, _ length: Int, _ table: BreakTable,
    _ buffer: inout SegmentBuffer
  ) -> Int {
    let classes = table.classes
    let letter = table.letter
    var left = classes[Int(text[from])]
    if left == BreakTable.foreign { return ~from }
    var facts = table.facts[256 + Int(left)]
    var to = from + 1
    while to < length {
      let right = classes[Int(text[to])]
      if right == letter, left == letter {
        to += 1
        continue
      }
      if right == BreakTable.foreign { return ~to }
      let pair = Int(left) << 4 | Int(right)
      switch table.pairs[pair] {
      case BreakTable.Pair.apart:
        buffer.append(Segment(end: Int32(truncatingIfNeeded: to), kind: kind(facts)))
        return to
      case BreakTable.Pair.joined: break
      default:
        let behind = to + 1 < length ? classes[Int(text[to + 1])] : table.edge
        if behind == BreakTable.foreign { return ~(to + 1) }
        let before = to >= 2 ? classes[Int(text[to - 2])] : table.edge
        if !table.joins(before, Int(left), Int(right), behind) {
          buffer.append(Segment(end: Int32(truncatingIfNeeded: to), kind: kind(facts)))
          return to
        }
      }
      facts |= table.facts[pair]
      left = right
      to += 1
    }
    buffer.append(Segment(end: Int32(truncatingIfNeeded: to), kind: kind(facts)))
    return to
  }

  @inline(__always)
  private static func kind(_ facts: UInt8) -> Segment.Kind {
    if facts & BreakTable.Fact.word == 0 { return .gap }
    return facts & BreakTable.Fact.splits == 0 ? .plain : .word
  }

  /// Whether ICU's rules never look across this place: behind a line feed, or between a space and a letter.
  @inline(__always)
  private static func isSafe(_ text: UnsafePointer<UInt16>, _ at: Int, _ table: BreakTable) -> Bool {
    switch text[at - 1] {
    case 0x0A: true
    case 0x20: table.classes[Int(text[at])] == table.letter
    default: false
    }
  }

  // MARK: - ICU

  /// Appends ICU's own segments of a stretch; returns its end.
  private static func ask(
    _ buffer: inout SegmentBuffer, _ text: UnsafePointer<UInt16>, _ from: Int, _ to: Int,
    _ iterator: OpaquePointer
  ) -> Int {
    guard sm_word_set_text(iterator, text + from, Int32(to - from)) != 0 else {
      buffer.append(Segment(end: Int32(to), kind: .gap))
      return to
    }
    _ = sm_word_first(iterator)
    while true {
      let end = sm_word_next(iterator)
      if end == SM_UBRK_DONE { return to }
      let isWord = sm_word_status(iterator) >= SM_UBRK_WORD_NONE_LIMIT
      buffer.append(Segment(end: Int32(from) + end, kind: isWord ? .word : .gap))
    }
  }
}
