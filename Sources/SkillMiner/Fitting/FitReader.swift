import Taxonomy

/// Turns annotated offers into samples: every span that would be proposed, whatever the weights.
struct FitReader {
  /// A span that shares half of the shorter one with a demanded mention, and is no good cut of it, counts for little.
  static let partialWeight = 0.3
  /// A span the annotators call no demand costs more than one they do not mention.
  static let refusedWeight = 6.0

  private let lexicon: Lexicon
  private let worker: Extractor.Worker

  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  init(lexicon: Lexicon) throws {
    self.lexicon = lexicon
    worker = try Extractor(lexicon: lexicon).makeWorker()
  }

  /// Samples of an annotated offer; `place` is its place among them.
  func samples(_ offer: AnnotatedOffer, place: Int) -> [FitSample] {
    let cleaned = [Mention.Field.title, .description].map { OfferCleaning.clean(offer.text($0)) }
    let analysed = cleaned.map { worker.analyse($0.text) }
    worker.ranker.aim(at: offer.occupation)
    worker.offer.load(title: analysed[0].tokens, text: analysed[1].tokens, occupation: offer.occupation)
    return samples(offer, place, .title, cleaned[0], analysed[0])
      + samples(offer, place, .description, cleaned[1], analysed[1])
  }

  private func samples(
    _ offer: AnnotatedOffer, _ place: Int, _ field: Mention.Field, _ cleaned: CleanedText,
    _ analysed: Extractor.Worker.AnalysedField
  ) -> [FitSample] {
    let (units, tokens) = analysed
    let fixed = units.withUnsafeBufferPointer { lexicon.grammars.matches(tokens, 0..<tokens.count, $0) }
    let clauses = Clauses.split(tokens)
    let gold = offer.mentions.filter { $0.field == field }
    var scalars = ScalarOffsets()
    var samples: [FitSample] = []
    var measured: [(span: ProposedSpan, features: [Float])] = []
    worker.proposer.inspect = { span, values in measured.append((span, Array(values))) }
    defer { worker.proposer.inspect = nil }
    tokens.withUnsafeBufferPointer { view in
      let sections = worker.sections.sections(tokens, clauses)
      worker.forEachClause(view, clauses, sections, field, worker.domain(offer.occupation)) { _, _ in
        for (span, features) in measured where !fixed.contains(where: { $0.tokens.overlaps(span.tokens) }) {
          let first = scalars.scalar(at: Int(tokens[span.tokens.lowerBound].start), in: units)
          let end = scalars.scalar(at: Int(tokens[span.tokens.upperBound - 1].end), in: units)
          let stretch = Stretch(field: field, range: cleaned.sourceRange(of: first..<end))
          worker.ranker.measure(span, worker.proposer.words, view, worker.offer)
          samples.append(sample(span, features, stretch, gold, place))
        }
        measured.removeAll(keepingCapacity: true)
      }
    }
    return samples
  }

  private func sample(
    _ span: ProposedSpan, _ features: [Float], _ stretch: Stretch, _ gold: [AnnotatedMention], _ place: Int
  ) -> FitSample {
    let counted = gold.filter { $0.kind != .diploma }
    let over = counted.filter { stretch.overlaps($0) }
    let demanded = over.filter(\.stance.isDemand)
    let agreement =
      counted.filter(\.stance.isDemand).map { stretch.agreement(with: $0) }.max() ?? 0
    var weight = agreement < 0.5 && !demanded.isEmpty ? Self.partialWeight : 1
    if demanded.isEmpty, !over.isEmpty { weight *= Self.refusedWeight }
    let codes = Set(demanded.flatMap(\.codes))
    let ranker = worker.ranker
    let items = ranker.items.enumerated().map { at, item in
      (
        features: Array(UnsafeBufferPointer(start: ranker.features(at: at), count: RankFeature.count)),
        isAccepted: codes.contains(lexicon.items[Int(item)].code)
      )
    }
    return FitSample(
      offer: place, features: features, isDemanded: agreement >= 0.5, weight: weight,
      hasForm: span.form >= 0 && lexicon.forms[Int(span.form)].form.origin != .label, items: items)
  }

  /// A span in the offsets of the annotated text.
  private struct Stretch: FieldSpan {
    let field: Mention.Field
    let start: Int
    let end: Int

    init(field: Mention.Field, range: Range<Int>) {
      self.field = field
      start = range.lowerBound
      end = range.upperBound
    }

    /// Shared scalars over all scalars of both.
    func agreement(with other: AnnotatedMention) -> Double {
      let shared = min(end, other.end) - max(start, other.start)
      return shared <= 0 ? 0 : Double(shared) / Double(max(end, other.end) - min(start, other.start))
    }
  }
}
