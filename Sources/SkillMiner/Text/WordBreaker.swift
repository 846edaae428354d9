import CICU
import CVectors

/// Word boundaries of ICU's French rules over UTF-16 text. Not thread-safe: one a worker, re-aimed at each text.
///
/// Latin text goes through `BreakTable`, at several times ICU's speed. A stretch that holds anything else is given to
/// ICU, from the last place before it where ICU's rules cannot look across (a line feed, or a space before a letter)
/// to the first such place behind it. The boundaries are ICU's own in every case (WordBreakerTests compares them).
///
/// Any units are accepted, lone surrogates included. Memory: a block of segments, not the whole text, unless the text
/// has no space; a text is read up to 2³¹ − 1 units, what is longer is cut there.
final class WordBreaker {
  /// Segments collected before they are handed on: few enough to stay in the nearest cache.
  private static let block: Int64 = 256

  private let iterator: OpaquePointer
  private let table: BreakTable?
  private let state: UnsafeMutablePointer<State>

  /// Apart from the object, so that the loops pay no exclusivity checks.
  private struct State {
    var buffer = SegmentBuffer(capacity: Int(WordBreaker.block) * 2)
    var window = TextWindow()
    /// A space that is no item stands before the next one.
    var spaced: UInt8 = 0
  }

  /// - Throws: `TextError.icuUnavailable` when ICU has no word rules for French (a broken installation).
  convenience init() throws { try self.init(table: BreakTable.shared) }

  /// - Parameter table: the fast path; `nil` asks ICU for everything (the slow definition).
  init(table: BreakTable?) throws {
    guard let iterator = sm_word_iterator("fr") else { throw TextError.icuUnavailable }
    self.iterator = iterator
    self.table = table
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    sm_word_close(iterator)
    state.pointee.buffer.deallocate()
    state.pointee.window.deallocate()
    state.deallocate()
  }

  /// Calls `body(start, end, isWord)` for each segment in order; the segments cover the text without gaps.
  ///
  /// Offsets are UTF-16 units. The buffer must stay valid during the call only.
  func forEachSegment(
    _ text: UnsafeBufferPointer<UInt16>, _ body: (_ start: Int, _ end: Int, _ isWord: Bool) -> Void
  ) {
    var from = 0
    forEachBlock(text) { segments in
      for segment in segments {
        if from < Int(segment.start) { body(from, Int(segment.start), false) }
        from = Int(segment.end)
        body(Int(segment.start), from, segment.isWord)
      }
    }
  }

  /// Calls `body` with some hundreds of segments at a time, in order. A space alone is no item (`Segment`).
  @inline(__always)
  func forEachBlock(
    _ text: UnsafeBufferPointer<UInt16>, _ body: (_ segments: UnsafeBufferPointer<Segment>) -> Void
  ) {
    guard let units = text.baseAddress else { return }
    let length = min(text.count, Int(Int32.max))
    state.pointee.window.reset()
    state.pointee.spaced = 0
    var start = 0
    while start < length {
      state.pointee.buffer.count = 0
      start =
        table.map { Self.fill(&state.pointee, units, start, length, $0, iterator) }
        ?? Self.ask(&state.pointee, units, start, length, iterator)
      let buffer = state.pointee.buffer
      body(UnsafeBufferPointer(start: buffer.base, count: Int(buffer.count)))
    }
  }

  // MARK: - The fast path

  /// Fills the buffer from a place that nothing looks across; returns where it stopped, another such place.
  private static func fill(
    _ state: inout State, _ text: UnsafePointer<UInt16>, _ start: Int, _ length: Int,
    _ table: BreakTable, _ iterator: OpaquePointer
  ) -> Int {
    // Nothing before this is taken back.
    var low = start
    var spacedLow = state.spaced
    var from = start
    while from < length {
      if table.hasPlainWords {
        state.window.reach(from, text, length, table.rules)
        state.buffer.reserve(Int(block))
        from = Int(
          sm_scan(
            &state.window.window, table.rules, Int32(truncatingIfNeeded: from), &state.spaced,
            state.buffer.base, &state.buffer.count, max(block, state.buffer.count + 16)))
      }
      if state.buffer.count >= block, from > start, isSafe(text, from, table) { return from }
      let end = segment(text, from, length, table, &state)
      if end >= 0 {
        from = end
        continue
      }
      // Something foreign is near: back to the last safe place, and ICU from there to the next one.
      var first = from
      while first > low, !isSafe(text, first, table) { first -= 1 }
      state.buffer.cut(at: first)
      let known = max(low, state.buffer.end(from: low))
      state.spaced = known < first ? 1 : first == low ? spacedLow : 0
      var last = ~end + 1
      while last < length, !isSafe(text, last, table) { last += 1 }
      from = ask(&state, text, first, last, iterator)
      low = from
      spacedLow = 0
    }
    return from
  }

  /// Appends the segment that begins at `from` and returns its end; when a foreign unit has a say in it, appends
  /// nothing and returns that unit's offset, complemented.
  private static func segment(
    _ text: UnsafePointer<UInt16>, _ from: Int, _ length: Int, _ table: BreakTable, _ state: inout State
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
      let kind = table.pairs[pair]
      if kind == BreakTable.Pair.apart { break }
      if kind == BreakTable.Pair.contextual {
        let behind = to + 1 < length ? classes[Int(text[to + 1])] : table.edge
        if behind == BreakTable.foreign { return ~(to + 1) }
        let before = to >= 2 ? classes[Int(text[to - 2])] : table.edge
        if !table.joins(before, Int(left), Int(right), behind) { break }
      }
      facts |= table.facts[pair]
      left = right
      to += 1
    }
    let isWord = facts & BreakTable.Fact.word != 0
    state.buffer.append(from, to, isWord ? Segment.Kind.word : Segment.Kind.gap, &state.spaced)
    return to
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
    _ state: inout State, _ text: UnsafePointer<UInt16>, _ from: Int, _ to: Int, _ iterator: OpaquePointer
  ) -> Int {
    guard sm_word_set_text(iterator, text + from, Int32(to - from)) != 0 else {
      state.buffer.append(from, to, Segment.Kind.gap, &state.spaced)
      return to
    }
    _ = sm_word_first(iterator)
    var start = from
    while true {
      let end = sm_word_next(iterator)
      if end == SM_UBRK_DONE { return to }
      let isWord = sm_word_status(iterator) >= SM_UBRK_WORD_NONE_LIMIT
      state.buffer.append(
        start, from + Int(end), isWord ? Segment.Kind.word : Segment.Kind.gap, &state.spaced)
      start = from + Int(end)
    }
  }
}
