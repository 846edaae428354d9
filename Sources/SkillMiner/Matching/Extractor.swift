public import Taxonomy

/// Reads texts and returns mentions. Shared by all threads; each thread works with a `Worker` of its own.
public final class Extractor: Sendable {
  /// What is looked for.
  public let lexicon: Lexicon

  /// An extractor over a frozen lexicon.
  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// A worker for one thread: it owns an ICU break iterator and scratch memory and is not thread-safe.
  ///
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public func makeWorker() throws -> Worker { try Worker(lexicon: lexicon) }

  /// Origins of mentions that were linked by their likelihood: `link:0.00` to `link:0.99`.
  static let linkOrigins = (0..<100).map { "link:0.\($0 / 10)\($0 % 10)" }

  /// Extraction state of one thread.
  public final class Worker {
    let lexicon: Lexicon
    private let analyzer: Analyzer
    private let scratch = UTF16Scratch()
    let matcher: FormMatcher
    let proposer: SpanProposer
    let ranker: ItemRanker
    let offer: OfferKeys
    let sections: SectionReader
    private var talk = TalkReader()
    private var decoder = SpanDecoder()
    private let spanThreshold: Float
    private let itemThreshold: Float
    private let countThreshold: Float

    init(lexicon: Lexicon) throws {
      self.lexicon = lexicon
      analyzer = try Analyzer(vocabulary: lexicon.vocabulary)
      matcher = FormMatcher(lexicon: lexicon)
      proposer = SpanProposer(lexicon: lexicon, matcher: matcher)
      ranker = ItemRanker(lexicon: lexicon)
      offer = OfferKeys(lexicon: lexicon)
      sections = SectionReader(lexicon: lexicon)
      spanThreshold = LinkerModel.logit(lexicon.model.spanThreshold)
      itemThreshold = lexicon.model.itemThreshold
      countThreshold = lexicon.model.countThreshold
    }

    /// Mentions of an offer's two fields, in order of field, start and end. Never fails on content.
    ///
    /// - Parameter occupation: the offer's own occupation when known: a prior, never a filter.
    public func extract(title: String, description: String, occupation: ROMECode?) -> [Mention] {
      ranker.aim(at: occupation)
      let title = analyse(title)
      let description = analyse(description)
      offer.load(title: title.tokens, text: description.tokens, occupation: occupation)
      let domain = domain(occupation)
      return read(title, .title, domain) + read(description, .description, domain)
    }

    /// Mentions of a sentence of a certification's block (field `description`, stance `mission`).
    ///
    /// A block says nothing but competencies: every proposal that fits is kept, and no stance is read.
    public func extract(blockSentence: String, occupations: [ROMECode]) -> [Mention] {
      ranker.aim(at: occupations.first)
      let sentence = analyse(blockSentence)
      offer.load(title: [], text: sentence.tokens, occupation: occupations.first)
      return read(sentence, .description, occupations.first?.domain, isBlock: true)
    }

    /// The domain that forms are guarded by: of the code the loaded offer carries, else of what its words speak of.
    func domain(_ occupation: ROMECode?) -> String? { occupation?.domain ?? offer.likelyDomain }

    /// A field as it was given and its tokens: analysed once, for what the whole offer says and for its own mentions.
    typealias AnalysedField = (units: [UInt16], tokens: [Token])

    /// The same, not copied: valid until the next call.
    func view(_ text: String) -> (units: UnsafeBufferPointer<UInt16>, tokens: UnsafeBufferPointer<Token>) {
      let units = scratch.load(text)
      return (units, analyzer.analyse(units))
    }

    func analyse(_ text: String) -> AnalysedField {
      let units = UTF16Units.array(of: text)
      return (units, units.withUnsafeBufferPointer { analyzer.tokens(of: $0) })
    }

    /// What reading a field hands on to the making of its mentions.
    private struct Reading {
      let field: Mention.Field
      let source: [Token]
      let units: [UInt16]
      let stances: StanceReader
      let isBlock: Bool
      var scalars = ScalarOffsets()
      var mentions: [Mention] = []
    }

