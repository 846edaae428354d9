import Taxonomy

/// Finds the items that a span could mean and computes those of their `RankFeature`s that follow from the clause. Scratch
/// memory of one thread.
final class ItemMeasures {
  /// Fits that are looked at for a span.
  static let fitLimit = 20

  /// An item that a span could mean, with what its clause says of it.
  struct Candidate {
    var item: Int32
    var phrase: Int32
    /// Bit *i*: the span does not hold key *i* of the phrase (of the first 64).
    var missing: UInt64
    /// What the features of the clause add to its rank, and to its acceptance.
    var rank: Float
    var acceptance: Float
  }

  private let lexicon: Lexicon
  let linker: PhraseLinker
  /// The candidates of the span at hand, `count` of them, and a row of features each.
  let candidates: UnsafeMutablePointer<Candidate>
  let rows: UnsafeMutablePointer<Float>
  /// Inflection base of each content word of the span at hand; -1 for a word no label holds.
  let spelt = UnsafeMutablePointer<Int32>.allocate(capacity: ClauseWords.maximum)
  private let counts: UnsafeMutablePointer<Int>
  /// 1: the clause holds the key; 2: the span does.
  private let marks: UnsafeMutablePointer<UInt8>
  private let scratch = WideScratch()
  private let spanVector = UnsafeMutablePointer<Float>.allocate(capacity: WordVectors.dimensions)
  private let clauseVector = UnsafeMutablePointer<Float>.allocate(capacity: WordVectors.dimensions)

