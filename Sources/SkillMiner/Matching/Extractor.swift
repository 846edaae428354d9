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

  /// Extraction state of one thread.
  public final class Worker {
    let lexicon: Lexicon
    private let analyzer: Analyzer
    private let proposer: SpanProposer
    let matcher: FormMatcher
    let sections: SectionReader
    private var levels: [UInt8]
    private var levelsOf: ROMECode?
    private var offer = OfferKeys()
    private var topicsTouched: [Int32] = []
    private var scratch: [Float] = []

    init(lexicon: Lexicon) throws {
      self.lexicon = lexicon
      analyzer = try Analyzer(vocabulary: lexicon.vocabulary)
      proposer = SpanProposer(lexicon: lexicon)
      matcher = FormMatcher(lexicon: lexicon)
      sections = SectionReader(lexicon: lexicon)
      levels = [UInt8](repeating: 0, count: lexicon.items.count)
      offer.topics = [Float](repeating: 0, count: lexicon.items.count)
    }

    /// Mentions of an offer's two fields, in order of field, start and end. Never fails on content.
    ///
    /// - Parameter occupation: the offer's own occupation when known: a prior, never a filter.
    public func extract(title: String, description: String, occupation: ROMECode?) -> [Mention] {
      aim(at: occupation)
      let title = analyse(title)
      let description = analyse(description)
      load(title: title.tokens, description: description.tokens, occupation: occupation)
      return read(title, .title, occupation) + read(description, .description, occupation)
    }

    /// Mentions of a sentence of a certification's block (field `description`, stance `mission`).
    ///
    /// A block says nothing but competencies: every proposal that fits is kept, and no stance is read.
    public func extract(blockSentence: String, occupations: [ROMECode]) -> [Mention] {
      aim(at: occupations.first)
      let sentence = analyse(blockSentence)
      load(title: [], description: sentence.tokens, occupation: occupations.first)
      return read(sentence, .description, occupations.first, isBlock: true)
    }

    private func aim(at occupation: ROMECode?) {
      if occupation == levelsOf { return }
      levelsOf = occupation
      lexicon.priors.fill(&levels, occupation: occupation)
    }

    /// A field as it was given and its tokens: analysed once, for what the whole offer says and for its own mentions.
    typealias AnalysedField = (units: [UInt16], tokens: [Token])

    func analyse(_ text: String) -> AnalysedField {
      let units = UTF16Units.array(of: text)
      return (units, units.withUnsafeBufferPointer { analyzer.tokens(of: $0) })
    }

    /// What the whole offer says, before any part of it is read.
    private func load(title: [Token], description: [Token], occupation: ROMECode?) {
      func keys(_ tokens: [Token]) -> Set<Int32> {
        Set(tokens.filter { $0.isContent && $0.key >= 0 }.map(\.key))
      }
      offer.title = keys(title)
      let text = keys(description)
      offer.all = offer.title.union(text)
      // Floating-point sums depend on order: sorted, so that the same offer always gives the same priors.
      let best = lexicon.occupations.occupations(
        title: offer.title.sorted(), text: text.sorted(), declared: occupation, scratch: &scratch)
      lexicon.occupations.fill(&offer.topics, touched: &topicsTouched, from: best)
    }

    private func read(
      _ analysed: AnalysedField, _ field: Mention.Field, _ occupation: ROMECode?, isBlock: Bool = false
    ) -> [Mention] {
      let (units, tokens) = analysed
      guard !units.isEmpty else { return [] }
      let clauses = Clauses.split(tokens)
      let clauseSections =
        isBlock ? [Section](repeating: .mission, count: clauses.count) : sections.sections(tokens, clauses)
      let lines = TalkFacts.lines(tokens, clauses, lexicon)
      let sentences = TalkFacts.sentences(tokens, clauses, lexicon)
      let before = SectionReader.beforeMission(clauseSections)
      let stances = StanceReader(lexicon: lexicon, tokens: tokens, clauses: clauses)
      let threshold = LinkerModel.logit(lexicon.model.spanThreshold)
      var mentions: [Mention] = []
      var scalars = ScalarOffsets()
      // Grammars know their kinds better than any proposal: what they find is fixed.
      let fixed = units.withUnsafeBufferPointer { lexicon.grammars.matches(tokens, 0..<tokens.count, $0) }
      var clauseOfFixed = 0
      for match in fixed {
        while clauseOfFixed + 1 < clauses.count,
          clauses[clauseOfFixed + 1].range.lowerBound <= match.tokens.lowerBound
        {
          clauseOfFixed += 1
        }
        let section = clauses.isEmpty ? Section.opening : clauseSections[clauseOfFixed]
        let stance: Stance =
          isBlock
          ? .mission
          : section == .company
            ? .boilerplate : stances.stance(match.tokens, kind: match.kind, section: section)
        mentions.append(
          Mention(
            field: field, start: scalars.scalar(at: match.units.lowerBound, in: units),
            end: scalars.scalar(at: match.units.upperBound, in: units), code: match.code,
            family: match.family ?? match.code.flatMap { lexicon.family(of: $0) }, kind: match.kind,
            stance: stance,
            origin: "grammar"))
      }
      func isFixed(_ range: Range<Int>) -> Bool { fixed.contains { $0.tokens.overlaps(range) } }
      for (index, clause) in clauses.enumerated() {
        let context = SpanProposer.Context(
          section: clauseSections[index], isTitle: field == .title,
          position: Float(index) / Float(max(1, clauses.count)), domain: occupation?.domain,
          line: lines[index], sentence: sentences[index], beforeMission: before[index],
          lineNumber: clause.line)
        let spans = proposer.propose(tokens, clause, context).filter { fixed.isEmpty || !isFixed($0.tokens) }
        let scored = spans.map { (tokens: $0.tokens, score: $0.score) }
        let chosen = SpanDecoder.choose(scored, threshold: threshold)
        for choice in chosen {
          mentions.append(
            mention(
              spans[choice], tokens, field, clauseSections[index], stances, units, &scalars, isBlock: isBlock,
              accepted: true))
        }
        if isBlock { mentions += blockReadings(spans, tokens, field, units, &scalars) }
        // Written forms that were refused as demand are kept as what they are: words of the employer about itself.
        for span in spans
        where span.form >= 0 && lexicon.forms[Int(span.form)].form.origin == .overlay
          && (isBlock || isEmployerTalk(clauseSections[index], sentences[index]))
        {
          if !chosen.contains(where: { spans[$0].tokens.overlaps(span.tokens) }) {
            mentions.append(
              mention(
                span, tokens, field, clauseSections[index], stances, units, &scalars, isBlock: isBlock,
                accepted: isBlock))
          }
        }
      }
      return mentions.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    /// Further items that a stretch of a block may mean: whatever stands there nearly whole is taught.
    ///
    /// A referential is given the benefit of the doubt: a gap may be claimed only where nothing of the kind stands.
    private func blockReadings(
      _ spans: [ProposedSpan], _ tokens: [Token], _ field: Mention.Field, _ units: [UInt16],
      _ scalars: inout ScalarOffsets
    ) -> [Mention] {
      var mentions: [Mention] = []
      for span in spans {
        for fit in proposer.linker.fits(span.positions, limit: 6)
        where fit.labelCoverage >= 0.72 && fit.spanCoverage >= 0.3 {
          let item = lexicon.items[Int(lexicon.index.phrases[Int(fit.phrase)].item)]
          // A certificate is named or it is not; nearly is not.
          guard item.nature != .credential else { continue }
          mentions.append(
            Mention(
              field: field, start: scalars.scalar(at: Int(tokens[span.tokens.lowerBound].start), in: units),
              end: scalars.scalar(at: Int(tokens[span.tokens.upperBound - 1].end), in: units),
              code: item.code,
              family: lexicon.family(of: item.code), kind: Mention.Kind(item), stance: .mission,
              origin: "block"))
        }
      }
      return mentions
    }

    /// Whether an employer speaks of itself, its offer or its procedure, and not to the reader.
    private func isEmployerTalk(_ section: Section, _ sentence: TalkFacts) -> Bool {
      (section == .company || section == .benefits || section == .process)
        && !sentence.vous && !sentence.secondPerson && !sentence.opensWithTask
    }

    private func mention(
      _ span: ProposedSpan, _ tokens: [Token], _ field: Mention.Field, _ section: Section,
      _ stances: StanceReader,
      _ units: [UInt16], _ scalars: inout ScalarOffsets, isBlock: Bool, accepted: Bool
    ) -> Mention {
      let start = Int(tokens[span.tokens.lowerBound].start)
      let end = Int(tokens[span.tokens.upperBound - 1].end)
      var item: Int32 = -1
      var kind = Mention.Kind.knowHow
      var family: String?
      var origin = "link:none"
      if span.form >= 0, lexicon.forms[Int(span.form)].form.origin != .label {
        let form = lexicon.forms[Int(span.form)]
        item = form.item
        kind = form.form.kind
        family = form.form.family
        origin = "form:\(form.form.origin.rawValue)"
      } else if let best = bestItem(span, tokens) {
        item = best.item
        kind = Mention.Kind(lexicon.items[Int(item)])
        origin = "link:0.\(Int(best.probability * 100) / 10)\(Int(best.probability * 100) % 10)"
      } else {
        let first = tokens[span.tokens.lowerBound]
        let verbal = first.flags.contains(.infinitive) || first.flags.contains(.secondPerson)
        kind = verbal || section == .mission ? .knowHow : .knowledge
      }
      let code = item >= 0 ? lexicon.items[Int(item)].code : nil
      let stance: Stance =
        isBlock
        ? .mission : accepted ? stances.stance(span.tokens, kind: kind, section: section) : .boilerplate
      return Mention(
        field: field, start: scalars.scalar(at: start, in: units), end: scalars.scalar(at: end, in: units),
        code: code,
        family: family ?? code.flatMap { lexicon.family(of: $0) }, kind: kind, stance: stance, origin: origin)
    }

    private func bestItem(_ span: ProposedSpan, _ tokens: [Token]) -> (item: Int32, probability: Float)? {
      var best: (item: Int32, features: [Float], score: Float)?
      var second: Float?
      for (item, features) in RankFeatures.vectors(span, proposer.linker, tokens, lexicon, levels, offer) {
        let score = lexicon.model.itemScore(features)
        if best == nil || score > best!.score {
          second = best?.score
          best = (item, features, score)
        } else if second == nil || score > second! {
          second = score
        }
      }
      guard let best else { return nil }
      let probability = lexicon.model.acceptance(
        best.features, score: best.score, lead: second.map { best.score - $0 } ?? 3)
      guard probability >= lexicon.model.itemThreshold else { return nil }
      return (best.item, probability)
    }
  }
}
