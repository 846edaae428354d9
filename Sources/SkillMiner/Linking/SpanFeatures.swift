/// Named measurements of a proposed span: what the decision is made of and can be explained by.
enum SpanFeature: Int, CaseIterable {
  case bias
  case contentTokens, contentSquared, functionTokens, unknownTokens, segments
  case startsInfinitive, startsSecondPerson, startsTaskVerb, taskVerbRate, startsNominal, startsArticle, startsAdjective
  case opensClause, opensBullet, inBullet, closesClause
  case afterComma, afterAnd, afterPreposition, afterCue, afterVous, afterNous, afterColon, afterDe
  case beforeComma, beforeAnd, beforePreposition, beforeDe
  case bestScore, bestLabelCoverage, bestSpanCoverage, bestWeight, exactLabel, keyRichness, skillRate
  case sectionOpening, sectionMission, sectionProfile, sectionCompany, sectionBenefits, sectionProcess
  case titleField, relativePosition
  case clauseVous, clauseNous, clauseSecondPerson, clauseInfinitive, clauseRecruit, clauseMoney, clauseContract
  case capitalisedInside, allCaps, hasNumber, singleToken, wholeClause, appellation, benefitWord, stopHead, paragraphVous
  case clauseLength, precededByVerb, containsVerbInside, soloProfile, soloMission
}
