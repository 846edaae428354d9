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
  private let inflections: [Int32]

  /// What most forms are accepted by, without a look at the form itself.
  private struct Facts {
    /// No guard, and more words than one: accepted wherever its keys stand.
    var isFree: Bool
    /// One word without any guard: accepted by its inflection.
    var isBareWord: Bool
    var inflection: Int32
  }

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    trie = lexicon.trie
    let inflections = lexicon.inflections
    self.inflections = inflections
    facts = FrozenArray(
      lexicon.forms.map { form in
        let isOpen = form.form.guards.isEmpty
        let isBare = isOpen && form.spellings.count == 1 && form.words.count <= 1 && form.spellings[0] >= 0
        return Facts(
          isFree: isOpen && form.spellings.count > 1, isBareWord: isBare,
          inflection: isBare ? inflections[Int(form.spellings[0])] : -1)
      })
  }

  /// Occurrences within one clause, without overlaps, in order.
  ///
  /// - Parameter domain: the offer's ROME domain (`N11`), for forms guarded by domain.
  func matches(_ tokens: [Token], _ range: Range<Int>, domain: String?) -> [Match] {
    var matches: [Match] = []
    tokens.withUnsafeBufferPointer { find($0, range, domain: domain, into: &matches) }
    return matches
  }

  /// Appends the occurrences within one clause to a caller's scratch: nothing is allocated but for guarded forms.
  ///
  /// Leftmost-longest: of the forms that begin at a token the longest accepted one counts, and the search goes on behind
  /// it. A token takes as many steps as the longest form that its keys begin, so a text of a million times one word
  /// costs at most the longest form for each.
  func find(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, domain: String?, into matches: inout [Match]
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      guard tokens[start].isContent, tokens[start].key >= 0 else {
        start += 1
        continue
      }
      let root = trie.root(tokens[start].key)
      var node = root.child
      var index = start
      var best: Match?
      var skipped = 0
      while node >= 0 {
        for value in trie.values(at: node)
        where accepts(value, tokens, start, index, range, domain) {
          best = Match(tokens: start..<index + 1, form: value)
          break
        }
        // On to the next content word, over function words and signs that a form may span.
        index += 1
        while index < range.upperBound, !tokens[index].isContent {
          let token = tokens[index]
          if token.kind == .punctuation {
            if token.form != 0x2D, token.form != 0x2F { break }
          } else {
            skipped += 1
            if skipped > 3 { break }
          }
          index += 1
        }
        guard index < range.upperBound, tokens[index].isContent else { break }
        if node == root.child, !root.mayFollow(tokens[index].key) { break }
        node = trie.step(node, tokens[index].key)
        skipped = 0
      }
      if let best {
        matches.append(best)
        start = best.tokens.upperBound
      } else {
        start += 1
      }
    }
  }

  @inline(__always)
  private func accepts(
    _ value: Int32, _ tokens: UnsafeBufferPointer<Token>, _ first: Int, _ last: Int, _ clause: Range<Int>,
    _ domain: String?
  ) -> Bool {
    let facts = facts[Int(value)]
    if facts.isFree { return true }
    if facts.isBareWord {
      let spelling = tokens[first].form
      return spelling < 0 || inflections[Int(spelling)] == facts.inflection
    }
    return isAdmitted(value, tokens, first..<last + 1, clause, domain)
  }

  @inline(never)
  private func isAdmitted(
    _ value: Int32, _ tokens: UnsafeBufferPointer<Token>, _ found: Range<Int>, _ clause: Range<Int>,
    _ domain: String?
  ) -> Bool {
    let form = lexicon.forms[Int(value)]
    let guards = form.form.guards
    if form.spellings.count == 1, !standsAsWritten(form, tokens, found.lowerBound, clause) { return false }
    if guards.isEmpty { return true }
    let content = found.filter { tokens[$0].isContent }
    // An acronym has no inflection: *CV* is no *CVS*.
    if guards.exact || guards.allCaps {
      for (token, spelling) in zip(content, form.spellings) where tokens[token].form != spelling {
        return false
      }
    }
    if guards.matchesCase {
      // Capitals as written: the first letter of each word that has one in the form.
      let written = form.form.text.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "'" || $0 == "’" })
      for (token, word) in zip(content, written) {
        if let first = word.first, first.isUppercase, !tokens[token].flags.contains(.capitalised) {
          return false
        }
      }
    }
    if guards.allCaps,
      !content.allSatisfy({
        tokens[$0].flags.contains(.allCaps)
          || tokens[$0].end - tokens[$0].start == 1 && tokens[$0].flags.contains(.capitalised)
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
    if !guards.domains.isEmpty, let domain, !guards.domains.contains(domain) { return false }
    return true
  }

  /// A form of one content word is matched by inflection only, and with the function words it is written with.
  ///
  /// The derivational key that serves phrases is too wide for one word: *adapter* is no *adaptable*, *assurer* no
  /// *assurances*; and *en équipe* is not every *équipe*.
  private func standsAsWritten(
    _ form: Lexicon.CompiledForm, _ tokens: UnsafeBufferPointer<Token>, _ at: Int, _ clause: Range<Int>
  ) -> Bool {
    if form.words.count > 1 {
      let start = at - form.anchor
      guard start >= clause.lowerBound, start + form.words.count <= clause.upperBound else { return false }
      for (offset, word) in form.words.enumerated() where offset != form.anchor {
        if tokens[start + offset].form != word { return false }
      }
    }
    let spelling = tokens[at].form
    // A spelling that no label and no form holds can only be an inflection of the key it shares.
    return spelling < 0 || inflections[Int(spelling)] == inflections[Int(form.spellings[0])]
  }
}
