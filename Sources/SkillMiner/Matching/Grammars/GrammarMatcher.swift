import Taxonomy

/// Certificates, licences, languages and diplomas, recognised by written grammars.
///
/// Built once with the lexicon, shared by all threads. A text without a trigger word costs one table look-up a token;
/// spellings are looked at behind a trigger only.
struct GrammarMatcher: Sendable {
  /// A grammar, as a bit of the trigger table.
  private struct Grammars: OptionSet, Sendable {
    let rawValue: UInt8
    static let caces = Grammars(rawValue: 1)
    static let licence = Grammars(rawValue: 2)
    static let transport = Grammars(rawValue: 4)
    static let electrical = Grammars(rawValue: 8)
    static let other = Grammars(rawValue: 16)
    static let language = Grammars(rawValue: 32)
    static let diploma = Grammars(rawValue: 64)
  }

  private let triggers: FrozenArray<Grammars>
  private let codes: Set<OGRCode>
  private let diplomas: DiplomaIndex
  private var names: [String] = []

  private static let written: [(Grammars, [String])] = [
    (.caces, CACESGrammar.words), (.licence, LicenceGrammar.words), (.transport, TransportGrammar.words),
    (.electrical, ElectricalGrammar.words), (.other, OtherCredentialGrammar.words),
    (.language, LanguageGrammar.words),
    (.diploma, DiplomaGrammar.words),
  ]

  /// Every trigger word, for the vocabulary to learn.
  static var words: [String] { written.flatMap { $0.1 } }

  /// - Parameters:
  ///   - release: the taxonomy; its credential items are what diplomas are linked to.
  ///   - tokens: an analyser that learns, or whose vocabulary holds `words` and the labels.
  init(release: TaxonomyRelease, tokens: (String) -> [Token]) {
    var triggers: [Grammars] = []
    for (grammar, words) in Self.written {
      for word in words {
        guard let token = tokens(word).first, token.form >= 0 else { continue }
        let form = Int(token.form)
        if form >= triggers.count { triggers += [Grammars](repeating: [], count: form + 1 - triggers.count) }
        triggers[form].insert(grammar)
      }
    }
    self.triggers = FrozenArray(triggers)
    codes = Set(release.competencies.map(\.code))
    diplomas = DiplomaIndex(items: release.competencies, tokens: tokens)
  }

  /// The same matcher with the spellings of the finished vocabulary at hand, so that reading behind a trigger folds nothing.
  ///
  /// - Parameter spellings: `Analyzer.Vocabulary.forms.names` once nothing is learned any more.
  func frozen(spellings: [String]) -> GrammarMatcher {
    var copy = self
    copy.names = spellings.map { GrammarText.bare($0) }
    return copy
  }

  /// What stands in a field, in order. Never fails on content.
  ///
  /// - Parameters:
  ///   - tokens: the whole field.
  ///   - range: tokens to look for triggers in; pass all of them to read a field at once. A reading may look, and a
  ///     match may reach, beyond it: *R.482* and *anglais (B2)* hold a clause boundary.
  ///   - units: the text that was analysed.
  func matches(_ tokens: [Token], _ range: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> [GrammarMatch]
  {
    tokens.withUnsafeBufferPointer { matches($0, range, units) }
  }

  /// The same.
  func matches(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, _ units: UnsafeBufferPointer<UInt16>
  ) -> [GrammarMatch] {
    var found: [GrammarMatch] = []
    var index = range.lowerBound
    // A reading may end beyond the range.
    while index < range.upperBound {
      index = trigger(tokens, index..<range.upperBound)
      guard index < range.upperBound else { break }
      let grammars = triggers.base[Int(tokens[index].form)]
      if let reading = read(GrammarText(tokens: tokens, units: units, names: names), index, grammars) {
        for item in reading.items { found.append(match(item, tokens)) }
        index = max(index + 1, reading.end)
      } else {
        index += 1
      }
    }
    return found
  }

  /// The first trigger word of a stretch; its end when there is none.
  @inline(__always)
  private func trigger(_ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>) -> Int {
    let (triggers, count) = (triggers.base, UInt32(triggers.count))
    var index = range.lowerBound
    while index < range.upperBound {
      // A negative spelling is a large one without its sign.
      let form = UInt32(bitPattern: tokens[index].form)
      if form < count, !triggers[Int(form)].isEmpty, tokens[index].kind == .word { break }
      index &+= 1
    }
    return index
  }

  /// The first grammar that accepts; certificates before languages before diplomas.
  private func read(_ text: GrammarText, _ index: Int, _ grammars: Grammars) -> GrammarReading? {
    if grammars.contains(.caces), let reading = CACESGrammar().read(text, at: index) { return reading }
    if grammars.contains(.licence), let reading = LicenceGrammar().read(text, at: index) { return reading }
    if grammars.contains(.transport), let reading = TransportGrammar().read(text, at: index) {
      return reading
    }
    if grammars.contains(.electrical), let reading = ElectricalGrammar().read(text, at: index) {
      return reading
    }
    if grammars.contains(.other), let reading = OtherCredentialGrammar().read(text, at: index) {
      return reading
    }
    if grammars.contains(.language), let reading = LanguageGrammar().read(text, at: index) { return reading }
    if grammars.contains(.diploma), let reading = DiplomaGrammar(index: diplomas).read(text, at: index) {
      return reading
    }
    return nil
  }

  private func match(_ item: GrammarReading.Item, _ tokens: UnsafeBufferPointer<Token>) -> GrammarMatch {
    let code = item.code.flatMap { $0 > 0 ? OGRCode(number: $0) : nil }
    return GrammarMatch(
      tokens: item.tokens,
      units: item.units ?? Int(
        tokens[item.tokens.lowerBound].start)..<Int(tokens[item.tokens.upperBound - 1].end),
      kind: item.kind, code: code.flatMap { codes.contains($0) ? $0 : nil }, family: item.family)
  }
}
