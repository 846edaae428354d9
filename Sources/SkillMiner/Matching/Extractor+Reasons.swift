import Taxonomy

extension Extractor.Worker {
  /// Every stretch of an offer that was weighed or found by a grammar, in order of field, start and end.
  ///
  /// Slower than `extract`, which decides the same: all features of all stretches are kept.
  /// - Throws: `ReadingError` when the program was built without a meaning for each feature.
  func reasons(title: String, description: String, occupation: ROMECode?) throws -> [SpanReasons] {
    ranker.aim(at: occupation)
    let title = analyse(title)
    let description = analyse(description)
    offer.load(title: title.tokens, text: description.tokens, occupation: occupation)
    let meanings = try FeatureMeanings.embedded.get()
    let domain = domain(occupation)
    return reasons(title, .title, domain, meanings) + reasons(description, .description, domain, meanings)
  }

  private func reasons(
    _ analysed: AnalysedField, _ field: Mention.Field, _ domain: String?, _ meanings: FeatureMeanings
  ) -> [SpanReasons] {
    let (units, tokens) = analysed
    guard !units.isEmpty else { return [] }
    let fixed = units.withUnsafeBufferPointer { lexicon.grammars.matches(tokens, 0..<tokens.count, $0) }
    // Stretches overlap, so that each place is asked for many times.
    var scalars = ScalarOffsets()
    let places = (0...units.count).map { scalars.scalar(at: $0, in: units) }
    func offsets(_ range: Range<Int>) -> Range<Int> { places[range.lowerBound]..<places[range.upperBound] }
    var all = fixed.map { match in
      let range = offsets(match.units)
      return SpanReasons(
        field: field, start: range.lowerBound, end: range.upperBound, decision: .grammar, probability: 1,
        parts: [], link: .none, candidates: [])
    }
    var measured: [(span: ProposedSpan, features: [Float])] = []
    proposer.inspect = { span, values in measured.append((span, Array(values))) }
    defer { proposer.inspect = nil }
    let clauses = Clauses.split(tokens)
    let clauseSections = sections.sections(tokens, clauses)
    let threshold = LinkerModel.logit(lexicon.model.spanThreshold)
    var decoder = SpanDecoder()
    tokens.withUnsafeBufferPointer { view in
      forEachClause(view, clauses, clauseSections, field, domain) { _, _ in
        let spans = measured.map(\.span)
        func isFixed(_ span: ProposedSpan) -> Bool { fixed.contains { $0.tokens.overlaps(span.tokens) } }
        let chosen = Set(decoder.choose(spans, threshold: threshold, excluding: isFixed))
        for (place, (span, features)) in measured.enumerated() where !isFixed(span) {
          let decision: SpanReasons.Decision =
            chosen.contains(place) ? .kept : span.score > threshold ? .outweighed : .refused
          ranker.measure(span, proposer.words, view, offer)
          let (link, candidates) = candidates(of: span, meanings)
          let range = offsets(
            Int(view[span.tokens.lowerBound].start)..<Int(view[span.tokens.upperBound - 1].end))
          all.append(
            SpanReasons(
              field: field, start: range.lowerBound, end: range.upperBound, decision: decision,
              probability: Double(LinkerModel.probability(span.score)),
              parts: Self.parts(lexicon.model.parts(ofSpan: features), meanings.spans), link: link,
              candidates: candidates))
        }
        measured.removeAll(keepingCapacity: true)
      }
    }
    return all.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// How the span that was measured last gets its item, and the items it could mean.
  private func candidates(
    of span: ProposedSpan, _ meanings: FeatureMeanings
  ) -> (SpanReasons.ItemSource, [SpanReasons.Candidate]) {
    let model = lexicon.model
    let rows = ranker.items.enumerated().map { place, item in
      let row = Array(UnsafeBufferPointer(start: ranker.features(at: place), count: RankFeature.count))
      let parts = model.parts(ofItem: row)
      return (item: item, row: row, parts: parts, score: parts.reduce(0, +))
    }.sorted { ($0.score, $1.item) > ($1.score, $0.item) }
    let candidates = rows.enumerated().map { place, own in
      let other = place > 0 ? rows[0].parts : rows.count > 1 ? rows[1].parts : own.parts.map { _ in 0 }
      return SpanReasons.Candidate(
        item: lexicon.items[Int(own.item)], score: Double(own.score),
        comparison: Self.parts(zip(own.parts, other).map { $0 - $1 }, meanings.items))
    }
    if span.form >= 0, !span.formTraits.contains(.label) {
      let item = lexicon.itemOfForm[Int(span.form)]
      let text = lexicon.forms[Int(span.form)].form.text
      return (item >= 0 ? .written(form: text, item: lexicon.items[Int(item)]) : .none, candidates)
    }
    guard let best = rows.first else { return (.none, []) }
    let probability = model.acceptance(
      ofItem: best.row, score: best.score, next: rows.count > 1 ? rows[1].score : nil)
    return (.likely(Double(probability)), candidates)
  }

  /// Amounts with what they mean, largest first; what adds nothing is left out.
  private static func parts(_ amounts: [Float], _ meanings: [String]) -> [SpanReasons.Part] {
    zip(amounts, meanings).filter { abs($0.0) >= 0.005 }
      .map { SpanReasons.Part(meaning: $0.1, amount: Double($0.0)) }
      .sorted { (abs($0.amount), $1.meaning) > (abs($1.amount), $0.meaning) }
  }
}
