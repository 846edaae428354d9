import Taxonomy

/// Finds written forms in tokens: leftmost-longest over content keys, function words free inside a form.
struct FormMatcher {
  /// One occurrence of a form.
  struct Match {
    /// Token indices, first and last content token of the occurrence.
    var tokens: Range<Int>
    /// Index in `Lexicon.forms`.
    var form: Int32
  }

  let lexicon: Lexicon
  private let trie: FrozenTrie
  /// By form.
  private let facts: FrozenArray<Facts>
  private let written: FrozenArray<Int32>
  /// Numbers of the codes of items.
  private let codes: FrozenArray<Int32>
  /// By spelling.
  private let inflections: FrozenArray<Int32>
  /// The forms themselves, for those with a guard.
  private let forms: [Unmanaged<Lexicon.CompiledForm>]
  /// Numbers of the ROME domains that forms are guarded by.
  private let domains: [String: Int32]
  /// By form that is guarded by domain, the numbers of its domains.
  private let domainsOfForm: [Int32: [Int32]]
  /// Scratch: a matcher is used by one thread at a time.
  private let line = KeyLine()

  /// What most forms are accepted by, without a look at the form itself.
  private struct Facts {
    /// Accepted once its words stand as written: there is no guard but those of a single word.
    var isOpen: Bool
    /// One content word: accepted by its inflection, with the function words it is written with.
    var isSingle: Bool
    /// Guards of a single word: its spelling, its first letter, all its letters.
    var isExact: Bool
    var isCapital: Bool
    var isAllCaps: Bool
    var spelling: Int32
    var inflection: Int32
    /// Of a single one of several words: spellings in `written`, from here on, and which of them is the content word.
    var words: Int32
    var wordCount: Int32
    var anchor: Int32
    /// Its item, -1 when it has none; what a mention of it is and comes from; whether it has a family of its own.
    var item: Int32
    var kind: Mention.Kind
    var origin: SurfaceForm.Origin
    var hasFamily: Bool
  }

