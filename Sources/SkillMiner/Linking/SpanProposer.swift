import Taxonomy

/// Proposes runs of segments of a clause, and what written forms cover, as spans, and weighs each.
///
/// Nothing is looked up in the phrase index here: whether a stretch names a demanded competency is seen from its shape
/// and its surroundings nearly as well (measured: DESIGN.md), and only the few stretches that are kept are linked.
/// Which spans a clause proposes, and what speaks for them in it, is remembered from clause to clause.
final class SpanProposer {
  private let lexicon: Lexicon
  /// Content words of the clause at hand.
  let words = ClauseWords()
  private let matcher: FormMatcher
  private let features: SpanMeasures
  // Of the lexicon, as pointers: what all threads read they must not count references of.
  private let formTraits: UnsafePointer<FormTraits>
  private let masks: UnsafePointer<UInt32>
  private let keyWeights: KeyWeights
  private let titles: FrozenTrie
  private let stopPhrases: FrozenTrie
  private let memo = ProposalMemo()
  private let state: UnsafeMutablePointer<State>
  private static let maximumSegments = 5
  private static let maximumContent = 13

  /// Behind a pointer, so that exclusivity is not checked at each look.
  private struct State {
    var spans: [ProposedSpan] = []
    var segments: [Range<Int>] = []
    var matches: [FormMatcher.Match] = []
    /// Bit *high - 1* of entry *low* is set when those positions are proposed already.
    var seen = [UInt64](repeating: 0, count: ClauseWords.maximum)
  }

  /// - Parameter matcher: of the same lexicon, and used by the same thread alone.
  init(lexicon: Lexicon, matcher: FormMatcher) {
    self.lexicon = lexicon
    self.matcher = matcher
    features = SpanMeasures(lexicon: lexicon)
    formTraits = lexicon.formTraits.base
    masks = lexicon.classes.masks.base
    keyWeights = lexicon.index.keyWeights
    titles = lexicon.titles
    stopPhrases = lexicon.stopPhrases
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Proposals for the clause read last.
  var spans: [ProposedSpan] { state.pointee.spans }

  /// Called with each span and its features, for fitting and for explanations.
  var inspect: ((ProposedSpan, UnsafeMutableBufferPointer<Float>) -> Void)?

  /// Takes the clauses of a field, which `propose` is then called with in their order.
  func prepare(_ tokens: UnsafeBufferPointer<Token>, _ clauses: [Clause], domain: Int32) {
    memo.prepare(tokens, clauses, domain)
  }

  /// Proposals for one clause, in `spans`.
  ///
  /// - Parameter place: of the clause among those that were prepared.
  func propose(
    _ tokens: UnsafeBufferPointer<Token>, _ clause: Clause, at place: Int, _ facts: TalkFacts,
    _ context: SpanContext, _ offer: OfferKeys
  ) {
    state.pointee.spans.removeAll(keepingCapacity: true)
    words.load(tokens, clause.range, keyWeights)
    guard words.count > 0 else { return }
    features.load(tokens, clause, facts, context, words, offer)
    if let inspect {
      // All features are wanted, so nothing may come from memory.
      collect(tokens, clause, context)
      for index in state.pointee.spans.indices {
        features.measureOwn(&state.pointee.spans[index], words, state.pointee.segments)
        state.pointee.spans[index].score = features.score(state.pointee.spans[index])
        inspect(state.pointee.spans[index], features.values)
      }
      return
    }
    if !memo.recall(tokens, clause, at: place, context.domain, into: &state.pointee.spans) {
      collect(tokens, clause, context)
      let segments = state.pointee.segments
      state.pointee.spans.withUnsafeMutableBufferPointer { spans in
        for index in spans.indices { features.measureOwn(&spans[index], words, segments) }
      }
      memo.keep(state.pointee.spans, clause)
    }
    state.pointee.spans.withUnsafeMutableBufferPointer { spans in
      for index in spans.indices { spans[index].score = features.score(spans[index]) }
    }
  }

  /// The spans of a clause, not measured yet.
  private func collect(
    _ tokens: UnsafeBufferPointer<Token>, _ clause: Clause, _ context: SpanContext
  ) {
    features.prepare(words)
    for position in 0..<words.count { state.pointee.seen[position] = 0 }
    ClauseSegments.cut(tokens, clause.range, masks, into: &state.pointee.segments)
    state.pointee.matches.removeAll(keepingCapacity: true)
    matcher.find(tokens, CollectionOfOne(clause.range), domain: context.domain, into: &state.pointee.matches)
    for match in state.pointee.matches {
      let positions = words.positions(in: match.tokens)
      var walk = Walk(at: positions.lowerBound)
      advance(&walk, to: positions.upperBound, tokens)
      add(match.tokens, form: match.form, walk)
    }
    let segments = state.pointee.segments
    for first in segments.indices {
      // Runs that begin alike are walked once: each goes on where the shorter one stopped.
      var walk = Walk(at: words.positions(in: segments[first]).lowerBound)
      for last in first..<min(segments.count, first + Self.maximumSegments) {
        let range = segments[first].lowerBound..<segments[last].upperBound
        advance(&walk, to: words.positions(in: range).upperBound, tokens)
        add(range, form: -1, walk)
      }
    }
  }

  /// How far the words from a position on were followed in the tries of stop phrases and of job titles.
  private struct Walk {
    var at: Int
    var stop = FrozenTrie.root
    var title = FrozenTrie.root
  }

  private func advance(_ walk: inout Walk, to end: Int, _ source: UnsafeBufferPointer<Token>) {
    while walk.at < end {
      let token = source[Int(words.tokens[walk.at])]
      if walk.stop >= 0 { walk.stop = stopPhrases.step(walk.stop, token.form) }
      if walk.title >= 0 { walk.title = token.key >= 0 ? titles.step(walk.title, token.key) : -1 }
      walk.at += 1
    }
  }

  private func add(_ range: Range<Int>, form: Int32, _ walk: Walk) {
    let positions = words.positions(in: range)
    guard !positions.isEmpty, positions.count <= Self.maximumContent else { return }
    let traits = form >= 0 ? formTraits[Int(form)] : []
    let isWritten = form >= 0 && !traits.contains(.label)
    // Word for word a wording that demands nothing.
    if !isWritten, walk.stop >= 0, !stopPhrases.values(at: walk.stop).isEmpty { return }
    let bit: UInt64 = 1 << UInt64(positions.upperBound - 1)
    if state.pointee.seen[positions.lowerBound] & bit != 0 {
      guard form >= 0 else { return }
      for index in state.pointee.spans.indices
      where state.pointee.spans[index].positions == positions && state.pointee.spans[index].form < 0 {
        state.pointee.spans[index].form = form
        state.pointee.spans[index].formTraits = traits
      }
      return
    }
    state.pointee.seen[positions.lowerBound] |= bit
    let tokens =
      Int(words.tokens[positions.lowerBound])..<Int(words.tokens[positions.upperBound - 1]) + 1
    var span = ProposedSpan(tokens: tokens, positions: positions, form: form, formTraits: traits)
    if walk.title >= 0, !titles.values(at: walk.title).isEmpty { span.traits.insert(.title) }
    state.pointee.spans.append(span)
  }
}
