import Taxonomy

/// Computes the `SpanFeature`s of the spans of one clause and their weighted sum. Scratch memory of one thread.
final class SpanMeasures {
  private let lexicon: Lexicon
  /// The features of the span measured last.
  let values: UnsafeMutableBufferPointer<Float>
  private let weights: FrozenArray<Float>
  private let masks: UnsafePointer<UInt32>
  private let taskVerbs: UnsafePointer<Float>

  // The clause at hand.
  private var tokens = UnsafeBufferPointer<Token>(start: nil, count: 0)
  private var clause = Clause(
    range: 0..<0, line: 0, opensBullet: false, inBullet: false, before: .text, after: .text)
  private var facts = TalkFacts()
  private var context = SpanContext(section: .opening, isTitle: false, position: 0)
  private var words = ClauseWords()
  private var contextScore: Float = 0
  /// Bit *i*: content words *i* and *i + 1* stand side by side in some label.
  private var pairs: UInt64 = 0
  /// What each position's key says of the occupations the offer speaks of.
  private let topics = UnsafeMutablePointer<Float>.allocate(capacity: ClauseWords.maximum)

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    values = .allocate(capacity: SpanFeature.count)
    values.initialize(repeating: 0)
    weights = FrozenArray(lexicon.model.spans)
    masks = lexicon.classes.masks.base
    taskVerbs = lexicon.taskVerbs.base
  }

  deinit {
    values.deallocate()
    topics.deallocate()
  }

  @inline(__always)
  private func set(_ feature: SpanFeature, _ value: Float) { values[feature.rawValue] = value }

  @inline(__always)
  private func flag(_ feature: SpanFeature, _ value: Bool) { values[feature.rawValue] = value ? 1 : 0 }

  @inline(__always)
  private func classes(_ token: Token) -> WordClass {
    token.kind == .punctuation ? [] : WordClass(rawValue: masks[Int(token.form) + 1])
  }

  private func dot(_ range: Range<Int>) -> Float {
    var sum: Float = 0
    for index in range { sum += values[index] * weights.base[index] }
    return sum
  }

  /// Takes a clause: what is the same for all its spans is summed once.
  func load(
    _ tokens: UnsafeBufferPointer<Token>, _ clause: Clause, _ facts: TalkFacts, _ context: SpanContext,
    _ words: ClauseWords, _ offer: OfferKeys
  ) {
    self.tokens = tokens
    self.clause = clause
    self.facts = facts
    self.context = context
    self.words = words
    pairs = 0
    for position in 0..<words.count {
      let key = words.keys[position]
      topics[position] = key >= 0 ? offer.keyTopics[Int(key)] : 0
      if position + 1 < words.count, lexicon.labelPairs.contains(key, words.keys[position + 1]) {
        pairs |= 1 << UInt64(position)
      }
    }
    for index in SpanFeature.contextStart..<SpanFeature.count { values[index] = 0 }
    measureContext()
    contextScore = dot(SpanFeature.contextStart..<SpanFeature.count)
  }

  private func measureContext() {
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

  /// The log-odds of a span of the clause; its features are in `values` until the next call.
  func measure(_ span: ProposedSpan, _ segments: [Range<Int>]) -> Float {
    for index in 0..<SpanFeature.contextStart { values[index] = 0 }
    let content = span.positions.count
    let first = tokens[span.tokens.lowerBound]
    let verbal = !first.flags.isDisjoint(with: [.infinitive, .secondPerson])
    let taskCount = first.key >= 0 ? taskVerbs[Int(first.key)] : 0
    let lead = lead(of: span.tokens.lowerBound)
    measureShape(span, first, content, segments)
    measureOpening(span, first, verbal, taskCount, lead)
    measureSurroundings(span, lead)
    measureKnowledge(span, content)
    let section = context.section
    let form = span.form >= 0 ? lexicon.forms[Int(span.form)].form.kind : nil
    flag(
      .companyFormSoft,
      form == .softSkill && (section == .company || section == .opening) && !context.line.vous)
    flag(.benefitsForm, form != nil && (section == .benefits || section == .process))
    flag(.missionTask, section == .mission && taskCount >= 3)
    flag(.missionOpens, section == .mission && lead == nil)
    flag(.profileShort, section == .profile && content <= 2)
    flag(.openingTask, section == .opening && taskCount >= 3)
    flag(.companyTask, section == .company && taskCount >= 3)
    flag(.thirdTask, classes(first).contains(.thirdPlural))
    flag(
      .verbOpens,
      verbal
        && (lead == nil || lead!.kind == .punctuation
          || !classes(lead!).isDisjoint(with: [.vous, .coordinators]))
    )
    return dot(0..<SpanFeature.contextStart) + contextScore
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
    var inside: Float = 0
    for segment in segments
    where segment.lowerBound > range.lowerBound && segment.lowerBound < range.upperBound { inside += 1 }
    set(.segments, inside)
    var allCaps = true
    for at in range {
      let token = tokens[at]
      if token.isContent, !token.flags.contains(.allCaps) { allCaps = false }
      if token.kind == .number || token.flags.contains(.hasDigit) { set(.hasNumber, 1) }
      if token.kind != .word { continue }
      let own = classes(token)
      if own.contains(.cues) { set(.cueInside, 1) }
      if token.isContent, own.contains(.benefits) { set(.benefitWord, 1) }
      if at > range.lowerBound {
        if token.flags.contains(.capitalised) { set(.capitalisedInside, 1) }
        if token.isContent, token.flags.contains(.secondPerson) { set(.containsVerbInside, 1) }
      }
    }
    flag(.allCaps, allCaps)
    let own = classes(first)
    flag(.stopHead, own.contains(.stopHeads))
    flag(.softHead, own.contains(.softHeads))
    flag(.appellation, isTitle(range))
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

  private func measureSurroundings(_ span: ProposedSpan, _ lead: Token?) {
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

  private func measureKnowledge(_ span: ProposedSpan, _ content: Int) {
    var unknown: Float = 0
    var weight: Float = 0
    var topic: Float = 0
    var highest: Float = 0
    for position in span.positions {
      if words.keys[position] < 0 { unknown += 1 }
      weight += words.weights[position]
      topic += topics[position]
      highest = max(highest, topics[position])
    }
    set(.unknownTokens, unknown / Float(content))
    set(.meanWeight, weight / Float(content) / 10)
    set(.topicMean, topic / Float(content))
    set(.topicMaximum, highest)
    flag(.topicAbsent, highest == 0)
    if content > 1 {
      let low = span.positions.lowerBound
      let known = (pairs >> UInt64(low)) & ((1 << UInt64(content - 1)) - 1)
      set(.pairsKnown, Float(known.nonzeroBitCount) / Float(content - 1))
      flag(.headPairKnown, known & 1 == 1)
    }
    let last = words.keys[span.positions.upperBound - 1]
    flag(.lastTaskKey, content > 1 && last >= 0 && taskVerbs[Int(last)] >= 3)
    guard span.form >= 0 else { return set(.noForm, 1) }
    let form = lexicon.forms[Int(span.form)].form
    guard form.origin != .label else { return set(.formLabel, 1) }
    switch form.kind {
    case .softSkill: set(.formSoft, 1)
    case .tool: set(.formTool, 1)
    case .knowHow: set(.formTask, 1)
    case .knowledge: set(.formKnowledge, 1)
    case .credential, .language, .diploma: set(.formCredential, 1)
    }
  }

  /// Whether the span is a job title.
  private func isTitle(_ range: Range<Int>) -> Bool {
    var node = FrozenTrie.root
    for index in range where tokens[index].isContent {
      guard tokens[index].key >= 0 else { return false }
      node = lexicon.titles.step(node, tokens[index].key)
      if node < 0 { return false }
    }
    return !lexicon.titles.values(at: node).isEmpty
  }
}
