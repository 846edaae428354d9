import CVectors

/// The loop over the segments of a text that writes its tokens: no allocation, no reference counting, no `String` but
/// for spellings never seen before.
struct TokenWriter {
  private var tokens = TokenBuffer()
  private var memo = TokenMemo()
  /// Entries of elided letters with their apostrophes, by `head`.
  private let heads: UnsafeMutablePointer<TokenEntry>
  private let elisions = FrenchParts.elided
  private let endings = FrenchParts.endings
  private(set) var text: UnsafePointer<UInt16>
  private var length = 0
  /// White space stands before the next token.
  private var spaced = true
  /// The last token may be a sign, which has a say in the word behind it.
  private var behindSign = false

  /// Not yet known, in `heads`.
  private static let unknown = TokenEntry(form: .min, key: -1, kind: .word, flags: [], traits: [])

  init() {
    text = UnsafePointer(bitPattern: MemoryLayout<UInt16>.alignment)!
    heads = .allocate(capacity: 128)
    heads.initialize(repeating: Self.unknown, count: 128)
  }

  func deallocate() {
    heads.deallocate()
    tokens.deallocate()
    memo.deallocate()
  }

  mutating func begin(_ text: UnsafeBufferPointer<UInt16>) {
    tokens.removeAll()
    spaced = true
    behindSign = false
    if let base = text.baseAddress { self.text = base }
    length = text.count
  }

  /// What was written since `begin`.
  var result: UnsafeBufferPointer<Token> { UnsafeBufferPointer(start: tokens.base, count: tokens.count) }

  /// Writes the tokens of a block of segments.
  ///
  /// The entries of the next words are asked for ahead, so that their memory is on its way when they are looked at: a
  /// vocabulary does not fit the nearest caches.
  mutating func write(_ segments: UnsafeBufferPointer<Segment>, _ source: Analyzer) {
    guard let base = segments.baseAddress else { return }
    let count = segments.count
    memo.prefetch(base, count)
    var index = 0
    while true {
      index = known(base, index, count)
      guard index < count else { return }
      let segment = base + index
      index += 1
      if segment.pointee.spaced != 0 { spaced = true }
      let start = Int(segment.pointee.start)
      let end = Int(segment.pointee.end)
      if segment.pointee.kind == Segment.Kind.plain || segment.pointee.kind == Segment.Kind.free {
        plain(start, end, TokenMemo.Probe(segment.pointee), source)
      } else if segment.pointee.kind == Segment.Kind.sign {
        sign(start, end, TokenMemo.Probe(segment.pointee))
      } else if segment.pointee.kind == Segment.Kind.gap {
        gap(start, end, source)
      } else if segment.pointee.kind == Segment.Kind.elided,
        !behindSign || segment.pointee.spaced != 0
      {
        elided(start, end, segment.pointee, source)
      } else {
        word(start, end, source)
      }
    }
  }

  /// Writes words and signs as long as nothing before them has a say in them and their entries stand where they are looked
  /// for first; returns the segment of which that is not so.
  @inline(__always)
  private mutating func known(_ base: UnsafePointer<Segment>, _ from: Int, _ count: Int) -> Int {
    let written = memo.write(base + from, count &- from, spaced: spaced, to: tokens.end, room: tokens.room)
    if written > 0 {
      tokens.extend(by: written)
      spaced = false
      behindSign = tokens.last(1).pointee.kind == .punctuation
    }
    return from &+ written
  }

  /// Writes a word of plain letters.
  @inline(__always)
  private mutating func plain(_ start: Int, _ end: Int, _ probe: TokenMemo.Probe, _ source: Analyzer) {
    if behindSign, end - start == 3, isTouchingStop(start), emitDotted(start, end, source) { return }
    let units = text + start
    let entry = memo.find(probe, units)?.pointee.entry ?? learn(units, end - start, probe, source)
    if behindSign || entry.traits.contains(.camel) {
      finish(start, end, entry, source, elided: false, spelledTo: nil)
    } else {
      append(
        entry.kind, start, end, form: entry.form, key: entry.key, flags: entry.flags)
    }
  }

