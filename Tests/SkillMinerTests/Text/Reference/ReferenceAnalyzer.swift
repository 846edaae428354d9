@testable import SkillMiner

/// The slow definition of what the analyser writes: ICU asked for every segment, array slices, sets of folded units.
///
/// Kept as it was before it was made fast; `Analyzer` has to give the same tokens.
final class ReferenceAnalyzer {
  private struct Entry {
    var form: Int32
    var key: Int32
    var flags: Token.Flags
  }

  private(set) var vocabulary: Analyzer.Vocabulary
  private let learns: Bool
  private let breaker: WordBreaker
  private let stemmer: Stemmer
  private var memo: [[UInt16]: Entry] = [:]
  private var tokens: [Token] = []
  private var spaced = true

  /// An analyser over a frozen vocabulary.
  init(vocabulary: Analyzer.Vocabulary) throws {
    learns = false
    self.vocabulary = vocabulary
    breaker = try WordBreaker(table: nil)
    stemmer = try Stemmer()
  }

  /// An analyser that learns a new vocabulary.
  init(synonyms: [Synonym]) throws {
    learns = true
    breaker = try WordBreaker(table: nil)
    stemmer = try Stemmer()
    vocabulary = Analyzer.Vocabulary(synonyms: Synonyms(synonyms, stemmer))
  }

  /// Tokens of a text; never fails on content.
  func tokens(of text: UnsafeBufferPointer<UInt16>) -> [Token] {
    tokens.removeAll(keepingCapacity: true)
    spaced = true
    breaker.forEachSegment(text) { start, end, isWord in
      if isWord {
        word(text, start, end)
      } else {
        gap(text, start, end)
      }
    }
    return tokens
  }

  /// Tokens of a string.
  func tokens(of text: String) -> [Token] {
    let units = Array(text.utf16)
    return units.withUnsafeBufferPointer { tokens(of: $0) }
  }

  // MARK: - Segments that are no words

  private func gap(_ text: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int) {
    let unit = text[start]
    switch unit {
    case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029:
      spaced = true
      if tokens.last?.kind == .lineBreak {
        tokens[tokens.count - 1].end = Int32(end)
      } else {
        append(.lineBreak, start, end, form: 0x0A)
      }
    case 0x20, 0x09, 0xA0, 0x202F, 0x2009, 0x200A, 0x3000, 0x2002, 0x2003, 0x200B, 0xFEFF, 0xAD:
      spaced = true
    case 0x2B, 0x23:  // C++, C#, F#: the sign belongs to the letter it touches
      if let last = tokens.last, last.isWord, Int(last.end) == start, last.end - last.start <= 3,
        extendable(text, last, with: unit)
      {
        extendLast(text, to: end)
      } else {
        append(.punctuation, start, end, form: Int32(unit))
      }
    default:
      append(.punctuation, start, end, form: Int32(unit))
      closeSuffix(text)
    }
  }

  private func extendable(_ text: UnsafeBufferPointer<UInt16>, _ last: Token, with unit: UInt16) -> Bool {
    let first = text[Int(last.start)] & 0xFFDF
    if unit == 0x23 { return last.end - last.start == 1 && (first == 0x43 || first == 0x46) }
    return first == 0x43  // C+, C++
  }

  private func extendLast(_ text: UnsafeBufferPointer<UInt16>, to end: Int) {
    let start = Int(tokens[tokens.count - 1].start)
    let entry = entry(text[start..<end])
    tokens[tokens.count - 1].end = Int32(end)
    tokens[tokens.count - 1].form = entry.form
    tokens[tokens.count - 1].key = entry.key
    tokens[tokens.count - 1].flags.remove(.function)
  }

  /// Drops a feminine or plural ending in brackets or behind a slash: *technicien(ne)*, *assistant/e*.
  private func closeSuffix(_ text: UnsafeBufferPointer<UInt16>) {
    let n = tokens.count
    guard n >= 4, tokens[n - 1].form == 0x29, tokens[n - 3].form == 0x28, tokens[n - 2].isWord,
      tokens[n - 4].isWord, tokens[n - 4].end == tokens[n - 3].start, tokens[n - 3].kind == .punctuation
    else { return }
    if isEnding(text, tokens[n - 2]) { tokens.removeLast(3) }
  }

  private func isEnding(_ text: UnsafeBufferPointer<UInt16>, _ token: Token) -> Bool {
    guard token.end - token.start <= 5 else { return false }
    return Self.endings.contains(Folding.fold(text[Int(token.start)..<Int(token.end)]))
  }

