import Taxonomy

/// Compares what was found in one offer with what people marked in it.
///
/// The rules are those of the score sheet that goes with the annotated offers: spans meet when they share at least half of
/// the shorter one; diplomas are counted apart, and a prediction that meets nothing but diplomas is not counted at all; a
/// repeat of an accepted code is right wherever it stands, because people mark the first occurrences only.
struct OfferComparison {
  private(set) var tally = OfferTally()
  /// By kind: marked as demanded (diplomas included), and met by a prediction of demand.
  private(set) var found: [Mention.Kind: OfferTally.Hits] = [:]
  /// By kind: found with codes marked, and linked to one of them.
  private(set) var linked: [Mention.Kind: OfferTally.Hits] = [:]
  private(set) var errors: [EvaluationError] = []

  init(_ offer: AnnotatedOffer, _ predictions: [PredictedMention]) {
    let marked = offer.mentions.filter { $0.kind != .diploma }
    let diplomas = offer.mentions.filter { $0.kind == .diploma }
    let demanded = marked.filter(\.stance.isDemand)
    let counted = predictions.filter { prediction in
      !diplomas.contains { prediction.overlaps($0) } || marked.contains { prediction.overlaps($0) }
    }
    let demands = counted.filter(\.stance.isDemand)
    let accepted = Set(demanded.flatMap(\.codes))
    for prediction in demands {
      let isRight =
        demanded.contains { prediction.overlaps($0) } || prediction.code.map(accepted.contains) ?? false
      tally.predicted.count(isRight)
      if !isRight { errors.append(.spurious(prediction)) }
    }
    for mention in demanded { compare(mention, demands) }
    let codes = Set(demands.compactMap(\.code))
    tally.predictedCodes.all += codes.count
    tally.predictedCodes.right += codes.intersection(accepted).count
    for mention in demanded where !mention.codes.isEmpty {
      tally.demandedCodes.count(!codes.isDisjoint(with: mention.codes))
    }
    for prediction in counted { compareStance(prediction, marked) }
    for mention in marked where !mention.stance.isDemand {
      tally.keptOut.count(!demands.contains { $0.overlaps(mention) })
    }
    for diploma in diplomas { tally.diplomas.count(predictions.contains { $0.overlaps(diploma) }) }
    for mention in offer.mentions where mention.stance.isDemand {
      found[mention.kind, default: OfferTally.Hits()]
        .count(predictions.contains { $0.stance.isDemand && $0.overlaps(mention) })
    }
  }

  private mutating func compare(_ mention: AnnotatedMention, _ demands: [PredictedMention]) {
    let hits = demands.filter { $0.overlaps(mention) }
    tally.demanded.count(!hits.isEmpty)
    if hits.isEmpty { errors.append(.missed(mention)) }
    guard !hits.isEmpty, !mention.codes.isEmpty else { return }
    let isRight = hits.contains { $0.code.map(mention.codes.contains) ?? false }
    tally.linked.count(isRight)
    linked[mention.kind, default: OfferTally.Hits()].count(isRight)
    if !isRight { errors.append(.wrongCode(mention, found: hits)) }
  }

  private mutating func compareStance(_ prediction: PredictedMention, _ marked: [AnnotatedMention]) {
    let over = marked.filter { prediction.overlaps($0) }
    guard let first = over.first else { return }
    let isRight = over.contains { $0.stance.isDemand == prediction.stance.isDemand }
    tally.stances.count(isRight)
    if !isRight { errors.append(.wrongStance(first, found: prediction)) }
  }
}
