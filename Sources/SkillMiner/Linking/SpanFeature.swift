/// Named measurements of a proposed span: what the decision is made of and can be explained by.
///
/// The first follow from the span and its clause alone; those from `crossStart` on also from the offer around; those
/// from `contextStart` on are the same for every span of a clause and are summed once a clause.
enum SpanFeature: Int, CaseIterable, Sendable {
  // Shape.
  case contentTokens, contentSquared, functionTokens, unknownTokens, segments, singleToken
  case capitalisedInside, firstCapitalised, allCaps, hasNumber
  // How it opens.
  case startsInfinitive, startsSecondPerson, startsTaskVerb, taskVerbRate, startsNominal, startsArticle,
    verbOpens
  case stopHead, softHead, benefitWord, appellation, cueInside, containsVerbInside
  // What stands around it in the clause.
  case opensClause, opensBullet, closesClause, wholeClause
  case afterComma, afterAnd, afterPreposition, afterCue, afterVous, afterNous, afterColon, afterDe,
    precededByVerb, governorVerb, afterNotre
  case beforeComma, beforeAnd, beforePreposition, beforeDe
  // What the lexicon knows.
  case meanWeight, pairsKnown, headPairKnown, lastTaskKey
  case formLabel, formSoft, formTool, formTask, formKnowledge, formCredential, noForm, thirdTask
  // What the occupations that the offer speaks of say to its words.
  case topicMean, topicMaximum, topicAbsent
  // Crosses with where it stands.
  case companyFormSoft, benefitsForm, missionTask, missionOpens, profileShort, openingTask, companyTask
  // Where it stands in the offer.
  case bias
  case sectionOpening, sectionMission, sectionProfile, sectionCompany, sectionBenefits, sectionProcess
  case titleField, relativePosition, inBullet
  case clauseVous, clauseNous, clauseSecondPerson, clauseInfinitive, clauseRecruit, clauseMoney,
    clauseContract, clauseThirdPlural, clauseVousObject
  case clauseLength
  // What the line and the sentence as a whole talk about.
  case clauseCompany, lineCompany, lineNous, lineVous, lineSecondPerson, lineRecruits, lineLength,
    beforeMission, firstLines, afterHeadings
  case sentenceCompany, sentenceNous, sentenceVous, sentenceSecondPerson, sentenceThird, sentenceTask,
    sentenceRecruits, sentenceThirdPlural, sentenceVousObject, sentenceJoins, employerSentence, silentSentence
  case openingCompany, openingSilent, companyVous, openingNous, openingSecondPerson, companyNous

  // Computed: constants where they are used, and no lazily made globals in the inner loops.
  static var count: Int { companyNous.rawValue + 1 }
  static var crossStart: Int { topicMean.rawValue }
  static var contextStart: Int { bias.rawValue }
}