    private func read(
      _ analysed: AnalysedField, _ field: Mention.Field, _ domain: String?, isBlock: Bool = false
    ) -> [Mention] {
      let (units, source) = analysed
      guard !units.isEmpty else { return [] }
      let clauses = Clauses.split(source)
      let clauseSections =
        isBlock ? [Section](repeating: .mission, count: clauses.count) : sections.sections(source, clauses)
      var reading = Reading(
        field: field, source: source, units: units,
        stances: StanceReader(lexicon: lexicon, tokens: source, clauses: clauses), isBlock: isBlock)
      // Grammars know their kinds better than any proposal: what they find is fixed.
      let fixed = units.withUnsafeBufferPointer { lexicon.grammars.matches(source, 0..<source.count, $0) }
      add(fixed, clauses, clauseSections, to: &reading)
      source.withUnsafeBufferPointer { tokens in
        forEachClause(tokens, clauses, clauseSections, field, domain) { section, sentence in
          let spans = proposer.spans
          let isTalk = isEmployerTalk(section, sentence)
          // Most clauses demand nothing.
          guard isBlock || isTalk || spans.contains(where: { $0.score > spanThreshold }) else { return }
          let chosen = decoder.choose(spans, threshold: spanThreshold) { span in
            !fixed.isEmpty && fixed.contains { $0.tokens.overlaps(span.tokens) }
          }
          for choice in chosen {
            add(spans[choice], tokens, section, accepted: true, to: &reading)
          }
          if isBlock { addBlockReadings(spans, fixed, to: &reading) }
          // Written forms that were refused as demand are kept as what they are: words of the employer about itself.
          guard isBlock || isTalk else { return }
          for span in spans
          where span.formTraits.contains(.overlay)
            && !chosen.contains(where: { spans[$0].tokens.overlaps(span.tokens) })
            && !fixed.contains(where: { $0.tokens.overlaps(span.tokens) })
          {
            add(span, tokens, section, accepted: isBlock, to: &reading)
          }
        }
      }
      return Self.inOrder(reading.mentions)
    }

    /// By start, then end; most fields were read in that order already.
    private static func inOrder(_ mentions: [Mention]) -> [Mention] {
      func precedes(_ a: Mention, _ b: Mention) -> Bool { (a.start, a.end) < (b.start, b.end) }
      for place in mentions.indices.dropFirst() where precedes(mentions[place], mentions[place - 1]) {
        return mentions.sorted(by: precedes)
      }
      return mentions
    }

    /// Proposes the spans of each clause of a field in turn; `body` finds them in `proposer.spans`.
    ///
    /// - Parameter domain: the offer's ROME domain, `nil` when none is likely.
    func forEachClause(
      _ tokens: UnsafeBufferPointer<Token>, _ clauses: [Clause], _ sections: [Section],
      _ field: Mention.Field, _ domain: String?, _ body: (Section, TalkFacts) -> Void
    ) {
      talk.read(tokens, clauses, lexicon)
      let talk = self.talk
      let before = SectionReader.beforeMission(sections)
      var context = SpanContext(
        section: .opening, isTitle: field == .title, position: 0, domain: matcher.number(ofDomain: domain))
      proposer.prepare(tokens, clauses, domain: context.domain)
      for (index, clause) in clauses.enumerated() {
        context.section = sections[index]
        context.position = Float(index) / Float(max(1, clauses.count))
        context.line = talk.line(clause.line)
        context.sentence = talk.sentence(of: index)
        context.beforeMission = before[index]
        context.lineNumber = clause.line
        proposer.propose(tokens, clause, at: index, talk.clauses[index], context, offer)
        if !proposer.spans.isEmpty { body(sections[index], context.sentence) }
      }
    }

