import Taxonomy

/// Named measurements of one item proposed for one span: what the choice among near-equivalents is made of.
enum RankFeature: Int, CaseIterable, Sendable {
  case labelCoverage, spanCoverage, harmonic, shared, missingWeight, extraWeight
  case firstMatches, lastMatches, verbInBoth, matchedTokens, phraseKeys, allMatched
  case priorDomain, priorNeighbour, priorLinked, priorCore
  case isMacro, isKnowHow, isKnowledge, isSoft, isCredential, isSoftware
  case popularity
  case spanVerbal, macroCovered, knowledgeNominal, knowHowVerbal
  case gapToBest, rank, isForm
  /// What the label says beyond the span, and whether the rest of the offer says it.
  case topicPrior, topicTop, generality, topKeyMatched, labelTopMatched, secondMatches
  case missingInOffer, missingInTitle, missingInClause, missingNowhere

  static let count = allCases.count
}

/// Keys that an offer holds, to tell whether a label's further words are said elsewhere in it.
struct OfferKeys {
  var title: Set<Int32> = []
  var all: Set<Int32> = []
  /// Weight of the occupations the offer speaks of that ask for each item, by `OccupationModel`.
  var topics: [Float] = []
}

/// Computes `RankFeature`s.
enum RankFeatures {
  /// One vector an item: the best phrase of each item among the fits.
  static func vectors(
    _ span: ProposedSpan, _ linker: PhraseLinker, _ tokens: [Token], _ lexicon: Lexicon, _ levels: [UInt8],
    _ offer: OfferKeys
  ) -> [(item: Int32, features: [Float])] {
    var seen = Set<Int32>()
    var result: [(item: Int32, features: [Float])] = []
    let first = tokens[span.tokens.lowerBound]
    let verbal = first.flags.contains(.infinitive) || first.flags.contains(.secondPerson)
    let spanKeys = span.positions.map { linker.keys[$0] }
    let spanWeight = linker.weight(span.positions)
    let formItem = span.form >= 0 ? lexicon.forms[Int(span.form)].item : -1
    let fits = linker.fits(span.positions, limit: SpanProposer.fitLimit)
    let topKey = span.positions.max { linker.weights[$0] < linker.weights[$1] }.map { linker.keys[$0] } ?? -1
    let largestTopic =
      offer.topics.isEmpty
      ? 0 : fits.reduce(Float(0)) { max($0, offer.topics[Int(lexicon.index.phrases[Int($1.phrase)].item)]) }
    let bestScore = fits.first?.score ?? 0
    for fit in fits {
      let phrase = lexicon.index.phrases[Int(fit.phrase)]
      guard seen.insert(phrase.item).inserted else { continue }
      let item = lexicon.items[Int(phrase.item)]
      let keys = lexicon.index.phraseKeys[Int(phrase.keys.lowerBound)..<Int(phrase.keys.upperBound)]
      var f = [Float](repeating: 0, count: RankFeature.count)
      func set(_ feature: RankFeature, _ value: Float) { f[feature.rawValue] = value }
      func flag(_ feature: RankFeature, _ value: Bool) { f[feature.rawValue] = value ? 1 : 0 }
      set(.labelCoverage, fit.labelCoverage)
      set(.spanCoverage, fit.spanCoverage)
      set(.harmonic, fit.score)
      set(.shared, fit.shared / 10)
      set(.missingWeight, (phrase.weight - fit.shared) / 10)
      set(.extraWeight, (spanWeight - fit.shared) / 10)
      flag(.firstMatches, keys.first == spanKeys.first && spanKeys.first != -1)
      flag(.lastMatches, keys.last == spanKeys.last && spanKeys.last != -1)
      let verb = keys.first ?? -1
      flag(.verbInBoth, verb >= 0 && lexicon.taskVerbs[Int(verb)] >= 3 && spanKeys.contains(verb))
      set(.matchedTokens, Float(min(fit.matched, 6)))
      set(.phraseKeys, Float(min(keys.count, 10)))
      flag(.allMatched, fit.labelCoverage > 0.999)
      let level = levels[Int(phrase.item)]
      flag(.priorDomain, level == 1)
      flag(.priorNeighbour, level == 2)
      flag(.priorLinked, level == 3)
      flag(.priorCore, level == 4)
      flag(.isMacro, item.kind == .macro)
      flag(.isKnowHow, item.kind == .knowHow)
      flag(.isKnowledge, item.kind == .knowledge && item.nature == .ordinary)
      flag(.isSoft, item.kind == .softSkill)
      flag(.isCredential, item.nature == .credential)
      flag(.isSoftware, item.nature == .software)
      set(.popularity, lexicon.popularity[Int(phrase.item)] / 3)
      flag(.spanVerbal, verbal)
      set(.macroCovered, item.kind == .macro ? fit.labelCoverage : 0)
      flag(.knowledgeNominal, item.kind == .knowledge && !verbal)
      flag(.knowHowVerbal, (item.kind == .knowHow || item.kind == .macro) && verbal)
      set(.gapToBest, bestScore - fit.score)
      set(.rank, Float(result.count) / 10)
      flag(.isForm, phrase.item == formItem)
      let topic = offer.topics.isEmpty ? 0 : offer.topics[Int(phrase.item)]
      set(.topicPrior, topic)
      flag(.topicTop, topic > 0 && topic == largestTopic)
      set(.generality, lexicon.generality[Int(fit.phrase)] / 3)
      flag(.topKeyMatched, topKey >= 0 && keys.contains(topKey))
      if let labelTop = keys.max(by: { lexicon.index.weight($0) < lexicon.index.weight($1) }) {
        flag(.labelTopMatched, spanKeys.contains(labelTop))
      }
      flag(.secondMatches, spanKeys.count > 1 && spanKeys[1] >= 0 && keys.contains(spanKeys[1]))
      var inOffer: Float = 0
      var inTitle: Float = 0
      var inClause: Float = 0
      var nowhere: Float = 0
      for key in keys where !spanKeys.contains(key) {
        let weight = lexicon.index.weight(key) / phrase.weight
        if linker.keys.contains(key) { inClause += weight }
        if offer.title.contains(key) { inTitle += weight }
        if offer.all.contains(key) { inOffer += weight } else { nowhere += weight }
      }
      set(.missingInOffer, inOffer)
      set(.missingInTitle, inTitle)
      set(.missingInClause, inClause)
      set(.missingNowhere, nowhere)
      result.append((phrase.item, f))
    }
    return result
  }

  /// For looking at: `code=v1,v2,…` separated by bars.
  static func describe(
    _ span: ProposedSpan, _ linker: PhraseLinker, _ tokens: [Token], _ lexicon: Lexicon, _ levels: [UInt8],
    _ offer: OfferKeys
  ) -> String {
    vectors(span, linker, tokens, lexicon, levels, offer).map { item, f in
      "\(lexicon.items[Int(item)].code)=" + f.map { "\($0)" }.joined(separator: ",")
    }.joined(separator: "|")
  }
}
