import Taxonomy

/// Computes the `SpanFeature`s of the spans of one clause and their weighted sum. Scratch memory of one thread.
final class SpanMeasures {
  /// The features of the span measured last.
  let values: UnsafeMutableBufferPointer<Float>
  private let weights: FrozenArray<Float>
  private let masks: UnsafePointer<UInt32>
  private let taskVerbs: UnsafePointer<Float>
  private let labelPairs: LabelPairs
  /// What each token of the clause is.
  private var shapes = UnsafeMutableBufferPointer<TokenShape>.allocate(capacity: 64)
  /// Behind a pointer, so that exclusivity is not checked at each look.
  private let state: UnsafeMutablePointer<State>

  /// What a token adds to the shape of a span.
  private struct TokenShape: OptionSet {
    let rawValue: UInt8
    /// A content word not all in capitals.
    static let small = TokenShape(rawValue: 1)
    static let number = TokenShape(rawValue: 2)
    static let cue = TokenShape(rawValue: 4)
    static let benefit = TokenShape(rawValue: 8)
    static let capitalised = TokenShape(rawValue: 16)
    static let secondPerson = TokenShape(rawValue: 32)
  }

  /// The clause at hand.
  private struct State {
    var tokens = UnsafeBufferPointer<Token>(start: nil, count: 0)
    var clause = Clause(
      range: 0..<0, line: 0, opensBullet: false, inBullet: false, before: .text, after: .text)
    var facts = TalkFacts()
    var context = SpanContext(section: .opening, isTitle: false, position: 0)
    var contextScore: Float = 0
    /// Bit *i*: content words *i* and *i + 1* stand side by side in some label.
    var pairs: UInt64 = 0
  }

  private var tokens: UnsafeBufferPointer<Token> { state.pointee.tokens }
  private var clause: Clause { state.pointee.clause }
  /// What each position's key says of the occupations the offer speaks of.
  private let topics = UnsafeMutablePointer<Float>.allocate(capacity: ClauseWords.maximum)