  // Of the lexicon, without a reference to count at each look.
  private let phrases: UnsafePointer<PhraseIndex.Phrase>
  private let phraseKeys: UnsafePointer<Int32>
  private let phraseSpellings: UnsafePointer<Int32>
  private let keyWeights: UnsafePointer<Float>
  private let inflections: UnsafePointer<Int32>
  private let itemVectors: UnsafePointer<Float>
  private let taskVerbs: UnsafePointer<Float>
  private let itemOfForm: UnsafePointer<Int32>
  private let traits: UnsafePointer<ItemTraits>
  private let popularity: UnsafePointer<Float>
  private let generality: UnsafePointer<Float>
  private let writtenForms: UnsafePointer<Float>
  private let guardOfItem: UnsafePointer<Int32>

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    linker = PhraseLinker(index: lexicon.index)
    marks = scratch.array(repeating: 0, count: lexicon.vocabulary.keys.count + 1)
    rows = .allocate(capacity: Self.fitLimit * RankFeature.count)
    rows.initialize(repeating: 0, count: Self.fitLimit * RankFeature.count)
    candidates = .allocate(capacity: Self.fitLimit)
    counts = .allocate(capacity: 1)
    counts.initialize(to: 0)
    phrases = lexicon.index.phrases.base
    phraseKeys = lexicon.index.phraseKeys.base
    phraseSpellings = lexicon.index.phraseSpellings.base
    keyWeights = lexicon.index.weights.base
    inflections = lexicon.inflections.base
    itemVectors = lexicon.itemVectors.base
    taskVerbs = lexicon.taskVerbs.base
    itemOfForm = lexicon.itemOfForm.base
    traits = lexicon.traits.base
    popularity = lexicon.popularity.base
    generality = lexicon.generality.base
    writtenForms = lexicon.writtenForms.base
    guardOfItem = lexicon.itemGuards.placeOfItem.base
  }

  deinit {
    rows.deallocate()
    candidates.deallocate()
    counts.deallocate()
    spelt.deallocate()
    spanVector.deallocate()
    clauseVector.deallocate()
  }

  /// How many candidates there are.
  var count: Int {
    @inline(__always) get { counts.pointee }
    @inline(__always) set { counts.pointee = newValue }
  }

  /// Features of the candidate at a place.
  @inline(__always)
  func row(_ place: Int) -> UnsafeMutablePointer<Float> { rows + place * RankFeature.count }

  /// The item of the form that covers a span; -1 when none does or it names none.
  @inline(__always)
  func formItem(_ span: ProposedSpan) -> Int32 { span.form >= 0 ? itemOfForm[Int(span.form)] : -1 }

  /// Takes the spellings of a span.
  @inline(__always)
  func load(_ span: ProposedSpan, _ words: ClauseWords, _ tokens: UnsafeBufferPointer<Token>) {
    for position in span.positions {
      let form = tokens[Int(words.tokens[position])].form
      spelt[position] = form >= 0 ? inflections[Int(form)] : -1
    }
  }

  static func isVerbal(_ span: ProposedSpan, _ tokens: UnsafeBufferPointer<Token>) -> Bool {
    !tokens[span.tokens.lowerBound].flags.isDisjoint(with: [.infinitive, .secondPerson])
  }

  /// Finds the candidates of a span and computes the features that follow from its clause.
  func measureClause(
    _ span: ProposedSpan, _ words: ClauseWords, _ tokens: UnsafeBufferPointer<Token>
  ) {
    count = 0
    let fits = linker.fits(words, span.positions, limit: Self.fitLimit)
    guard !fits.isEmpty else { return }
    for fit in fits { fetch(linker.item(of: fit.phrase), fit.phrase) }
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
      vectors.add(key, words.weights[position], to: spanVector)
    }
    WordVectors.normalise(spanVector)
    WordVectors.normalise(clauseVector)
    let facts = SpanFacts(
      span: span, words: words, verbal: Self.isVerbal(span, tokens), weight: words.weight(span.positions),
      topKey: topKey, formItem: formItem(span), bestScore: fits[0].score)
    var closest: Float = -1
    for fit in fits {
      let item = linker.item(of: fit.phrase)
      if (0..<count).contains(where: { candidates[$0].item == item }) { continue }
      if guardOfItem[Int(item)] >= 0,
        !lexicon.itemGuards.admits(
          guardOfItem[Int(item)],
          UnsafeBufferPointer(start: spelt + span.positions.lowerBound, count: span.positions.count))
      {
        continue
      }
      let place = count
      candidates[place] = Candidate(item: item, phrase: fit.phrase, missing: 0, rank: 0, acceptance: 0)
      let row = row(place)
      fill(row, fit, place, facts)
      closest = max(closest, row[RankFeature.likeSpan.rawValue])
      count += 1
    }
    for place in 0..<count {
      let row = row(place)
      row[RankFeature.likeGap.rawValue] = closest - row[RankFeature.likeSpan.rawValue]
    }
    for position in 0..<words.count where words.keys[position] >= 0 { marks[Int(words.keys[position])] = 0 }
  }

  /// Asks for what the features of an item are computed from.
  @inline(__always)
  private func fetch(_ item: Int32, _ phrase: Int32) {
    WordVectors.fetch(itemVectors + Int(item) * WordVectors.dimensions)
    WideMemory.prefetch(phraseSpellings + Int(phrases[Int(phrase)].firstKey))
    WideMemory.prefetch(popularity + Int(item))
    WideMemory.prefetch(writtenForms + Int(item))
    WideMemory.prefetch(generality + Int(phrase))
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
  }

  private func fill(
    _ row: UnsafeMutablePointer<Float>, _ fit: PhraseLinker.Fit, _ place: Int, _ facts: SpanFacts
  ) {
    row.update(repeating: 0, count: RankFeature.offerStart)
    let item = candidates[place].item
    func set(_ feature: RankFeature, _ value: Float) { row[feature.rawValue] = value }
    func flag(_ feature: RankFeature, _ value: Bool) { row[feature.rawValue] = value ? 1 : 0 }
    let words = facts.words
    let positions = facts.span.positions
    let firstKey = words.keys[positions.lowerBound]
    let lastKey = words.keys[positions.upperBound - 1]
    let keys = keys(of: fit.phrase)
    let weight = phrases[Int(fit.phrase)].weight
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
    fillKind(row, traits[Int(item)], fit, facts)
    set(.popularity, popularity[Int(item)] / 3)
    set(.gapToBest, facts.bestScore - fit.score)
    set(.rank, Float(place) / 10)
    flag(.isForm, item == facts.formItem)
    set(.generality, generality[Int(fit.phrase)] / 3)
    let isWritten = fit.phrase >= lexicon.firstWritten
    flag(.isWritten, isWritten)
    // Phrases of an item stand together, its whole label first.
    flag(.wholeLabel, !isWritten && (fit.phrase == 0 || phrases[Int(fit.phrase) - 1].item != item))
    set(.writtenForms, writtenForms[Int(item)] / 3)
    let verb = keys[0]
    let isTask = taskVerbs[Int(verb)] >= 3
    let holdsVerb = marks[Int(verb)] & 2 != 0
    flag(.verbInBoth, isTask && holdsVerb)
    flag(.verbMissing, isTask && keys.count > 1 && !holdsVerb)
    flag(.verbOnly, isTask && keys.count > 1 && holdsVerb && fit.matched == 1)
    flag(.objectMatches, marks[Int(isTask && keys.count > 1 ? keys[1] : verb)] & 2 != 0)
    flag(.singleMatched, whole && positions.count == 1)
    fillKeys(row, place, weight, facts)
    let label = itemVectors + Int(item) * WordVectors.dimensions
    set(.likeSpan, WordVectors.cosine(label, spanVector))
    set(.likeClause, WordVectors.cosine(label, clauseVector))
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
    _ row: UnsafeMutablePointer<Float>, _ at: Int, _ weight: Float, _ facts: SpanFacts
  ) {
    func set(_ feature: RankFeature, _ value: Float) { row[feature.rawValue] = value }
    let phrase = candidates[at].phrase
    let keys = keys(of: phrase)
    let spellings = phraseSpellings + Int(phrases[Int(phrase)].firstKey)
    var same: Float = 0
    var other: Float = 0
    var inClause: Float = 0
    var mostMissing: Float = 0
    var missing: UInt64 = 0
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
        var position = facts.span.positions.lowerBound
        while words.keys[position] != key { position += 1 }
        if position < lastPosition { inOrder = false }
        lastPosition = position
        if spelt[position] >= 0, inflections[Int(spellings[place])] == spelt[position] {
          same += own
          if place == 0, position == facts.span.positions.lowerBound { set(.sameFirst, 1) }
        } else {
          other += own
        }
        continue
      }
      if place < UInt64.bitWidth { missing |= 1 << UInt64(place) }
      mostMissing = max(mostMissing, own)
      if marks[Int(key)] != 0 { inClause += own / weight }
    }
    candidates[at].missing = missing
    set(.sameWords, same / weight)
    set(.otherWords, other / weight)
    let isKnowledge = row[RankFeature.isKnowledge.rawValue] == 1
    set(.sameOpening, isKnowledge != facts.verbal ? 1 : 0)
    set(.macroSame, row[RankFeature.isMacro.rawValue] * same / weight)
    var mostExtra: Float = 0
    for position in facts.span.positions where !keys.contains(words.keys[position]) {
      mostExtra = max(mostExtra, words.weights[position])
    }
    set(.missingInClause, inClause)
    set(.mostMissing, mostMissing / 10)
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

  @inline(__always)
  private func keys(of phrase: Int32) -> UnsafeBufferPointer<Int32> {
    let record = phrases[Int(phrase)]
    return UnsafeBufferPointer(
      start: phraseKeys + Int(record.firstKey), count: Int(record.endKey - record.firstKey))
  }
}
