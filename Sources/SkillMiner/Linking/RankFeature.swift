/// Named measurements of one item proposed for one span: what the choice among near-equivalents is made of.
///
/// The first follow from the clause alone; those from `offerStart` on from the offer it stands in.
enum RankFeature: Int, CaseIterable, Sendable {
  case labelCoverage, spanCoverage, harmonic, shared, missingWeight, extraWeight
  case firstMatches, lastMatches, verbInBoth, matchedTokens, phraseKeys, allMatched, exact
  case isMacro, isKnowHow, isKnowledge, isSoft, isCredential, isSoftware
  case popularity
  case spanVerbal, macroCovered, knowledgeNominal, knowHowVerbal
  case gapToBest, rank, isForm
  case generality, topKeyMatched, labelTopMatched, secondMatches
  case missingInClause
  /// The phrase is a written form; how many forms people wrote for the item.
  case isWritten, writtenForms
  /// The phrase is the whole label, not a part of it that stands for all.
  case wholeLabel
  case mostMissing, mostExtra
  case inOrder, objectMatches, verbMissing, verbOnly, singleMatched
  /// Of what both say, the share of the label's weight said by an inflection of the same word, not by a derived or
  /// synonymous one; the same of the first words; and whether they open alike, verb with verb, noun with noun.
  case sameWords, otherWords, sameFirst, sameOpening, macroSame
  /// Cosine of the label's vector with those of the span and of the clause, and how far it stays behind the closest.
  case likeSpan, likeClause, likeGap

  /// How close the item is to the occupation that the offer declares.
  case priorDomain, priorNeighbour, priorLinked, priorCore
  /// Weight of the item in the occupations that the offer speaks of.
  case topicPrior, topicTop
  /// What the label says beyond the span, and whether the rest of the offer says it.
  case missingInOffer, missingInTitle, missingNowhere, mostMissingNowhere
  /// Cosine of the label's vector with those of the title and of the whole text.
  case likeTitle, likeText

  // Computed: a constant where it is used, and no lazily made global in the inner loops.
  static var count: Int { likeText.rawValue + 1 }
  static var offerStart: Int { priorDomain.rawValue }
}
