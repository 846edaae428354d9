public import Taxonomy

extension Extractor.Worker {
  /// Mentions that written forms and grammars find, without proposing phrases that no form covers: less is found, much
  /// faster, and nothing of it by likeness. Order and offsets as in `extract`.
  ///
  /// - Parameter occupation: the offer's own occupation when known, for forms that are guarded by domain.
  public func extractExactly(title: String, description: String, occupation: ROMECode?) -> [Mention] {
    readExactly(analyse(title), .title, occupation)
      + readExactly(analyse(description), .description, occupation)
  }

  private func readExactly(_ analysed: AnalysedField, _ field: Mention.Field, _ occupation: ROMECode?)
    -> [Mention]
  {
    let (units, tokens) = analysed
    guard !units.isEmpty else { return [] }
    let clauses = Clauses.split(tokens)
    let fixed = units.withUnsafeBufferPointer { lexicon.grammars.matches(tokens, 0..<tokens.count, $0) }
    // What grammars find is fixed, as in `extract`: a form may not overlap it.
    var found = fixed.indices.map { ExactFind(tokens: fixed[$0].tokens, units: fixed[$0].units, source: ~$0) }
    var matches: [FormMatcher.Match] = []
    tokens.withUnsafeBufferPointer { tokens in
      matcher.find(
        tokens, clauses.lazy.map(\.range), domain: matcher.number(ofDomain: occupation?.domain),
        into: &matches)
      for match in matches
      where fixed.isEmpty || !fixed.contains(where: { $0.tokens.overlaps(match.tokens) }) {
        let (first, last) = (tokens[match.tokens.lowerBound], tokens[match.tokens.upperBound - 1])
        found.append(
          ExactFind(tokens: match.tokens, units: Int(first.start)..<Int(last.end), source: Int(match.form)))
      }
    }
    guard !found.isEmpty else { return [] }
    found.sort { ($0.units.lowerBound, $0.units.upperBound) < ($1.units.lowerBound, $1.units.upperBound) }
    let clauseSections = sections.sections(tokens, clauses)
    let stances = StanceReader(lexicon: lexicon, tokens: tokens, clauses: clauses)
    var scalars = ScalarOffsets()
    var clause = 0
    return found.map { find in
      while clause + 1 < clauses.count, clauses[clause + 1].range.lowerBound <= find.tokens.lowerBound {
        clause += 1
      }
      let section = clauses.isEmpty ? Section.opening : clauseSections[clause]
      let start = scalars.scalar(at: find.units.lowerBound, in: units)
      let end = scalars.scalar(at: find.units.upperBound, in: units)
      func mention(_ code: OGRCode?, _ family: String?, _ kind: Mention.Kind, _ origin: String) -> Mention {
        let stance =
          section == .company
          ? Stance.boilerplate : stances.stance(find.tokens, kind: kind, section: section)
        return Mention(
          field: field, start: start, end: end, code: code, family: family, kind: kind, stance: stance,
          origin: origin)
      }
      if find.source < 0 {
        let match = fixed[~find.source]
        let family = match.family ?? match.code.flatMap { lexicon.family(of: $0) }
        return mention(match.code, family, match.kind, "grammar")
      }
      let form = lexicon.forms[find.source]
      let item = Int(lexicon.itemOfForm[find.source])
      return mention(
        item >= 0 ? lexicon.items[item].code : nil,
        form.form.family ?? (item >= 0 ? lexicon.families.id(ofItem: item) : nil), form.form.kind, form.origin
      )
    }
  }
}

/// Where a form or a grammar found something, before its stance is read.
private struct ExactFind {
  let tokens: Range<Int>
  let units: Range<Int>
  /// Number of the form; of what a grammar found, its place complemented.
  let source: Int
}
