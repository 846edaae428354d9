public import Taxonomy

extension Extractor.Worker {
  /// Mentions that written forms and grammars find, without proposing phrases that no form covers: less is found, much
  /// faster, and nothing of it by likeness. Order and offsets as in `extract`.
  ///
  /// - Parameter occupation: the offer's own occupation when known, for forms that are guarded by domain.
  public func extractExactly(title: String, description: String, occupation: ROMECode?) -> [Mention] {
    var mentions: [Mention] = []
    readExactly(title, .title, occupation, into: &mentions)
    readExactly(description, .description, occupation, into: &mentions)
    return mentions
  }

  private func readExactly(
    _ text: String, _ field: Mention.Field, _ occupation: ROMECode?, into mentions: inout [Mention]
  ) {
    // Both stand in memory that is used again for the next field.
    let (units, tokens) = view(text)
    guard !units.isEmpty else { return }
    let clauses = Clauses.split(tokens)
    let fixed = lexicon.grammars.matches(tokens, 0..<tokens.count, units)
    var matches: [FormMatcher.Match] = []
    matcher.find(
      tokens, clauses.lazy.map(\.range), domain: matcher.number(ofDomain: occupation?.domain), into: &matches)
    var found: [ExactFind] = []
    found.reserveCapacity(fixed.count + matches.count)
    // What grammars find is fixed, as in `extract`: a form may not overlap it.
    for (index, match) in fixed.enumerated() {
      found.append(ExactFind(tokens: match.tokens, units: match.units, source: ~index))
    }
    for match in matches
    where fixed.isEmpty || !fixed.contains(where: { $0.tokens.overlaps(match.tokens) }) {
      let (first, last) = (tokens[match.tokens.lowerBound], tokens[match.tokens.upperBound - 1])
      found.append(
        ExactFind(tokens: match.tokens, units: Int(first.start)..<Int(last.end), source: Int(match.form)))
    }
    guard !found.isEmpty else { return }
    mentions.reserveCapacity(mentions.count + found.count)
    // Forms alone are in order.
    if !fixed.isEmpty {
      found.sort { ($0.units.lowerBound, $0.units.upperBound) < ($1.units.lowerBound, $1.units.upperBound) }
    }
    let clauseSections = sections.sections(tokens, clauses)
    let stances = StanceReader(lexicon: lexicon, tokens: tokens, clauses: clauses)
    var scalars = ScalarOffsets()
    var clause = 0
    for find in found {
      while clause + 1 < clauses.count, clauses[clause + 1].range.lowerBound <= find.tokens.lowerBound {
        clause += 1
      }
      let section = clauses.isEmpty ? Section.opening : clauseSections[clause]
      let start = scalars.scalar(at: find.units.lowerBound, in: units)
      let end = scalars.scalar(at: find.units.upperBound, in: units)
      func add(_ code: OGRCode?, _ family: String?, _ kind: Mention.Kind, _ origin: String) {
        let stance =
          section == .company
          ? Stance.boilerplate : stances.stance(find.tokens, kind: kind, section: section)
        mentions.append(
          Mention(
            field: field, start: start, end: end, code: code, family: family, kind: kind, stance: stance,
            origin: origin))
      }
      if find.source < 0 {
        let match = fixed[~find.source]
        let family = match.family ?? match.code.flatMap { lexicon.family(of: $0) }
        add(match.code, family, match.kind, "grammar")
        continue
      }
      let meaning = matcher.meaning(of: Int32(find.source))
      add(meaning.code, meaning.family, meaning.kind, meaning.origin)
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
