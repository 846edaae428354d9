/// Named measurements of a proposed span: what the decision is made of and can be explained by.
///
/// The first are the span's own; those from `contextStart` on are the same for every span of a clause and are summed
/// once a clause.
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
  case meanWeight, pairsKnown, headPairKnown, topicMean, topicMaximum, topicAbsent, lastTaskKey
  case formLabel, formSoft, formTool, formTask, formKnowledge, formCredential, noForm
  // Crosses with where it stands.
  case companyFormSoft, benefitsForm, missionTask, missionOpens, profileShort, openingTask, companyTask,
    thirdTask
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

  static let count = allCases.count
  static let contextStart = SpanFeature.bias.rawValue
}
