import Taxonomy

/// Proposes runs of segments of a clause, and what written forms cover, as spans, and weighs each.
///
/// Nothing is looked up in the phrase index here: whether a stretch names a demanded competency is seen from its shape
/// and its surroundings nearly as well (measured: DESIGN.md), and only the few stretches that are kept are linked.
final class SpanProposer {
  private let lexicon: Lexicon
  /// Content words of the clause at hand.
  let words = ClauseWords()
  private let matcher: FormMatcher
  private let features: SpanMeasures
  private(set) var spans: [ProposedSpan] = []
  private var segments: [Range<Int>] = []
  private var matches: [FormMatcher.Match] = []
  /// Bit *high - 1* of entry *low* is set when those positions are proposed already.
  private var seen = [UInt64](repeating: 0, count: ClauseWords.maximum)
  private static let maximumSegments = 5
  private static let maximumContent = 13

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    matcher = FormMatcher(lexicon: lexicon)
    features = SpanMeasures(lexicon: lexicon)
  }

  /// Called with each span and its features, for fitting and for explanations.
  var inspect: ((ProposedSpan, UnsafeMutableBufferPointer<Float>) -> Void)?

  /// Proposals for one clause, in `spans`.
  func propose(
    _ tokens: UnsafeBufferPointer<Token>, _ clause: Clause, _ facts: TalkFacts, _ context: SpanContext,
    _ offer: OfferKeys
  ) {
    spans.removeAll(keepingCapacity: true)
    words.load(tokens, clause.range, lexicon.index)
    guard words.count > 0 else { return }
    for position in 0..<words.count { seen[position] = 0 }
    ClauseSegments.cut(tokens, clause.range, lexicon.classes, into: &segments)
    matches.removeAll(keepingCapacity: true)
    matcher.find(tokens, clause.range, domain: context.domain, into: &matches)
    for match in matches { add(match.tokens, form: match.form, tokens) }
    for first in segments.indices {
      for last in first..<min(segments.count, first + Self.maximumSegments) {
        add(segments[first].lowerBound..<segments[last].upperBound, form: -1, tokens)
      }
    }
    features.load(tokens, clause, facts, context, words, offer)
    for index in spans.indices {
      spans[index].score = features.measure(spans[index], segments)
      inspect?(spans[index], features.values)
    }
  }

  private func add(_ range: Range<Int>, form: Int32, _ source: UnsafeBufferPointer<Token>) {
    let positions = words.positions(in: range)
    guard !positions.isEmpty, positions.count <= Self.maximumContent else { return }
    let isWritten = form >= 0 && lexicon.forms[Int(form)].form.origin != .label
    if !isWritten, isStopPhrase(positions, source) { return }
    let bit: UInt64 = 1 << UInt64(positions.upperBound - 1)
    if seen[positions.lowerBound] & bit != 0 {
      guard form >= 0 else { return }
      for index in spans.indices where spans[index].positions == positions && spans[index].form < 0 {
        spans[index].form = form
      }
      return
    }
    seen[positions.lowerBound] |= bit
    let tokens =
      Int(words.tokens[positions.lowerBound])..<Int(words.tokens[positions.upperBound - 1]) + 1
    spans.append(ProposedSpan(tokens: tokens, positions: positions, form: form))
  }

  /// Whether a stretch is, word for word, one that demands nothing.
  private func isStopPhrase(_ positions: Range<Int>, _ source: UnsafeBufferPointer<Token>) -> Bool {
    var node = FrozenTrie.root
    for position in positions {
      node = lexicon.stopPhrases.step(node, source[Int(words.tokens[position])].form)
      if node < 0 { return false }
    }
    return !lexicon.stopPhrases.values(at: node).isEmpty
  }
}
