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
    var found: [ExactFind] = fixed.map {
      ExactFind(
        tokens: $0.tokens, units: $0.units, code: $0.code,
        family: $0.family ?? $0.code.flatMap { lexicon.family(of: $0) }, kind: $0.kind, origin: "grammar")
    }
    var matches: [FormMatcher.Match] = []
    let domain = matcher.number(ofDomain: occupation?.domain)
    for clause in clauses {
      matches.removeAll(keepingCapacity: true)
      tokens.withUnsafeBufferPointer {
        matcher.find($0, clause.range, domain: domain, into: &matches)
      }
      for match in matches
      where fixed.isEmpty || !fixed.contains(where: { $0.tokens.overlaps(match.tokens) }) {
        found.append(ExactFind(match, tokens, lexicon))
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
      return Mention(
        field: field, start: start, end: scalars.scalar(at: find.units.upperBound, in: units),
        code: find.code, family: find.family,
        kind: find.kind,
        stance: section == .company
          ? .boilerplate : stances.stance(find.tokens, kind: find.kind, section: section),
        origin: find.origin)
    }
  }
}

/// What a form or a grammar found, before its stance is read.
private struct ExactFind {
  let tokens: Range<Int>
  let units: Range<Int>
  let code: OGRCode?
  let family: String?
  let kind: Mention.Kind
  let origin: String

  init(
    tokens: Range<Int>, units: Range<Int>, code: OGRCode?, family: String?, kind: Mention.Kind, origin: String
  ) {
    self.tokens = tokens
    self.units = units
    self.code = code
    self.family = family
    self.kind = kind
    self.origin = origin
  }

  init(_ match: FormMatcher.Match, _ tokens: [Token], _ lexicon: Lexicon) {
    let compiled = lexicon.forms[Int(match.form)]
    self.init(
      tokens: match.tokens,
      units: Int(tokens[match.tokens.lowerBound].start)..<Int(tokens[match.tokens.upperBound - 1].end),
      code: compiled.item >= 0 ? lexicon.items[Int(compiled.item)].code : nil,
      family: compiled.form.family ?? (compiled.item >= 0 ? lexicon.familyOfItem[Int(compiled.item)] : nil),
      kind: compiled.form.kind, origin: compiled.origin)
  }
}