  /// What a mention of a form says.
  struct Meaning {
    var code: OGRCode?
    var family: String?
    var kind: Mention.Kind
    var origin: String
  }

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    trie = lexicon.trie
    inflections = lexicon.inflections
    var written: [Int32] = []
    var facts: [Facts] = []
    facts.reserveCapacity(lexicon.forms.count)
    for (index, form) in lexicon.forms.enumerated() {
      let isSingle = form.spellings.count == 1
      let spelling = form.spellings.first ?? -1
      let words = isSingle && form.words.count > 1 ? form.words : []
      let guards = form.form.guards
      let isWide =
        !guards.notBefore.isEmpty || !guards.notAfter.isEmpty || !guards.needs.isEmpty
        || !guards.domains.isEmpty
      facts.append(
        Facts(
          isOpen: isSingle ? !isWide : guards.isEmpty, isSingle: isSingle,
          isExact: guards.exact || guards.allCaps,
          isCapital: form.capitals.first == true, isAllCaps: guards.allCaps, spelling: spelling,
          inflection: isSingle && spelling >= 0 ? inflections[Int(spelling)] : -1,
          words: Int32(written.count),
          wordCount: Int32(words.count), anchor: Int32(form.anchor), item: lexicon.itemOfForm[index],
          kind: form.form.kind,
          origin: form.form.origin, hasFamily: form.form.family != nil))
      written += words
    }
    self.facts = FrozenArray(facts)
    codes = FrozenArray(lexicon.items.map(\.code.number))
    self.written = FrozenArray(written)
    // The lexicon keeps them: no thread counts references of what others read.
    forms = lexicon.forms.map { .passUnretained($0) }
    let guarding = Set(lexicon.forms.flatMap { $0.form.guards.domains }).sorted()
    let domains = Dictionary(uniqueKeysWithValues: guarding.enumerated().map { ($1, Int32($0)) })
    self.domains = domains
    domainsOfForm = Dictionary(
      uniqueKeysWithValues: lexicon.forms.enumerated().compactMap { index, form in
        let guards = form.form.guards.domains
        return guards.isEmpty ? nil : (Int32(index), guards.compactMap { domains[$0] })
      })
  }

  /// What a form says: from its facts, which a match has just been looked at in, and not from the form itself.
  func meaning(of form: Int32) -> Meaning {
    let facts = facts[Int(form)]
    let item = Int(facts.item)
    return Meaning(
      code: item >= 0 ? OGRCode(number: codes[item]) : nil,
      family: facts.hasFamily
        ? lexicon.forms[Int(form)].form.family : item >= 0 ? lexicon.families.id(ofItem: item) : nil,
      kind: facts.kind, origin: facts.origin.ofMention)
  }

  /// Stands for the domain of an offer that has none: no form is refused for its domain.
  static let noDomain: Int32 = -1

  /// The number of an offer's ROME domain (`N11`), as `find` takes it; another negative number than `noDomain` when no form is
  /// guarded by it.
  func number(ofDomain domain: String?) -> Int32 { domain.map { domains[$0] ?? -2 } ?? Self.noDomain }

  /// Occurrences within one clause, without overlaps, in order.
  ///
  /// - Parameter domain: the offer's ROME domain (`N11`), for forms guarded by domain.
  func matches(_ tokens: [Token], _ range: Range<Int>, domain: String?) -> [Match] {
    var matches: [Match] = []
    tokens.withUnsafeBufferPointer {
      find($0, CollectionOfOne(range), domain: number(ofDomain: domain), into: &matches)
    }
    return matches
  }

  /// Appends the occurrences within each of some clauses, in order, to a caller's scratch: nothing is allocated but for
  /// guarded forms. All clauses of a text at once are faster than one by one: what the trie says is asked for ahead.
  ///
  /// Leftmost-longest: of the forms that begin at a token the longest accepted one counts, and the search goes on behind
  /// it. A token takes as many steps as the longest form that its keys begin, so a text of a million times one word
  /// costs at most the longest form for each.
  ///
  /// - Parameter domain: as `number(ofDomain:)` gives it.
  @inline(__always)
  func find(
    _ tokens: UnsafeBufferPointer<Token>, _ clauses: some Collection<Range<Int>>, domain: Int32,
    into matches: inout [Match]
  ) {
    line.begin(clauses.reduce(0) { $0 + $1.count + 1 })
    for clause in clauses {
      append(tokens, clause)
      line.part()
    }
    search(tokens, clauses, domain: domain, into: &matches)
  }

  /// Function words and signs that a form may span are not on the line; what ends a form is, without a key.
  @inline(__always)
  private func append(_ tokens: UnsafeBufferPointer<Token>, _ clause: Range<Int>) {
    // In numbers, so that no branch depends on the text.
    var skipped: Int32 = 0
    line.append(tokens, clause) { token in
      let isContent = Self.one(token.isContent)
      let isSign = Self.one(token.kind == .punctuation)
      let spans = isSign & (Self.one(token.form == 0x2D) | Self.one(token.form == 0x2F))
      skipped = (skipped &+ (1 ^ isSign)) & (isContent &- 1)
      let ends = isSign & (1 ^ spans) | Self.one(skipped > 3) & (1 ^ isSign)
      return (token.key | (isContent &- 1), Int(isContent | ends))
    }
  }

  @inline(__always)
  private static func one(_ value: Bool) -> Int32 { value ? 1 : 0 }

  @inline(__always)
  private func search(
    _ tokens: UnsafeBufferPointer<Token>, _ clauses: some Collection<Range<Int>>, domain: Int32,
    into matches: inout [Match]
  ) {
    let (keys, places) = (line.keys, line.tokens)
    var at = clauses.startIndex
    // No form's facts are in the near caches; of several values at a root only one is asked for in vain.
    let facts = self.facts.base
    line.forEachBegin(trie, ahead: { WideMemory.prefetch(facts + Int(max(0, $0.value))) }) { begin, root in
      let start = Int(places[begin])
      while clauses[at].upperBound <= start { clauses.formIndex(after: &at) }
      let range = clauses[at]
      var reached = root
      var place = begin
      var from = begin + 1
      var best: Match?
      while reached.node >= 0 {
        let end = Int(places[place])
        if let form = accepted(reached, tokens, start, end, range, domain) {
          best = Match(tokens: start..<end + 1, form: form)
          from = place + 1
        }
        // On to the next content word.
        place += 1
        guard keys[place] >= 0 else { break }
        reached = trie.next(reached, keys[place])
      }
      if let best { matches.append(best) }
      return from
    }
  }

  /// The first form that ends at a place of the trie and is accepted.
  @inline(__always)
  private func accepted(
    _ place: FrozenTrie.Place, _ tokens: UnsafeBufferPointer<Token>, _ first: Int, _ last: Int,
    _ clause: Range<Int>, _ domain: Int32
  ) -> Int32? {
    if place.value == FrozenTrie.noValue { return nil }
    if place.value >= 0 {
      return accepts(place.value, tokens, first, last, clause, domain) ? place.value : nil
    }
    return trie.values(at: place.node).first { accepts($0, tokens, first, last, clause, domain) }
  }

  @inline(__always)
  private func accepts(
    _ value: Int32, _ tokens: UnsafeBufferPointer<Token>, _ first: Int, _ last: Int, _ clause: Range<Int>,
    _ domain: Int32
  ) -> Bool {
    let facts = facts[Int(value)]
    if facts.isSingle, !standsAsWritten(facts, tokens, first, clause) { return false }
    return facts.isOpen || isAdmitted(value, tokens, first..<last + 1, clause, domain)
  }

  @inline(never)
  private func isAdmitted(
    _ value: Int32, _ tokens: UnsafeBufferPointer<Token>, _ found: Range<Int>, _ clause: Range<Int>,
    _ domain: Int32
  ) -> Bool {
    if domain != Self.noDomain, let own = domainsOfForm[value], !own.contains(domain) { return false }
    return forms[Int(value)]._withUnsafeGuaranteedRef { Self.stands($0, tokens, found, clause) }
  }

  private static func isInCapitals(_ token: Token) -> Bool {
    token.flags.contains(.allCaps) || token.end - token.start == 1 && token.flags.contains(.capitalised)
  }

  /// Whether a form stands with the spelling, the capitals and the neighbours that its guards ask for.
  private static func stands(
    _ form: Lexicon.CompiledForm, _ tokens: UnsafeBufferPointer<Token>, _ found: Range<Int>,
    _ clause: Range<Int>
  ) -> Bool {
    let (isExact, isAllCaps) = (form.form.guards.exact, form.form.guards.allCaps)
    // An acronym has no inflection: *CV* is no *CVS*.
    if isExact || isAllCaps {
      let content = found.lazy.filter { tokens[$0].isContent }
      for (token, spelling) in zip(content, form.spellings) where tokens[token].form != spelling {
        return false
      }
    }
    // Capitals as written: the first letter of each word that has one in the form.
    if !form.capitals.isEmpty {
      for (token, isCapital) in zip(found.lazy.filter({ tokens[$0].isContent }), form.capitals)
      where isCapital && !tokens[token].flags.contains(.capitalised) {
        return false
      }
    }
    if isAllCaps,
      !found.allSatisfy({
        !tokens[$0].isContent || isInCapitals(tokens[$0])
      })
    {
      return false
    }
    if !form.notBefore.isEmpty,
      let next = tokens[found.upperBound..<clause.upperBound].first(where: { $0.isContent }),
      form.notBefore.contains(next.form)
    {
      return false
    }
    if !form.notAfter.isEmpty,
      let previous = tokens[clause.lowerBound..<found.lowerBound].last(where: { $0.isContent }),
      form.notAfter.contains(previous.form)
    {
      return false
    }
    if !form.needs.isEmpty, !tokens[clause].contains(where: { form.needs.contains($0.form) }) { return false }
    return true
  }

  /// A form of one content word is matched by inflection only, and with the function words it is written with.
  ///
  /// The derivational key that serves phrases is too wide for one word: *adapter* is no *adaptable*, *assurer* no
  /// *assurances*; and *en équipe* is not every *équipe*.
  @inline(__always)
  private func standsAsWritten(
    _ facts: Facts, _ tokens: UnsafeBufferPointer<Token>, _ at: Int, _ clause: Range<Int>
  ) -> Bool {
    if facts.wordCount > 0 {
      let start = at - Int(facts.anchor)
      guard start >= clause.lowerBound, start + Int(facts.wordCount) <= clause.upperBound else {
        return false
      }
      for offset in 0..<Int(facts.wordCount) where offset != Int(facts.anchor) {
        if tokens[start + offset].form != written[Int(facts.words) + offset] { return false }
      }
    }
    let spelling = tokens[at].form
    // An acronym has no inflection: *CV* is no *CVS*.
    if facts.isExact, spelling != facts.spelling { return false }
    if facts.isCapital, !tokens[at].flags.contains(.capitalised) { return false }
    if facts.isAllCaps, !Self.isInCapitals(tokens[at]) { return false }
    // A spelling that no label and no form holds can only be an inflection of the key it shares.
    return spelling < 0 || inflections[Int(spelling)] == facts.inflection
  }
}
