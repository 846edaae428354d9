import Taxonomy

/// Ranks the items that a span could mean. Scratch memory of one thread.
final class ItemRanker {
  /// Fits that are looked at for a span.
  static let fitLimit = 20

  private let lexicon: Lexicon
  let linker: PhraseLinker
  /// 1: the clause holds the key; 2: the span does.
  private let marks: UnsafeMutablePointer<UInt8>
  private let rows: UnsafeMutablePointer<Float>
  private(set) var items: [Int32] = []
  private let itemWeights: FrozenArray<Float>
  /// Inflection base of each content word of the clause at hand; -1 for a word no label holds.
  private let spelt = UnsafeMutablePointer<Int32>.allocate(capacity: ClauseWords.maximum)
  private let spanVector = UnsafeMutablePointer<Float>.allocate(capacity: WordVectors.dimensions)
  private let clauseVector = UnsafeMutablePointer<Float>.allocate(capacity: WordVectors.dimensions)
  /// Closeness of each item to the offer's declared occupation, and what was set.
  private let levels: UnsafeMutablePointer<UInt8>
  private var raised: [Int32] = []
  private var levelsOf: ROMECode?

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    linker = PhraseLinker(index: lexicon.index)
    marks = .allocate(capacity: lexicon.vocabulary.keys.count + 1)
    marks.initialize(repeating: 0, count: lexicon.vocabulary.keys.count + 1)
    rows = .allocate(capacity: Self.fitLimit * RankFeature.count)
    rows.initialize(repeating: 0, count: Self.fitLimit * RankFeature.count)
    levels = .allocate(capacity: lexicon.items.count + 1)
    levels.initialize(repeating: 0, count: lexicon.items.count + 1)
    itemWeights = FrozenArray(lexicon.model.items)
  }

  deinit {
    marks.deallocate()
    rows.deallocate()
    spelt.deallocate()
    spanVector.deallocate()
    clauseVector.deallocate()
    levels.deallocate()
  }

  /// Takes the occupation an offer declares.
  func aim(at occupation: ROMECode?) {
    if occupation == levelsOf { return }
    levelsOf = occupation
    for item in raised { levels[Int(item)] = 0 }
    raised.removeAll(keepingCapacity: true)
    lexicon.priors.raise(levels, &raised, occupation: occupation)
  }

  /// Features of the item at a place of `items`.
  func features(at place: Int) -> UnsafePointer<Float> {
    UnsafePointer(rows + place * RankFeature.count)
  }

  /// The item that a span most probably means and that probability; `nil` when no phrase fits.
  func best(
    _ span: ProposedSpan, _ words: ClauseWords, _ tokens: UnsafeBufferPointer<Token>, _ offer: OfferKeys
  ) -> (item: Int32, probability: Float)? {
    measure(span, words, tokens, offer)
    guard !items.isEmpty else { return nil }
    var best = 0
    var bestScore = -Float.infinity
    var second = -Float.infinity
    for place in items.indices {
      let row = features(at: place)
      var score: Float = 0
      for index in 0..<RankFeature.count { score += row[index] * itemWeights.base[index] }
      if score > bestScore {
        second = bestScore
        bestScore = score
        best = place
      } else if score > second {
        second = score
      }
    }
    let lead = items.count > 1 ? bestScore - second : 3
    return (items[best], lexicon.model.acceptance(features(at: best), score: bestScore, lead: lead))
  }

  /// Computes the features of the items whose phrases fit a span: the best phrase of each item.
  func measure(
    _ span: ProposedSpan, _ words: ClauseWords, _ tokens: UnsafeBufferPointer<Token>, _ offer: OfferKeys
  ) {
    items.removeAll(keepingCapacity: true)
    let fits = linker.fits(words, span.positions, limit: Self.fitLimit)
    guard !fits.isEmpty else { return }
    let vectors = lexicon.vectors
    spanVector.update(repeating: 0, count: WordVectors.dimensions)
    clauseVector.update(repeating: 0, count: WordVectors.dimensions)
    for position in 0..<words.count {
      let key = words.keys[position]
      guard key >= 0 else { continue }
      marks[Int(key)] |= 1
      vectors.add(key, words.weights[position], to: clauseVector)
    }
    var topKey: Int32 = -1
    var topWeight: Float = -1
    for position in span.positions {
      if words.weights[position] > topWeight {
        topWeight = words.weights[position]
        topKey = words.keys[position]
      }
      let key = words.keys[position]
      guard key >= 0 else { continue }
      marks[Int(key)] |= 2
      let form = tokens[Int(words.tokens[position])].form
      spelt[position] = form >= 0 ? lexicon.inflections[Int(form)] : -1
      vectors.add(key, words.weights[position], to: spanVector)
    }
    WordVectors.normalise(spanVector)
    WordVectors.normalise(clauseVector)
    var largestTopic: Float = 0
    for fit in fits { largestTopic = max(largestTopic, offer.topics[Int(linker.item(of: fit.phrase))]) }
    let facts = SpanFacts(
      span: span, words: words,
      verbal: !tokens[span.tokens.lowerBound].flags
        .isDisjoint(with: [.infinitive, .secondPerson]),
      weight: words.weight(span.positions), topKey: topKey,
      formItem: span.form >= 0 ? lexicon.forms[Int(span.form)].item : -1, bestScore: fits[0].score,
      largestTopic: largestTopic)
    var closest: Float = -1
    for fit in fits {
      let item = linker.item(of: fit.phrase)
      if items.contains(item) { continue }
      let row = rows + items.count * RankFeature.count
      fill(row, fit, item, facts, offer)
      closest = max(closest, row[RankFeature.likeSpan.rawValue])
      items.append(item)
    }
    for place in items.indices {
      let row = rows + place * RankFeature.count
      row[RankFeature.likeGap.rawValue] = closest - row[RankFeature.likeSpan.rawValue]
    }
    for position in 0..<words.count where words.keys[position] >= 0 { marks[Int(words.keys[position])] = 0 }
  }

  /// What the features of all items of a span share.
  private struct SpanFacts {
    let span: ProposedSpan
    let words: ClauseWords
    let verbal: Bool
    let weight: Float
    let topKey: Int32
    let formItem: Int32
    let bestScore: Float
    let largestTopic: Float
  }

  private func fill(
    _ row: UnsafeMutablePointer<Float>, _ fit: PhraseLinker.Fit, _ item: Int32, _ facts: SpanFacts,
    _ offer: OfferKeys
  ) {
    row.update(repeating: 0, count: RankFeature.count)
    func set(_ feature: RankFeature, _ value: Float) { row[feature.rawValue] = value }
    func flag(_ feature: RankFeature, _ value: Bool) { row[feature.rawValue] = value ? 1 : 0 }
    let words = facts.words
    let positions = facts.span.positions
    let firstKey = words.keys[positions.lowerBound]
    let lastKey = words.keys[positions.upperBound - 1]
    let keys = lexicon.index.keys(of: fit.phrase)
    let weight = lexicon.index.phrases.base[Int(fit.phrase)].weight
    set(.labelCoverage, fit.labelCoverage)
    set(.spanCoverage, fit.spanCoverage)
    set(.harmonic, fit.score)
    set(.shared, fit.shared / 10)
    set(.missingWeight, (weight - fit.shared) / 10)
    set(.extraWeight, (facts.weight - fit.shared) / 10)
    flag(.firstMatches, keys[0] == firstKey)
    flag(.lastMatches, keys[keys.count - 1] == lastKey)
    set(.matchedTokens, Float(min(fit.matched, 6)))
    set(.phraseKeys, Float(min(keys.count, 10)))
    let whole = fit.labelCoverage > 0.999
    flag(.allMatched, whole)
    flag(.exact, whole && fit.spanCoverage > 0.999)
    switch levels[Int(item)] {
    case 1: set(.priorDomain, 1)
    case 2: set(.priorNeighbour, 1)
    case 3: set(.priorLinked, 1)
    case 4: set(.priorCore, 1)
    default: break
    }
    fillKind(row, lexicon.traits.base[Int(item)], fit, facts)
    set(.popularity, lexicon.popularity.base[Int(item)] / 3)
    set(.gapToBest, facts.bestScore - fit.score)
    set(.rank, Float(items.count) / 10)
    flag(.isForm, item == facts.formItem)
    let topic = offer.topics[Int(item)]
    set(.topicPrior, topic)
    flag(.topicTop, topic > 0 && topic == facts.largestTopic)
    set(.generality, lexicon.generality.base[Int(fit.phrase)] / 3)
    flag(.isWritten, fit.phrase >= lexicon.firstWritten)
    set(.writtenForms, lexicon.writtenForms.base[Int(item)] / 3)
    let verb = keys[0]
    let isTask = lexicon.taskVerbs.base[Int(verb)] >= 3
    let holdsVerb = marks[Int(verb)] & 2 != 0
    flag(.verbInBoth, isTask && holdsVerb)
    flag(.verbMissing, isTask && keys.count > 1 && !holdsVerb)
    flag(.verbOnly, isTask && keys.count > 1 && holdsVerb && fit.matched == 1)
    flag(.objectMatches, marks[Int(isTask && keys.count > 1 ? keys[1] : verb)] & 2 != 0)
    flag(.singleMatched, whole && positions.count == 1)
    fillKeys(row, fit.phrase, weight, facts, offer)
    let label = lexicon.itemVectors.base + Int(item) * WordVectors.dimensions
    set(.likeSpan, WordVectors.cosine(label, spanVector))
    set(.likeClause, WordVectors.cosine(label, clauseVector))
    set(.likeTitle, WordVectors.cosine(label, offer.titleVector))
    set(.likeText, WordVectors.cosine(label, offer.textVector))
  }

  private func fillKind(
    _ row: UnsafeMutablePointer<Float>, _ item: ItemTraits, _ fit: PhraseLinker.Fit, _ facts: SpanFacts
  ) {
    func flag(_ feature: RankFeature, _ value: Bool) { row[feature.rawValue] = value ? 1 : 0 }
    let isMacro = item.contains(.macro)
    flag(.isMacro, isMacro)
    flag(.isKnowHow, item.contains(.knowHow))
    flag(.isKnowledge, item.contains(.ordinaryKnowledge))
    flag(.isSoft, item.contains(.softSkill))
    flag(.isCredential, item.contains(.credential))
    flag(.isSoftware, item.contains(.software))
    flag(.spanVerbal, facts.verbal)
    row[RankFeature.macroCovered.rawValue] = isMacro ? fit.labelCoverage : 0
    flag(.knowledgeNominal, item.contains(.knowledge) && !facts.verbal)
    flag(.knowHowVerbal, !item.isDisjoint(with: [.knowHow, .macro]) && facts.verbal)
  }

  /// What both say: in the same words or in related ones, and in what order; and what one of the two says alone.
  private func fillKeys(
    _ row: UnsafeMutablePointer<Float>, _ phrase: Int32, _ weight: Float, _ facts: SpanFacts,
    _ offer: OfferKeys
  ) {
    func set(_ feature: RankFeature, _ value: Float) { row[feature.rawValue] = value }
    let keys = lexicon.index.keys(of: phrase)
    let spellings = lexicon.index.spellings(of: phrase)
    let keyWeights = lexicon.index.weights.base
    var same: Float = 0
    var other: Float = 0
    var inOffer: Float = 0
    var inTitle: Float = 0
    var inClause: Float = 0
    var nowhere: Float = 0
    var mostMissing: Float = 0
    var mostNowhere: Float = 0
    var labelTop: Int32 = -1
    var labelTopWeight: Float = -1
    var lastPosition = -1
    var inOrder = true
    var common = 0
    let words = facts.words
    for (place, key) in keys.enumerated() {
      let own = keyWeights[Int(key)]
      if own > labelTopWeight {
        labelTopWeight = own
        labelTop = key
      }
      if marks[Int(key)] & 2 != 0 {
        common += 1
        var at = facts.span.positions.lowerBound
        while words.keys[at] != key { at += 1 }
        if at < lastPosition { inOrder = false }
        lastPosition = at
        if spelt[at] >= 0, lexicon.inflections[Int(spellings[place])] == spelt[at] {
          same += own
          if place == 0, at == facts.span.positions.lowerBound { set(.sameFirst, 1) }
        } else {
          other += own
        }
        continue
      }
      let share = own / weight
      mostMissing = max(mostMissing, own)
      if marks[Int(key)] != 0 { inClause += share }
      if offer.inTitle(key) { inTitle += share }
      if offer.inOffer(key) {
        inOffer += share
      } else {
        nowhere += share
        mostNowhere = max(mostNowhere, own)
      }
    }
    set(.sameWords, same / weight)
    set(.otherWords, other / weight)
    let isKnowledge = row[RankFeature.isKnowledge.rawValue] == 1
    set(.sameOpening, isKnowledge != facts.verbal ? 1 : 0)
    set(.macroSame, row[RankFeature.isMacro.rawValue] * same / weight)
    var mostExtra: Float = 0
    for position in facts.span.positions where !keys.contains(words.keys[position]) {
      mostExtra = max(mostExtra, words.weights[position])
    }
    set(.missingInOffer, inOffer)
    set(.missingInTitle, inTitle)
    set(.missingInClause, inClause)
    set(.missingNowhere, nowhere)
    set(.mostMissing, mostMissing / 10)
    set(.mostMissingNowhere, mostNowhere / 10)
    set(.mostExtra, mostExtra / 10)
    set(.inOrder, common > 1 && inOrder ? 1 : 0)
    set(.topKeyMatched, facts.topKey >= 0 && keys.contains(facts.topKey) ? 1 : 0)
    set(.labelTopMatched, marks[Int(labelTop)] & 2 != 0 ? 1 : 0)
    let second = facts.span.positions.lowerBound + 1
    if second < facts.span.positions.upperBound, words.keys[second] >= 0,
      keys.contains(words.keys[second])
    {
      set(.secondMatches, 1)
    }
  }
}
