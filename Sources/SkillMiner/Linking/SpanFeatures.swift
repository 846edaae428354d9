/// Named measurements of a proposed span: what the decision is made of and can be explained by.
enum SpanFeature: Int, CaseIterable, Sendable {
  // Shape.
  case bias
  case contentTokens, contentSquared, functionTokens, unknownTokens, segments, singleToken
  case capitalisedInside, firstCapitalised, allCaps, hasNumber
  // How it opens.
  case startsInfinitive, startsSecondPerson, startsTaskVerb, taskVerbRate, startsNominal, startsArticle,
    verbOpens
  case stopHead, softHead, benefitWord, appellation, cueInside, containsVerbInside
  // What stands around it in the clause.
  case opensClause, opensBullet, inBullet, closesClause, wholeClause
  case afterComma, afterAnd, afterPreposition, afterCue, afterVous, afterNous, afterColon, afterDe,
    precededByVerb, governorVerb
  case beforeComma, beforeAnd, beforePreposition, beforeDe
  // What the lexicon knows.
  case bestScore, bestLabelCoverage, bestSpanCoverage, bestShared, exactLabel, maximumLabelCoverage,
    meanWeight
  case formLabel, formSoft, formTool, formTask, formKnowledge, formCredential, shortWeak
  // Where it stands in the offer.
  case sectionOpening, sectionMission, sectionProfile, sectionCompany, sectionBenefits, sectionProcess
  case titleField, relativePosition
  case clauseVous, clauseNous, clauseSecondPerson, clauseInfinitive, clauseRecruit, clauseMoney,
    clauseContract
  case clauseLength
  // What the line as a whole talks about.
  case clauseCompany, lineCompany, lineNous, lineVous, lineSecondPerson, lineRecruits, lineLength,
    beforeMission, firstLines, afterHeadings
  case sentenceCompany, sentenceNous, sentenceVous, sentenceSecondPerson, sentenceThird, sentenceTask,
    sentenceRecruits, afterNotre, employerSentence, silentSentence
  case openingCompany, openingSilent, companyFormSoft, benefitsForm, companyVous
  // Crosses.
  case missionTask, missionOpens, profileShort, openingNous, openingSecondPerson, companyNous

  static let count = allCases.count
}