  init(lexicon: Lexicon) {
    values = .allocate(capacity: SpanFeature.count)
    values.initialize(repeating: 0)
    weights = FrozenArray(lexicon.model.spans)
    masks = lexicon.classes.masks.base
    taskVerbs = lexicon.taskVerbs.base
    labelPairs = lexicon.labelPairs
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    values.deallocate()
    topics.deallocate()
    shapes.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  @inline(__always)
  private func set(_ feature: SpanFeature, _ value: Float) { values[feature.rawValue] = value }

  @inline(__always)
  private func flag(_ feature: SpanFeature, _ value: Bool) { values[feature.rawValue] = value ? 1 : 0 }

  @inline(__always)
  private func classes(_ token: Token) -> WordClass {
    token.kind == .punctuation ? [] : WordClass(of: token.form, in: masks)
  }

  private func dot(_ range: Range<Int>) -> Float {
    FeatureSum.dot(UnsafePointer(values.baseAddress!), weights.base, range)
  }

  /// Takes a clause: what is the same for all its spans is summed once.
  func load(
    _ tokens: UnsafeBufferPointer<Token>, _ clause: Clause, _ facts: TalkFacts, _ context: SpanContext,
    _ words: ClauseWords, _ offer: OfferKeys
  ) {
    state.pointee = State(tokens: tokens, clause: clause, facts: facts, context: context)
    for position in 0..<words.count {
      let key = words.keys[position]
      topics[position] = key >= 0 ? offer.keyTopics[Int(key)] : 0
    }
    for index in SpanFeature.contextStart..<SpanFeature.count { values[index] = 0 }
    measureContext()
    state.pointee.contextScore = dot(SpanFeature.contextStart..<SpanFeature.count)
  }

  /// Takes what `measureOwn` looks at many times in the clause that was loaded.
  func prepare(_ words: ClauseWords) {
    var pairs: UInt64 = 0
    for position in 0..<max(0, words.count - 1)
    where labelPairs.contains(words.keys[position], words.keys[position + 1]) {
      pairs |= 1 << UInt64(position)
    }
    state.pointee.pairs = pairs
    let range = clause.range
    if range.count > shapes.count {
      shapes.deallocate()
      shapes = .allocate(capacity: 2 * range.count)
    }
    for at in range { shapes[at - range.lowerBound] = shape(tokens[at]) }
  }

  private func shape(_ token: Token) -> TokenShape {
    var shape: TokenShape = []
    if token.isContent, !token.flags.contains(.allCaps) { shape.insert(.small) }
    if token.kind == .number || token.flags.contains(.hasDigit) { shape.insert(.number) }
    guard token.kind == .word else { return shape }
    let own = classes(token)
    if own.contains(.cues) { shape.insert(.cue) }
    if token.isContent, own.contains(.benefits) { shape.insert(.benefit) }
    if token.flags.contains(.capitalised) { shape.insert(.capitalised) }
    if token.isContent, token.flags.contains(.secondPerson) { shape.insert(.secondPerson) }
    return shape
  }

  private func measureContext() {
    let context = state.pointee.context
    let facts = state.pointee.facts
    let line = context.line
    let sentence = context.sentence
    let section = context.section
    set(.bias, 1)
    switch section {
    case .opening: set(.sectionOpening, 1)
    case .mission: set(.sectionMission, 1)
    case .profile: set(.sectionProfile, 1)
    case .company: set(.sectionCompany, 1)
    case .benefits: set(.sectionBenefits, 1)
    case .process: set(.sectionProcess, 1)
    }
    flag(.titleField, context.isTitle)
    set(.relativePosition, context.position)
    flag(.inBullet, clause.inBullet)
    flag(.clauseVous, facts.vous)
    flag(.clauseNous, facts.nous)
    flag(.clauseSecondPerson, facts.secondPerson)
    flag(.clauseInfinitive, facts.infinitive)
    flag(.clauseRecruit, facts.recruits)
    flag(.clauseMoney, facts.classes.contains(.money))
    flag(.clauseContract, facts.classes.contains(.contract))
    flag(.clauseThirdPlural, facts.classes.contains(.thirdPlural))
    flag(.clauseVousObject, facts.vousObject)
    set(.clauseLength, min(Float(facts.content), 30) / 10)
    set(.clauseCompany, facts.company)
    set(.lineCompany, line.company)
    flag(.lineNous, line.nous)
    flag(.lineVous, line.vous)
    flag(.lineSecondPerson, line.secondPerson)
    flag(.lineRecruits, line.recruits)
    set(.lineLength, min(Float(line.content), 60) / 20)
    flag(.beforeMission, context.beforeMission)
    flag(.firstLines, context.lineNumber <= 1)
    flag(.afterHeadings, section != .opening && !context.beforeMission)
    set(.sentenceCompany, sentence.company)
    flag(.sentenceNous, sentence.nous)
    flag(.sentenceVous, sentence.vous)
    flag(.sentenceSecondPerson, sentence.secondPerson)
    flag(.sentenceThird, sentence.third)
    flag(.sentenceTask, sentence.opensWithTask)
    flag(.sentenceRecruits, sentence.recruits)
    flag(.sentenceThirdPlural, sentence.classes.contains(.thirdPlural) && !sentence.secondPerson)
    flag(.sentenceVousObject, sentence.vousObject)
    flag(.sentenceJoins, sentence.joins)
    let addressed = sentence.addressed
    flag(.employerSentence, !addressed && sentence.content >= 6 && (sentence.nous || sentence.company > 0.12))
    flag(.silentSentence, !addressed && sentence.content >= 8 && !clause.inBullet)
    set(.openingCompany, section == .opening ? line.company : 0)
    flag(.openingSilent, section == .opening && !line.vous && !line.secondPerson)
    flag(.companyVous, section == .company && (line.vous || line.secondPerson))
    flag(.openingNous, section == .opening && facts.nous)
    flag(.openingSecondPerson, section == .opening && (facts.secondPerson || facts.vous))
    flag(.companyNous, (section == .company || section == .benefits) && facts.nous)
  }

  /// Measures what follows from a span and its clause alone; `prepare` has been called for it.
  func measureOwn(_ span: inout ProposedSpan, _ words: ClauseWords, _ segments: [Range<Int>]) {
    for index in 0..<SpanFeature.crossStart { values[index] = 0 }
    let content = span.positions.count
    let first = tokens[span.tokens.lowerBound]
    let verbal = !first.flags.isDisjoint(with: [.infinitive, .secondPerson])
    let taskCount = first.key >= 0 ? taskVerbs[Int(first.key)] : 0
    let lead = lead(of: span.tokens.lowerBound)
    if taskCount >= 3 { span.traits.insert(.task) }
    if lead == nil { span.traits.insert(.leads) }
    measureShape(span, first, content, segments)
    measureOpening(span, first, verbal, taskCount, lead)
    measureSurroundings(span, words, lead)
    measureKnowledge(span, words, content)
    flag(.thirdTask, classes(first).contains(.thirdPlural))
    let follows =
      lead.map { $0.kind == .punctuation || !classes($0).isDisjoint(with: [.vous, .coordinators]) } ?? true
    flag(.verbOpens, verbal && follows)
    span.own = dot(0..<SpanFeature.crossStart)
  }

  /// The log-odds of a span of the clause that was loaded, its own part being known.
  func score(_ span: ProposedSpan) -> Float {
    var topic: Float = 0
    var highest: Float = 0
    for position in span.positions {
      topic += topics[position]
      highest = max(highest, topics[position])
    }
    set(.topicMean, topic / Float(span.positions.count))
    set(.topicMaximum, highest)
    flag(.topicAbsent, highest == 0)
    let section = state.pointee.context.section
    let isTask = span.traits.contains(.task)
    flag(
      .companyFormSoft,
      span.formTraits.contains(.softSkill) && (section == .company || section == .opening)
        && !state.pointee.context.line.vous)
    flag(.benefitsForm, span.form >= 0 && (section == .benefits || section == .process))
    flag(.missionTask, section == .mission && isTask)
    flag(.missionOpens, section == .mission && span.traits.contains(.leads))
    flag(.profileShort, section == .profile && span.positions.count <= 2)
    flag(.openingTask, section == .opening && isTask)
    flag(.companyTask, section == .company && isTask)
    return span.own + dot(SpanFeature.crossStart..<SpanFeature.contextStart) + state.pointee.contextScore
  }

  /// What stands before a token in its clause, articles skipped.
  private func lead(of start: Int) -> Token? {
    var back = start - 1
    while back >= clause.range.lowerBound, tokens[back].kind == .word {
      let own = classes(tokens[back])
      guard own.contains(.articles), !own.contains(.de) else { break }
      back -= 1
    }
    return back >= clause.range.lowerBound ? tokens[back] : nil
  }

  private func measureShape(
    _ span: ProposedSpan, _ first: Token, _ content: Int, _ segments: [Range<Int>]
  ) {
    let range = span.tokens
    set(.contentTokens, min(Float(content), 12))
    set(.contentSquared, min(Float(content * content), 144) / 10)
    set(.functionTokens, Float(range.count - content) / Float(range.count))
    flag(.singleToken, content == 1)
    var cuts: Float = 0
    for segment in segments
    where segment.lowerBound > range.lowerBound && segment.lowerBound < range.upperBound { cuts += 1 }
    set(.segments, cuts)
    let offset = clause.range.lowerBound
    let opening = shapes[range.lowerBound - offset]
    var inside: TokenShape = []
    for at in range.dropFirst() { inside.formUnion(shapes[at - offset]) }
    let whole = inside.union(opening)
    flag(.hasNumber, whole.contains(.number))
    flag(.cueInside, whole.contains(.cue))
    flag(.benefitWord, whole.contains(.benefit))
    flag(.allCaps, !whole.contains(.small))
    flag(.capitalisedInside, inside.contains(.capitalised))
    flag(.containsVerbInside, inside.contains(.secondPerson))
    let own = classes(first)
    flag(.stopHead, own.contains(.stopHeads))
    flag(.softHead, own.contains(.softHeads))
    flag(.appellation, span.traits.contains(.title))
  }

  private func measureOpening(
    _ span: ProposedSpan, _ first: Token, _ verbal: Bool, _ taskCount: Float, _ lead: Token?
  ) {
    flag(.startsInfinitive, first.flags.contains(.infinitive))
    flag(.startsSecondPerson, first.flags.contains(.secondPerson))
    flag(.startsTaskVerb, taskCount >= 3)
    set(.taskVerbRate, taskCount > 0 ? PhraseIndex.log(1 + taskCount) / 5 : 0)
    flag(.startsNominal, taskCount >= 3 && !verbal)
    flag(.firstCapitalised, first.flags.contains(.capitalised) && lead != nil)
    if span.tokens.lowerBound > clause.range.lowerBound {
      let before = classes(tokens[span.tokens.lowerBound - 1])
      flag(.startsArticle, before.contains(.articles))
      flag(.afterNotre, before.contains(.nous))
    }
  }

  private func measureSurroundings(_ span: ProposedSpan, _ words: ClauseWords, _ lead: Token?) {
    if let lead {
      if lead.kind == .punctuation {
        flag(.afterComma, lead.form == 0x2C)
      } else {
        let own = classes(lead)
        flag(.afterAnd, own.contains(.coordinators))
        flag(.afterDe, own.contains(.de))
        flag(.afterVous, own.contains(.vous))
        flag(.afterNous, own.contains(.nous))
        flag(.afterPreposition, own.contains(.prepositions))
        flag(.precededByVerb, !lead.flags.isDisjoint(with: [.secondPerson, .infinitive]))
      }
      // The content word that governs it.
      if span.positions.lowerBound > 0 {
        let governor = tokens[Int(words.tokens[span.positions.lowerBound - 1])]
        flag(.afterCue, classes(governor).contains(.cues))
        flag(.governorVerb, !governor.flags.isDisjoint(with: [.secondPerson, .infinitive]))
      }
    } else {
      set(.opensClause, 1)
      flag(.opensBullet, clause.opensBullet)
      flag(.afterColon, clause.before == .colon)
    }
    if span.tokens.upperBound < clause.range.upperBound {
      let next = tokens[span.tokens.upperBound]
      if next.kind == .punctuation {
        flag(.beforeComma, next.form == 0x2C)
      } else {
        let own = classes(next)
        flag(.beforeAnd, own.contains(.coordinators))
        flag(.beforeDe, own.contains(.de))
        flag(.beforePreposition, own.contains(.prepositions))
      }
    } else {
      set(.closesClause, 1)
    }
    flag(.wholeClause, span.positions.count == words.count)
  }

  private func measureKnowledge(_ span: ProposedSpan, _ words: ClauseWords, _ content: Int) {
    var unknown: Float = 0
    var weight: Float = 0
    for position in span.positions {
      if words.keys[position] < 0 { unknown += 1 }
      weight += words.weights[position]
    }
    set(.unknownTokens, unknown / Float(content))
    set(.meanWeight, weight / Float(content) / 10)
    if content > 1 {
      let low = span.positions.lowerBound
      let known = (state.pointee.pairs >> UInt64(low)) & ((1 << UInt64(content - 1)) - 1)
      set(.pairsKnown, Float(known.nonzeroBitCount) / Float(content - 1))
      flag(.headPairKnown, known & 1 == 1)
    }
    let last = words.keys[span.positions.upperBound - 1]
    flag(.lastTaskKey, content > 1 && last >= 0 && taskVerbs[Int(last)] >= 3)
    guard span.form >= 0 else { return set(.noForm, 1) }
    let form = span.formTraits
    guard !form.contains(.label) else { return set(.formLabel, 1) }
    flag(.formSoft, form.contains(.softSkill))
    flag(.formTool, form.contains(.tool))
    flag(.formTask, form.contains(.knowHow))
    flag(.formKnowledge, form.contains(.knowledge))
    flag(.formCredential, form.contains(.credential))
  }
}