  // MARK: - Words

  private func word(_ text: UnsafeBufferPointer<UInt16>, _ from: Int, _ to: Int) {
    var start = from
    var end = to
    // U+202F glues itself to words in ICU's rules; it is a space.
    while start < end, text[start] == 0x202F { start += 1; spaced = true }
    var trailingSpace = false
    while end > start, text[end - 1] == 0x202F { end -= 1; trailingSpace = true }
    if start < end { split(text, start, end) }
    if trailingSpace { spaced = true }
  }

  private func split(_ text: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int) {
    var index = start
    while index < end {
      switch text[index] {
      case 0x27, 0x2019, 0x2BC, 0x2018:
        if Self.elided.contains(Folding.fold(text[start..<index])), index + 1 < end {
          emit(text, start, index + 1, elided: true)
          spaced = false
          return split(text, index + 1, end)
        }
      case 0x202F:
        emit(text, start, index)
        spaced = true
        return word(text, index + 1, end)
      case 0xB7, 0x2027, 0x2E:  // middle dot or full stop inside a word
        if let cut = inclusiveCut(text, start, index, end) { return emit(text, start, cut, spelledTo: end) }
        if text[index] != 0x2E || isGlued(text, start, index, end) {
          emit(text, start, index)
          append(.punctuation, index, index + 1, form: Int32(text[index]))
          spaced = true
          return split(text, index + 1, end)
        }
      default: break
      }
      index += 1
    }
    emit(text, start, end)
  }

  /// Where an inclusive spelling's ending begins (*salarié·e·s* → after *salarié*); `nil` when it is none.
  private func inclusiveCut(_ text: UnsafeBufferPointer<UInt16>, _ start: Int, _ dot: Int, _ end: Int) -> Int?
  {
    guard dot > start, dot + 1 < end else { return nil }
    // A capital behind a full stop opens a sentence (*allemand.Les*); endings in capitals go with words in capitals.
    if text[dot] == 0x2E, isUpper(text[dot + 1]), isLower(text[dot - 1]) { return nil }
    let parts = text[dot + 1..<end].split(whereSeparator: { $0 == 0xB7 || $0 == 0x2E || $0 == 0x2027 })
    guard !parts.isEmpty, parts.allSatisfy({ $0.count <= 5 && Self.endings.contains(Folding.fold($0)) })
    else { return nil }
    return dot
  }

  /// A full stop between a lower-case and an upper-case letter glues two sentences (*équipe.Vous*); *node.js* is one word.
  private func isGlued(_ text: UnsafeBufferPointer<UInt16>, _ start: Int, _ dot: Int, _ end: Int) -> Bool {
    guard dot > start, dot + 1 < end else { return true }
    if isUpper(text[dot + 1]) { return dot - start > 1 }
    // word.word of ordinary length, both known to the lexicon: a missing space too.
    return dot - start >= 4 && end - dot > 3 && !learns && entry(text[start..<end]).form < 0
      && entry(text[start..<dot]).key >= 0 && entry(text[dot + 1..<end]).key >= 0
  }

  private func isUpper(_ unit: UInt16) -> Bool {
    (unit >= 0x41 && unit <= 0x5A) || (unit >= 0xC0 && unit <= 0xDE && unit != 0xD7)
  }

  private func isLower(_ unit: UInt16) -> Bool {
    (unit >= 0x61 && unit <= 0x7A) || (unit >= 0xDF && unit <= 0xFF && unit != 0xF7)
  }

  private func emit(
    _ text: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int, elided: Bool = false, spelledTo: Int? = nil
  ) {
    guard start < end else { return }
    // .NET: a stop that touches the word behind it and nothing in front
    if let last = tokens.last, last.form == 0x2E, last.kind == .punctuation, Int(last.end) == start,
      last.flags.contains(.spaced), isUpper(text[start]), end - start == 3
    {
      let whole = entry(text[start - 1..<end])
      if learns || whole.form >= 0 {
        tokens.removeLast()
        append(.word, start - 1, end, form: whole.form, key: whole.key, flags: whole.flags)
        return
      }
    }
    var entry = entry(text[start..<end])
    if entry.form < 0, !learns, let cut = camelCut(text, start, end) {
      emit(text, start, cut)
      append(.lineBreak, cut, cut, form: 0x0A)
      spaced = true
      return emit(text, cut, end)
    }
    if elided { entry.flags.formUnion([.function, .elided]) }
    let isNumber = entry.flags.contains(.hasDigit) && !text[start..<end].contains(where: isLetter)
    append(
      isNumber ? .number : .word, start, spelledTo ?? end, form: entry.form, key: entry.key,
      flags: entry.flags)
    dropSlashEnding(text)
  }

