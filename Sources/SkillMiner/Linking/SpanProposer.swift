import Taxonomy

/// A stretch of a clause that may name a competency, with what is known of it.
struct ProposedSpan {
  /// Token indices, first and last token included are content.
  var tokens: Range<Int>
  /// Content positions of the clause.
  var positions: Range<Int>
  /// Form that covers it; -1 when none does.
  var form: Int32 = -1
  /// Sum of feature × weight: the log-odds that it names a demanded competency.
  var score: Float = 0
}

/// Cuts clauses into segments at commas, coordinators and prepositions, and proposes runs of segments as spans.
final class SpanProposer {
  private let lexicon: Lexicon
  let linker: PhraseLinker
  private let matcher: FormMatcher
  static let fitLimit = 30
  private let features: UnsafeMutableBufferPointer<Float>
  private static let maximumSegments = 5
  private static let maximumContent = 13

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    linker = PhraseLinker(index: lexicon.index)
    matcher = FormMatcher(lexicon: lexicon)
    features = .allocate(capacity: SpanFeature.count)
    features.initialize(repeating: 0)
  }

  deinit { features.deallocate() }

  /// Called with each span and its features, for fitting and for explanations.
  var inspect: ((ProposedSpan, UnsafeMutableBufferPointer<Float>) -> Void)?

  /// What a segment is separated from its left neighbour by.
  enum Separator: UInt8 {
    case clause
    case comma
    case and
    case preposition
    case cue
    case de
  }

  struct Segment {
    var tokens: Range<Int>
    var separator: Separator
  }

  /// What is known of the clause's surroundings.
  struct Context {
    var section: Section
    var isTitle: Bool
    /// Index of the clause over the number of clauses, 0 to 1.
    var position: Float
    var domain: String?
    var line = TalkFacts()
    var sentence = TalkFacts()
    /// A heading of missions or profile comes later in the field.
    var beforeMission = false
    /// Number of the line, from 0.
    var lineNumber = 0
  }

  /// Proposals for one clause.
  func propose(_ tokens: [Token], _ clause: Clause, _ context: Context) -> [ProposedSpan] {
    linker.load(tokens, clause.range)
    guard !linker.positions.isEmpty else { return [] }
    let segments = segments(tokens, clause.range)
    var spans: [ProposedSpan] = []
    var seen = Set<Range<Int>>()
    let positions = linker.positions
    func add(_ range: Range<Int>, form: Int32) {
      var range = range
      while let last = range.last, !tokens[last].isContent { range.removeLast() }
      while let first = range.first, !tokens[first].isContent { range.removeFirst() }
      guard !range.isEmpty, let low = positions.firstIndex(of: range.lowerBound),
        let high = positions.lastIndex(where: { $0 < range.upperBound }), high - low < Self.maximumContent
      else { return }
      if form < 0, !seen.insert(range).inserted { return }
      if form >= 0 {
        if !seen.insert(range).inserted {
          for index in spans.indices where spans[index].tokens == range && spans[index].form < 0 {
            spans[index].form = form
          }
          return
        }
      }
      spans.append(ProposedSpan(tokens: range, positions: low..<high + 1, form: form))
    }
    for match in matcher.matches(tokens, clause.range, domain: context.domain) {
      add(match.tokens, form: match.form)
    }
    for first in segments.indices {
      for last in first..<min(segments.count, first + Self.maximumSegments) {
        add(segments[first].tokens.lowerBound..<segments[last].tokens.upperBound, form: -1)
      }
    }
    let clauseFacts = ClauseFacts(tokens, clause, lexicon)
    for index in spans.indices {
      measure(spans[index], tokens, clause, segments, clauseFacts, context)
      spans[index].score = lexicon.model.spanScore(features)
      inspect?(spans[index], features)
    }
    return spans
  }

  // MARK: - Segments

  func segments(_ tokens: [Token], _ range: Range<Int>) -> [Segment] {
    var segments: [Segment] = []
    var start = range.lowerBound
    var separator = Separator.clause
    var index = range.lowerBound
    let classes = lexicon.classes
    func close(_ end: Int) {
      if (start..<end).contains(where: { tokens[$0].isContent }) {
        segments.append(Segment(tokens: start..<end, separator: separator))
      }
    }
    while index < range.upperBound {
      let token = tokens[index]
      var kind: Separator?
      if token.kind == .punctuation {
        if token.form == 0x2C || token.form == 0x2F && token.flags.contains(.spaced) || token.form == 0x2B
          || token.form == 0xAB || token.form == 0xBB || token.form == 0x22 || token.form == 0x26
        {
          kind = .comma
        }
      } else if classes.coordinators.contains(token.form) {
        kind = .and
      } else if classes.prepositions.contains(token.form) {
        kind = .preposition
      } else if classes.vous.contains(token.form), token.flags.contains(.function), index > start {
        kind = .preposition
      } else if classes.cues.contains(token.form) {
        // maîtrise de X, sens de …: X may stand alone
        var next = index + 1
        while next < range.upperBound, tokens[next].kind == .word, !tokens[next].isContent { next += 1 }
        if next < range.upperBound,
          next > index + 1 || classes.cues.contains(tokens[next].form)
            || tokens[index].flags.contains(.secondPerson)
        {
          if index > start { close(index); start = index; separator = .preposition }
          segments.append(Segment(tokens: start..<index + 1, separator: separator))
          start = index + 1
          separator = .cue
          index = next
          continue
        }
      }
      if let kind {
        close(index)
        if separator != .clause || start < index || kind != .preposition { separator = kind }
        start = index + 1
        if kind == .comma, index + 1 < range.upperBound, classes.coordinators.contains(tokens[index + 1].form)
        {
          index += 1; start = index + 1
        }
      }
      index += 1
    }
    close(range.upperBound)
    return segments
  }

  // MARK: - Features

  struct ClauseFacts {
    var vous = false
    var nous = false
    var secondPerson = false
    var infinitive = false
    var recruit = false
    var money = false
    var contract = false
    var company: Float = 0
    var content = 0

    init(_ tokens: [Token], _ clause: Clause, _ lexicon: Lexicon) {
      let classes = lexicon.classes
      for index in clause.range {
        let token = tokens[index]
        guard token.kind != .punctuation else { continue }
        if classes.vous.contains(token.form) { vous = true }
        if classes.nous.contains(token.form) { nous = true }
        if token.flags.contains(.secondPerson), !token.flags.contains(.function) { secondPerson = true }
        if token.flags.contains(.infinitive) { infinitive = true }
        if classes.recruiting.contains(token.form) { recruit = true }
        if classes.money.contains(token.form) { money = true }
        if classes.contract.contains(token.form) { contract = true }
        if classes.company.contains(token.form) { company += 1 }
        if token.isContent { content += 1 }
      }
    }
  }

  private func measure(
    _ span: ProposedSpan, _ tokens: [Token], _ clause: Clause, _ segments: [Segment], _ facts: ClauseFacts,
    _ context: Context
  ) {
    let f = features
    f.update(repeating: 0)
    func set(_ feature: SpanFeature, _ value: Float) { f[feature.rawValue] = value }
    func flag(_ feature: SpanFeature, _ value: Bool) { f[feature.rawValue] = value ? 1 : 0 }
    let classes = lexicon.classes
    let range = span.tokens
    let first = tokens[range.lowerBound]
    let content = span.positions.count
    set(.bias, 1)
    set(.contentTokens, min(Float(content), 12))
    set(.contentSquared, min(Float(content * content), 144) / 10)
    set(.functionTokens, Float(range.count - content) / Float(range.count))
    var unknown: Float = 0
    var weight: Float = 0
    var benefit = false
    for position in span.positions {
      if linker.keys[position] < 0 { unknown += 1 }
      weight += linker.weights[position]
      if classes.benefits.contains(tokens[linker.positions[position]].form) { benefit = true }
    }
    set(.unknownTokens, unknown / Float(content))
    let inside = segments.filter {
      $0.tokens.lowerBound > range.lowerBound && $0.tokens.lowerBound < range.upperBound
    }
    set(.segments, Float(inside.count))
    let verbal = first.flags.contains(.infinitive) || first.flags.contains(.secondPerson)
    flag(.startsInfinitive, first.flags.contains(.infinitive))
    flag(.startsSecondPerson, first.flags.contains(.secondPerson))
    let taskCount =
      first.key >= 0 && Int(first.key) < lexicon.taskVerbs.count ? lexicon.taskVerbs[Int(first.key)] : 0
    flag(.startsTaskVerb, taskCount >= 3)
    set(.taskVerbRate, taskCount > 0 ? PhraseIndex.log(1 + taskCount) / 5 : 0)
    flag(.startsNominal, taskCount >= 3 && !verbal)
    let before = range.lowerBound > clause.range.lowerBound ? tokens[range.lowerBound - 1] : nil
    flag(.startsArticle, before.map { $0.kind == .word && classes.articles.contains($0.form) } ?? false)
    // What stands before, articles skipped.
    var back = range.lowerBound - 1
    while back >= clause.range.lowerBound, tokens[back].kind == .word,
      classes.articles.contains(tokens[back].form), !classes.de.contains(tokens[back].form)
    { back -= 1 }
    let lead = back >= clause.range.lowerBound ? tokens[back] : nil
    flag(.opensClause, lead == nil)
    flag(.opensBullet, lead == nil && clause.opensBullet)
    flag(.inBullet, clause.inBullet)
    if let lead {
      if lead.kind == .punctuation {
        flag(.afterComma, lead.form == 0x2C)
      } else {
        flag(.afterAnd, classes.coordinators.contains(lead.form))
        flag(.afterDe, classes.de.contains(lead.form))
        flag(.afterVous, classes.vous.contains(lead.form))
        flag(.afterNous, classes.nous.contains(lead.form))
        flag(.afterPreposition, classes.prepositions.contains(lead.form))
        flag(.precededByVerb, lead.flags.contains(.secondPerson) || lead.flags.contains(.infinitive))
      }
      // The content word that governs it.
      if let governor = tokens[clause.range.lowerBound...back].last(where: { $0.isContent }) {
        flag(.afterCue, classes.cues.contains(governor.form))
        flag(.governorVerb, governor.flags.contains(.secondPerson) || governor.flags.contains(.infinitive))
      }
    } else {
      flag(.afterColon, clause.before == .colon)
    }
    let next = range.upperBound < clause.range.upperBound ? tokens[range.upperBound] : nil
    flag(.closesClause, next == nil)
    if let next {
      flag(.beforeComma, next.kind == .punctuation && next.form == 0x2C)
      if next.kind != .punctuation {
        flag(.beforeAnd, classes.coordinators.contains(next.form))
        flag(.beforeDe, classes.de.contains(next.form))
        flag(.beforePreposition, classes.prepositions.contains(next.form))
      }
    }
    let found = linker.best(span.positions)
    if let best = found?.fit {
      set(.bestScore, best.score)
      set(.bestLabelCoverage, best.labelCoverage)
      set(.bestSpanCoverage, best.spanCoverage)
      set(.bestShared, min(best.shared, 25) / 10)
      flag(.exactLabel, best.labelCoverage > 0.999 && best.spanCoverage > 0.999)
      set(.maximumLabelCoverage, found!.maximumLabelCoverage)
    }
    set(.meanWeight, weight / Float(content) / 10)
    let verbsInside = range.dropFirst().filter {
      tokens[$0].isContent && (tokens[$0].flags.contains(.secondPerson))
    }.count
    flag(.containsVerbInside, verbsInside > 0)
    if span.form >= 0 {
      let form = lexicon.forms[Int(span.form)].form
      flag(.formLabel, form.origin == .label)
      if form.origin != .label {
        switch form.kind {
        case .softSkill: flag(.formSoft, true)
        case .tool: flag(.formTool, true)
        case .knowHow: flag(.formTask, true)
        case .knowledge: flag(.formKnowledge, true)
        case .credential, .language, .diploma: flag(.formCredential, true)
        }
      }
    }
    switch context.section {
    case .opening: flag(.sectionOpening, true)
    case .mission: flag(.sectionMission, true)
    case .profile: flag(.sectionProfile, true)
    case .company: flag(.sectionCompany, true)
    case .benefits: flag(.sectionBenefits, true)
    case .process: flag(.sectionProcess, true)
    }
    flag(.titleField, context.isTitle)
    set(.relativePosition, context.position)
    flag(.clauseVous, facts.vous)
    flag(.clauseNous, facts.nous)
    flag(.clauseSecondPerson, facts.secondPerson)
    flag(.clauseInfinitive, facts.infinitive)
    flag(.clauseRecruit, facts.recruit)
    flag(.clauseMoney, facts.money)
    flag(.clauseContract, facts.contract)
    set(.clauseLength, min(Float(facts.content), 30) / 10)
    flag(.wholeClause, span.positions.count == facts.content)
    flag(.capitalisedInside, range.dropFirst().contains { tokens[$0].flags.contains(.capitalised) })
    flag(.firstCapitalised, first.flags.contains(.capitalised) && lead != nil)
    flag(.allCaps, range.allSatisfy { !tokens[$0].isContent || tokens[$0].flags.contains(.allCaps) })
    flag(.hasNumber, range.contains { tokens[$0].kind == .number || tokens[$0].flags.contains(.hasDigit) })
    flag(.singleToken, content == 1)
    flag(.benefitWord, benefit)
    flag(.stopHead, classes.stopHeads.contains(first.form))
    flag(.appellation, isTitle(tokens, range))
    flag(.cueInside, range.contains { classes.cues.contains(tokens[$0].form) })
    flag(.softHead, classes.softHeads.contains(first.form))
    let line = context.line
    set(.clauseCompany, facts.company / Float(max(4, facts.content)))
    set(.lineCompany, line.company)
    flag(.lineNous, line.nous)
    flag(.lineVous, line.vous)
    flag(.lineSecondPerson, line.secondPerson)
    flag(.lineRecruits, line.recruits)
    set(.lineLength, min(Float(line.content), 60) / 20)
    flag(.beforeMission, context.beforeMission)
    flag(.firstLines, context.lineNumber <= 1)
    flag(.afterHeadings, context.section != .opening && !context.beforeMission)
    let sentence = context.sentence
    set(.sentenceCompany, sentence.company)
    flag(.sentenceNous, sentence.nous)
    flag(.sentenceVous, sentence.vous)
    flag(.sentenceSecondPerson, sentence.secondPerson)
    flag(.sentenceThird, sentence.third)
    flag(.sentenceTask, sentence.opensWithTask)
    flag(.sentenceRecruits, sentence.recruits)
    flag(.afterNotre, before.map { $0.kind == .word && classes.nous.contains($0.form) } ?? false)
    let addressed = sentence.vous || sentence.secondPerson || sentence.opensWithTask
    flag(.employerSentence, !addressed && sentence.content >= 6 && (sentence.nous || sentence.company > 0.12))
    flag(.silentSentence, !addressed && sentence.content >= 8 && !clause.inBullet)
    set(.openingCompany, context.section == .opening ? line.company : 0)
    flag(.openingSilent, context.section == .opening && !line.vous && !line.secondPerson)
    let isSoft = span.form >= 0 && lexicon.forms[Int(span.form)].form.kind == .softSkill
    flag(
      .companyFormSoft, isSoft && (context.section == .company || context.section == .opening) && !line.vous)
    flag(.benefitsForm, span.form >= 0 && (context.section == .benefits || context.section == .process))
    flag(.companyVous, context.section == .company && (line.vous || line.secondPerson))
    // Crosses that a linear model needs.
    flag(.missionTask, context.section == .mission && taskCount >= 3)
    flag(.missionOpens, context.section == .mission && lead == nil)
    flag(.profileShort, context.section == .profile && content <= 2)
    flag(.openingNous, context.section == .opening && facts.nous)
    flag(.openingSecondPerson, context.section == .opening && (facts.secondPerson || facts.vous))
    flag(.companyNous, (context.section == .company || context.section == .benefits) && facts.nous)
    flag(
      .verbOpens,
      verbal
        && (lead == nil || lead!.kind == .punctuation || classes.vous.contains(lead!.form)
          || classes.coordinators.contains(lead!.form))
    )
    flag(.shortWeak, content == 1 && span.form < 0 && (found?.fit.labelCoverage ?? 0) < 0.75)
  }

  /// Whether the span is a job title.
  private func isTitle(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    var node = FrozenTrie.root
    for index in range where tokens[index].isContent {
      guard tokens[index].key >= 0 else { return false }
      node = lexicon.titles.step(node, tokens[index].key)
      if node < 0 { return false }
    }
    return !lexicon.titles.values(at: node).isEmpty
  }
}