    private func add(
      _ fixed: [GrammarMatch], _ clauses: [Clause], _ sections: [Section], to reading: inout Reading
    ) {
      var at = 0
      for match in fixed {
        while at + 1 < clauses.count, clauses[at + 1].range.lowerBound <= match.tokens.lowerBound { at += 1 }
        let section = clauses.isEmpty ? Section.opening : sections[at]
        let stance: Stance =
          reading.isBlock
          ? .mission
          : section == .company
            ? .boilerplate : reading.stances.stance(match.tokens, kind: match.kind, section: section)
        reading.mentions.append(
          Mention(
            field: reading.field,
            start: reading.scalars.scalar(at: match.units.lowerBound, in: reading.units),
            end: reading.scalars.scalar(at: match.units.upperBound, in: reading.units), code: match.code,
            family: match.family ?? match.code.flatMap { lexicon.family(of: $0) }, kind: match.kind,
            stance: stance, origin: "grammar"))
      }
    }

    /// Further items that a stretch of a block may mean: whatever stands there nearly whole is taught.
    ///
    /// A referential is given the benefit of the doubt: a gap may be claimed only where nothing of the kind stands.
    private func addBlockReadings(
      _ spans: [ProposedSpan], _ fixed: [GrammarMatch], to reading: inout Reading
    ) {
      for span in spans where !fixed.contains(where: { $0.tokens.overlaps(span.tokens) }) {
        for fit in ranker.linker.fits(proposer.words, span.positions, limit: 6)
        where fit.labelCoverage >= 0.72 && fit.spanCoverage >= 0.3 {
          let item = lexicon.items[Int(ranker.linker.item(of: fit.phrase))]
          // A certificate is named or it is not; nearly is not.
          guard item.nature != .credential else { continue }
          let (start, end) = offsets(span, &reading)
          reading.mentions.append(
            Mention(
              field: reading.field, start: start, end: end, code: item.code,
              family: lexicon.family(of: item.code), kind: Mention.Kind(item), stance: .mission,
              origin: "block"))
        }
      }
    }

    private func offsets(_ span: ProposedSpan, _ reading: inout Reading) -> (start: Int, end: Int) {
      let first = reading.source[span.tokens.lowerBound]
      let last = reading.source[span.tokens.upperBound - 1]
      let start = reading.scalars.scalar(at: Int(first.start), in: reading.units)
      return (start, reading.scalars.scalar(at: Int(last.end), in: reading.units))
    }

    /// Whether an employer speaks of itself, its offer or its procedure, and not to the reader.
    private func isEmployerTalk(_ section: Section, _ sentence: TalkFacts) -> Bool {
      (section == .company || section == .benefits || section == .process) && !sentence.addressed
    }

    private func add(
      _ span: ProposedSpan, _ tokens: UnsafeBufferPointer<Token>, _ section: Section, accepted: Bool,
      to reading: inout Reading
    ) {
      var item: Int32 = -1
      var kind = Mention.Kind.knowHow
      var family: String?
      var isCounted = true
      var origin = "link:none"
      if span.form >= 0, !span.formTraits.contains(.label) {
        let form = lexicon.forms[Int(span.form)]
        item = lexicon.itemOfForm[Int(span.form)]
        kind = form.form.kind
        family = form.form.family
        // A learned form is told by its words: it is the one that a person may want to take back.
        origin = form.form.origin == .learned ? "\(form.origin):\(form.form.text)" : form.origin
      } else if let best = ranker.best(span, proposer.words, tokens, offer),
        best.probability >= itemThreshold
      {
        item = best.item
        isCounted = best.probability >= countThreshold
        kind = Mention.Kind(lexicon.items[Int(item)])
        origin = Extractor.linkOrigins[min(99, Int(best.probability * 100))]
      } else {
        let first = tokens[span.tokens.lowerBound]
        let verbal = !first.flags.isDisjoint(with: [.infinitive, .secondPerson])
        kind = verbal || section == .mission ? .knowHow : .knowledge
      }
      let code = item >= 0 ? lexicon.items[Int(item)].code : nil
      let stance: Stance =
        reading.isBlock
        ? .mission
        : accepted ? reading.stances.stance(span.tokens, kind: kind, section: section) : .boilerplate
      let (start, end) = offsets(span, &reading)
      reading.mentions.append(
        Mention(
          field: reading.field, start: start, end: end, code: code,
          family: isCounted ? family ?? code.flatMap { lexicon.family(of: $0) } : nil, kind: kind,
          stance: stance, origin: origin))
    }
  }
}