  /// Writes what is elided, its apostrophe with it, and the plain word behind: what `split` does, without a look at every
  /// unit. No sign may stand before it.
  @inline(__always)
  private mutating func elided(_ start: Int, _ end: Int, _ segment: Segment, _ source: Analyzer) {
    let body = start &+ Int(segment.head) &+ 1
    let opening = segment.head == 1 ? head(start, source) : entry(start, body, source)
    append(
      .word, start, body, form: opening.form, key: opening.key,
      flags: opening.flags.union([.function, .elided]))
    plain(body, end, TokenMemo.Probe(segment, length: Int32(truncatingIfNeeded: end &- body)), source)
  }

  /// The entry of an elided letter and its apostrophe: of each letter and both apostrophes there is one.
  @inline(__always)
  private mutating func head(_ start: Int, _ source: Analyzer) -> TokenEntry {
    let place = Int(text[start] & 0x3F) | (text[start + 1] == 0x27 ? 0 : 64)
    let known = heads[place]
    if known.form != Self.unknown.form { return known }
    let entry = entry(start, start + 2, source)
    heads[place] = entry
    return entry
  }

  // MARK: - Segments that are no words

  /// Whether a sign is a token of its own whatever stands before it, and is known by its byte: apostrophes are not, and 0
  /// is no spelling.
  static func standsAlone(_ sign: UInt8) -> Bool {
    switch sign {
    case 0x00, 0x09...0x0D, 0x20, 0x23, 0x27, 0x29, 0x2B, 0x85, 0xA0, 0xAD: false
    default: true
    }
  }

  /// Whether a sign may have a say in a word that touches it from behind: *.NET*, *assistant/e*.
  static func hasSay(_ sign: UInt8) -> Bool { sign == 0x2E || sign == 0x2F }

  /// Writes a sign that stands alone; the memo knows signs as it knows words.
  private mutating func sign(_ start: Int, _ end: Int, _ probe: TokenMemo.Probe) {
    let unit = Int32(text[start])
    if memo.find(probe, text + start) == nil {
      let entry = TokenEntry(form: unit, key: -1, kind: .punctuation, flags: [], traits: [])
      memo.insert(probe, text + start, entry)
    }
    append(.punctuation, start, end, form: unit)
  }

  private mutating func gap(_ start: Int, _ end: Int, _ source: Analyzer) {
    let unit = text[start]
    switch unit {
    case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029:
      spaced = true
      if tokens.count > 0, tokens.last(1).pointee.kind == .lineBreak {
        tokens.last(1).pointee.end = Int32(end)
      } else {
        append(.lineBreak, start, end, form: 0x0A)
      }
    case 0x20, 0x09, 0xA0, 0x202F, 0x2009, 0x200A, 0x3000, 0x2002, 0x2003, 0x200B, 0xFEFF, 0xAD:
      spaced = true
    case 0x2B, 0x23:  // C++, C#, F#: the sign belongs to the letter it touches
      if isExtendable(start, with: unit) {
        extendLast(to: end, source)
      } else {
        append(.punctuation, start, end, form: Int32(unit))
      }
    default:
      append(.punctuation, start, end, form: Int32(unit))
      if unit == 0x29 { closeSuffix() }
    }
  }

  private func isExtendable(_ start: Int, with unit: UInt16) -> Bool {
    guard tokens.count > 0 else { return false }
    let last = tokens.last(1).pointee
    guard last.isWord, Int(last.end) == start, last.end - last.start <= 3 else { return false }
    let first = text[Int(last.start)] & 0xFFDF
    if unit == 0x23 { return last.end - last.start == 1 && (first == 0x43 || first == 0x46) }
    return first == 0x43  // C+, C++
  }

  private mutating func extendLast(to end: Int, _ source: Analyzer) {
    let last = tokens.last(1)
    let entry = entry(Int(last.pointee.start), end, source)
    last.pointee.end = Int32(end)
    last.pointee.form = entry.form
    last.pointee.key = entry.key
    last.pointee.flags.remove(.function)
  }

  /// Drops a feminine or plural ending in brackets: *technicien(ne)*.
  private mutating func closeSuffix() {
    guard tokens.count >= 4, tokens.last(1).pointee.form == 0x29, tokens.last(3).pointee.form == 0x28,
      tokens.last(2).pointee.isWord, tokens.last(4).pointee.isWord,
      tokens.last(4).pointee.end == tokens.last(3).pointee.start,
      tokens.last(3).pointee.kind == .punctuation, isEnding(tokens.last(2).pointee)
    else { return }
    tokens.removeLast(3)
    behindSign = true
  }