  /// *assistant/e*, *acheteur/euse*: the ending behind the slash is dropped.
  private func dropSlashEnding(_ text: UnsafeBufferPointer<UInt16>) {
    let n = tokens.count
    guard n >= 3, tokens[n - 2].form == 0x2F, tokens[n - 2].kind == .punctuation, tokens[n - 3].isWord,
      tokens[n - 3].end == tokens[n - 2].start, tokens[n - 2].end == tokens[n - 1].start,
      tokens[n - 3].end - tokens[n - 3].start >= 3, isEnding(text, tokens[n - 1])
    else { return }
    tokens.removeLast(2)
  }

  /// Where two glued words part (*évaluationConcevoir*), both known and the whole unknown.
  private func camelCut(_ text: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int) -> Int? {
    guard end - start >= 8 else { return nil }
    for index in start + 3..<end - 3
    where isUpper(text[index]) && isLower(text[index - 1]) && isLower(text[index + 1]) {
      if entry(text[start..<index]).key >= 0, entry(text[index..<end]).key >= 0 { return index }
    }
    return nil
  }

  private func isLetter(_ unit: UInt16) -> Bool {
    isUpper(unit) || isLower(unit) || unit > 0xFF && !Self.apostrophes.contains(unit)
  }
  /// All of them are read as that of ASCII.
  private static let apostrophes: Set<UInt16> = [0x2019, 0x2018, 0x2BC]

  private func append(
    _ kind: Token.Kind, _ start: Int, _ end: Int, form: Int32, key: Int32 = -1, flags: Token.Flags = []
  ) {
    var flags = flags
    if spaced { flags.insert(.spaced) }
    spaced = false
    tokens.append(Token(start: Int32(start), end: Int32(end), kind: kind, flags: flags, form: form, key: key))
  }

  // MARK: - Entries

  private func entry(_ units: UnsafeBufferPointer<UInt16>.SubSequence) -> Entry {
    let spelling = Array(units)
    if let known = memo[spelling] { return known }
    let entry = makeEntry(units)
    memo[spelling] = entry
    return entry
  }

  private func makeEntry(_ units: UnsafeBufferPointer<UInt16>.SubSequence) -> Entry {
    let surface = String(decoding: units.map { Self.apostrophes.contains($0) ? 0x27 : $0 }, as: UTF16.self)
    let folded = Folding.fold(surface)
    var flags: Token.Flags = []
    if let first = units.first, isUpper(first) { flags.insert(.capitalised) }
    if units.count > 1, units.allSatisfy({ !isLower($0) }), units.contains(where: isUpper) {
      flags.insert(.allCaps)
    }
    if units.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { flags.insert(.hasDigit) }
    if FunctionWords.all.contains(folded) { flags.insert(.function) }
    if folded.utf8.count >= 4 {
      if folded.hasSuffix("ez") { flags.insert(.secondPerson) }
      if folded.hasSuffix("er") || folded.hasSuffix("ir") || folded.hasSuffix("re") {
        flags.insert(.infinitive)
      }
    }
    // A word longer than any word is noise (encoded data): it has a form of its own and no key.
    guard units.count <= 60 else { return Entry(form: -1, key: -1, flags: flags) }
    let key =
      flags.contains(.hasDigit)
      ? folded : vocabulary.synonyms.of(Morphology.key(surface.lowercased(), folded: folded, stemmer))
    if learns {
      return Entry(form: vocabulary.forms.intern(folded), key: vocabulary.keys.intern(key), flags: flags)
    }
    return Entry(form: vocabulary.forms.id(folded), key: vocabulary.keys.id(key), flags: flags)
  }

  private static let elided: Set<[UInt16]> = Set(
    ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"].map {
      Array($0.utf16)
    })

  /// Endings that inclusive writing adds to a masculine form.
  private static let endings: Set<[UInt16]> = Set(
    [
      "e", "es", "s", "ne", "nes", "le", "les", "lle", "trice", "trices", "rice", "rices", "ice", "ices",
      "euse", "euses", "se", "ses",
      "ve", "ves", "fe", "ere", "eres", "re", "res", "ure", "eure", "eures", "esse", "te", "tes", "x", "ux",
      "che", "que", "ive", "ives", "sse", "elle", "elles", "aux", "lles", "ienne", "iere", "enne",
    ].map { Array($0.utf16) })
}
