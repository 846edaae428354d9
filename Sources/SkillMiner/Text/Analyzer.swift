/// Text to tokens: ICU words, French elision and inclusive writing, glued sentences, symbols, folding, keys.
///
/// One a thread. In *learning* mode (building a lexicon) new spellings are interned; frozen, they get -1. Never fails
/// on content: lone surrogates, a text of one million-letter word or of a million sentences without a space are read
/// in time that grows with their length. A word of more than 60 units is noise and has neither form nor key.
final class Analyzer {
  /// Interned spellings and keys, shared by dictionary and text: both go through the same analyser.
  struct Vocabulary: Sendable {
    var forms = Interner()
    var keys = Interner()
    /// Keys that are one.
    let synonyms: Synonyms
    /// Spellings and keys to be looked up in bytes, once nothing is learnt any more.
    private(set) var index: SpellingIndex?

    init(synonyms: Synonyms = .none) { self.synonyms = synonyms }

    /// The same vocabulary for reading: it must not learn any more.
    func frozen() -> Vocabulary {
      var copy = self
      copy.index = SpellingIndex(self)
      return copy
    }
  }

  /// Longest word that has a form and a key, in UTF-16 units.
  static let longestWord = 60

  private(set) var vocabulary: Vocabulary
  let learns: Bool
  private let breaker: WordBreaker
  private let stemmer: Stemmer
  /// Of the string that is being read.
  private let units = UTF16Scratch()
  /// The fast way to form and key; `nil` while learning.
  private let latin: LatinSpelling?
  /// Apart from the object, so that the loop over tokens pays no exclusivity checks.
  private let writer: UnsafeMutablePointer<TokenWriter>

  /// An analyser over a frozen vocabulary.
  convenience init(vocabulary: Vocabulary) throws { try self.init(vocabulary, learns: false) }

  /// An analyser that learns a new vocabulary.
  convenience init(synonyms: [Synonym]) throws {
    try self.init(Vocabulary(synonyms: Synonyms(synonyms, Stemmer())), learns: true)
  }

  private init(_ vocabulary: Vocabulary, learns: Bool) throws {
    self.learns = learns
    self.vocabulary = vocabulary
    breaker = try WordBreaker()
    stemmer = try Stemmer()
    latin = learns ? nil : vocabulary.index.map { LatinSpelling(index: $0) }
    writer = .allocate(capacity: 1)
    writer.initialize(to: TokenWriter())
  }

  deinit {
    latin?.deallocate()
    writer.pointee.deallocate()
    writer.deallocate()
  }

  /// Tokens of a text, not copied: valid until the next call on this analyser.
  func analyse(_ text: UnsafeBufferPointer<UInt16>) -> UnsafeBufferPointer<Token> {
    writer.pointee.begin(text)
    breaker.forEachBlock(text) { segments in writer.pointee.write(segments, self) }
    return writer.pointee.result
  }

  /// Tokens of a text.
  ///
  /// Never inlined: where a caller does not use the result, the optimiser of Swift 6.3 frees the array before it is
  /// filled (the address sanitizer shows it).
  @inline(never)
  func tokens(of text: UnsafeBufferPointer<UInt16>) -> [Token] { Array(analyse(text)) }

  /// Tokens of a string.
  func tokens(of text: String) -> [Token] {
    tokens(of: units.load(text))
  }

  // MARK: - Entries

  /// What is to be remembered of a spelling: the slow part, once per distinct spelling.
  @inline(never)
  func makeEntry(_ units: UnsafeBufferPointer<UInt16>) -> TokenEntry {
    // All apostrophes are one: what is written *l’* is known as *l'*.
    if units.contains(where: \.isOtherApostrophe) {
      return units.map { $0.isOtherApostrophe ? 0x27 : $0 }.withUnsafeBufferPointer { makeEntry($0) }
    }
    let hasDigit = units.contains { $0 >= 0x30 && $0 <= 0x39 }
    var flags: Token.Flags = []
    if let first = units.first, first.isLatinUpper { flags.insert(.capitalised) }
    if units.count > 1, units.allSatisfy({ !$0.isLatinLower }), units.contains(where: \.isLatinUpper) {
      flags.insert(.allCaps)
    }
    if hasDigit { flags.insert(.hasDigit) }
    var traits: TokenEntry.Traits = []
    let kind: Token.Kind = hasDigit && !units.contains(where: \.isLetterLike) ? .number : .word
    if TokenWriter.camelPlace(units, from: 3) != nil { traits.insert(.camel) }
    if let latin, units.count <= Self.longestWord, let read = latin.read(units, hasDigit: hasDigit, stemmer) {
      flags.formUnion(read.ending)
      if read.isFunction { flags.insert(.function) }
      return TokenEntry(form: read.form, key: read.key, kind: kind, flags: flags, traits: traits)
    }
    let surface = String(decoding: units, as: UTF16.self)
    let folded = String(decoding: Folding.fold(units), as: UTF16.self)
    if FunctionWords.all.contains(folded) { flags.insert(.function) }
    if folded.utf8.count >= 4 {
      if folded.hasSuffix("ez") { flags.insert(.secondPerson) }
      if folded.hasSuffix("er") || folded.hasSuffix("ir") || folded.hasSuffix("re") {
        flags.insert(.infinitive)
      }
    }
    // A word longer than any word is noise (encoded data): it has a form of its own and no key.
    guard units.count <= Self.longestWord else {
      return TokenEntry(form: -1, key: -1, kind: kind, flags: flags, traits: traits)
    }
    let key =
      hasDigit
      ? folded : vocabulary.synonyms.of(Morphology.key(surface.lowercased(), folded: folded, stemmer))
    if learns {
      return TokenEntry(
        form: vocabulary.forms.intern(folded), key: vocabulary.keys.intern(key), kind: kind, flags: flags,
        traits: traits)
    }
    return TokenEntry(
      form: vocabulary.forms.id(folded), key: vocabulary.keys.id(key), kind: kind, flags: flags,
      traits: traits)
  }
}