  /// *assistant/e*, *acheteur/euse*: the ending behind the slash is dropped.
  private mutating func dropSlashEnding() {
    let (stem, slash, ending) = (tokens.last(3).pointee, tokens.last(2).pointee, tokens.last(1).pointee)
    guard slash.kind == .punctuation, stem.isWord, stem.end == slash.start, slash.end == ending.start,
      stem.end - stem.start >= 3, isEnding(ending)
    else { return }
    tokens.removeLast(2)
    behindSign = true
  }

  private func isEnding(_ token: Token) -> Bool {
    let length = Int(token.end - token.start)
    return length <= FrenchParts.longestEnding
      && endings.contains(PackedWord.folded(text + Int(token.start), length))
  }

  // MARK: - Words

  private mutating func word(_ from: Int, _ to: Int, _ source: Analyzer) {
    var start = from
    var end = to
    // U+202F glues itself to words in ICU's rules; it is a space.
    while start < end, text[start] == 0x202F { start += 1; spaced = true }
    while end > start, text[end - 1] == 0x202F { end -= 1 }
    if start < end { split(start, end, source) }
    if end < to { spaced = true }
  }

  private mutating func split(_ from: Int, _ end: Int, _ source: Analyzer) {
    var start = from
    var index = start
    // A part of an inclusive spelling that is no ending, once found, refuses every dot in front of it.
    var refused = -1
    while index < end {
      switch text[index] {
      case 0x27, 0x2019, 0x2BC, 0x2018:
        if index + 1 < end, elisions.contains(PackedWord.folded(text + start, index - start)) {
          emit(start, index + 1, source, elided: true)
          spaced = false
          start = index + 1
        }
      case 0x202F:
        emit(start, index, source)
        spaced = true
        start = index + 1
      case 0xB7, 0x2027, 0x2E:  // middle dot or full stop inside a word
        if isInclusive(start, index, end, &refused) {
          return emit(start, index, source, spelledTo: end)
        }
        if text[index] != 0x2E || isGlued(start, index, end, source) {
          emit(start, index, source)
          append(.punctuation, index, index + 1, form: Int32(text[index]))
          spaced = true
          start = index + 1
        }
      default: break
      }
      index += 1
    }
    emit(start, end, source)
  }

  /// Whether endings of inclusive writing and nothing else stand behind a dot: *salarié·e·s*.
  private func isInclusive(_ start: Int, _ dot: Int, _ end: Int, _ refused: inout Int) -> Bool {
    guard dot > start, dot + 1 < end, dot >= refused else { return false }
    // A capital behind a full stop opens a sentence (*allemand.Les*); endings in capitals go with words in capitals.
    if text[dot] == 0x2E, text[dot + 1].isLatinUpper, text[dot - 1].isLatinLower { return false }
    var parts = 0
    var index = dot + 1
    while index < end {
      let part = index
      while index < end, text[index] != 0xB7, text[index] != 0x2E, text[index] != 0x2027 { index += 1 }
      if index > part {
        guard index - part <= FrenchParts.longestEnding,
          endings.contains(PackedWord.folded(text + part, index - part))
        else {
          refused = part
          return false
        }
        parts += 1
      }
      index += 1
    }
    return parts > 0
  }

  /// A full stop between a lower-case and an upper-case letter glues two sentences (*équipe.Vous*); *node.js* is one word.
  private mutating func isGlued(_ start: Int, _ dot: Int, _ end: Int, _ source: Analyzer) -> Bool {
    guard dot > start, dot + 1 < end else { return true }
    if text[dot + 1].isLatinUpper { return dot - start > 1 }
    // word.word of ordinary length, both known to the lexicon: a missing space too.
    guard !source.learns, dot - start >= 4, end - dot > 3, end - dot - 1 <= Analyzer.longestWord,
      dot - start <= Analyzer.longestWord
    else { return false }
    return entry(start, end, source).form < 0 && entry(start, dot, source).key >= 0
      && entry(dot + 1, end, source).key >= 0
  }

