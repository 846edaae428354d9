/// Named measurements of one item proposed for one span: what the choice among near-equivalents is made of.
enum RankFeature: Int, CaseIterable, Sendable {
  case labelCoverage, spanCoverage, harmonic, shared, missingWeight, extraWeight
  case firstMatches, lastMatches, verbInBoth, matchedTokens, phraseKeys, allMatched, exact
  case priorDomain, priorNeighbour, priorLinked, priorCore
  case isMacro, isKnowHow, isKnowledge, isSoft, isCredential, isSoftware
  case popularity
  case spanVerbal, macroCovered, knowledgeNominal, knowHowVerbal
  case gapToBest, rank, isForm
  /// What the label says beyond the span, and whether the rest of the offer says it.
  case topicPrior, topicTop, generality, topKeyMatched, labelTopMatched, secondMatches
  case missingInOffer, missingInTitle, missingInClause, missingNowhere
  /// The phrase is a written form; how many forms people wrote for the item.
  case isWritten, writtenForms
  case mostMissing, mostMissingNowhere, mostExtra
  case inOrder, objectMatches, verbMissing, verbOnly, singleMatched
  /// Of what both say, the share of the label's weight said by an inflection of the same word, not by a derived or
  /// synonymous one; the same of the first words; and whether they open alike, verb with verb, noun with noun.
  case sameWords, otherWords, sameFirst, sameOpening, macroSame
  /// Cosine of the label's vector with those of the span, the clause, the title and the whole text.
  case likeSpan, likeClause, likeTitle, likeText, likeGap

  static let count = allCases.count
}