  /// Writes a word that is not to be parted any more.
  ///
  /// - Parameter spelledTo: where the token ends, when that is behind the word it stands for.
  @inline(__always)
  private mutating func emit(
    _ start: Int, _ end: Int, _ source: Analyzer, elided: Bool = false, spelledTo: Int? = nil
  ) {
    guard start < end else { return }
    if end - start == 3, isTouchingStop(start), emitDotted(start, end, source) { return }
    finish(start, end, entry(start, end, source), source, elided: elided, spelledTo: spelledTo)
  }

  @inline(__always)
  private mutating func finish(
    _ start: Int, _ end: Int, _ entry: TokenEntry, _ source: Analyzer, elided: Bool, spelledTo: Int?
  ) {
    if entry.form < 0, entry.traits.contains(.camel), !source.learns, emitGlued(start, end, source) { return }
    append(
      entry.kind, start, spelledTo ?? end, form: entry.form, key: entry.key,
      flags: elided ? entry.flags.union([.function, .elided]) : entry.flags)
    if tokens.count >= 3, tokens.last(2).pointee.form == 0x2F { dropSlashEnding() }
  }

  /// Whether a full stop with a space before it touches this place.
  private func isTouchingStop(_ start: Int) -> Bool {
    guard tokens.count > 0 else { return false }
    let last = tokens.last(1).pointee
    return last.form == 0x2E && last.kind == .punctuation && Int(last.end) == start
      && last.flags.contains(.spaced)
  }

  /// .NET: a stop that touches the word behind it and nothing in front.
  private mutating func emitDotted(_ start: Int, _ end: Int, _ source: Analyzer) -> Bool {
    guard text[start].isLatinUpper else { return false }
    let whole = entry(start - 1, end, source)
    guard source.learns || whole.form >= 0 else { return false }
    tokens.removeLast(1)
    append(.word, start - 1, end, form: whole.form, key: whole.key, flags: whole.flags)
    return true
  }

  // MARK: - Glued words

  /// The next place where two glued words may part, at least `from` units from the beginning and three from the end.
  static func camelPlace(_ units: UnsafeBufferPointer<UInt16>, from: Int) -> Int? {
    guard units.count >= 8 else { return nil }
    var index = from
    while index < units.count - 3 {
      if units[index].isLatinUpper, units[index - 1].isLatinLower, units[index + 1].isLatinLower {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Writes two glued words with a line break between them; `false` when they are none. A word of more than twice
  /// `longestWord` is never parted, so the recursion is shallow.
  @inline(never)
  private mutating func emitGlued(_ start: Int, _ end: Int, _ source: Analyzer) -> Bool {
    guard let cut = camelCut(start, end, source) else { return false }
    emit(start, cut, source)
    append(.lineBreak, cut, cut, form: 0x0A)
    spaced = true
    emit(cut, end, source)
    return true
  }

  /// Where two glued words part (*évaluationConcevoir*), both known and the whole unknown.
  private mutating func camelCut(_ start: Int, _ end: Int, _ source: Analyzer) -> Int? {
    let units = UnsafeBufferPointer(start: text + start, count: end - start)
    // Longer halves have no key.
    var from = max(3, units.count - Analyzer.longestWord)
    while let place = Self.camelPlace(units, from: from), place <= Analyzer.longestWord {
      if entry(start, start + place, source).key >= 0, entry(start + place, end, source).key >= 0 {
        return start + place
      }
      from = place + 1
    }
    return nil
  }

  // MARK: - Entries

  @inline(__always)
  private mutating func append(
    _ kind: Token.Kind, _ start: Int, _ end: Int, form: Int32, key: Int32 = -1, flags: Token.Flags = []
  ) {
    let flags = spaced ? flags.union(.spaced) : flags
    spaced = false
    behindSign = kind == .punctuation
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), kind: kind,
        flags: flags,
        form: form, key: key))
  }

  @inline(__always)
  private mutating func entry(_ start: Int, _ end: Int, _ source: Analyzer) -> TokenEntry {
    let units = text + start
    let probe = memo.probe(units, end - start, readable: length - start)
    if let known = memo.find(probe, units) { return known.pointee.entry }
    return learn(units, end - start, probe, source)
  }

  @inline(never)
  private mutating func learn(
    _ units: UnsafePointer<UInt16>, _ count: Int, _ probe: TokenMemo.Probe, _ source: Analyzer
  ) -> TokenEntry {
    let entry = source.makeEntry(UnsafeBufferPointer(start: units, count: count))
    memo.insert(probe, units, entry)
    return entry
  }
}
