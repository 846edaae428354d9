/// Counts of one offer, or of many: what every figure of the evaluation is a quotient of.
public struct OfferTally: Hashable, Sendable {
  /// Predicted as demanded, and right.
  var predicted = Hits()
  /// Annotated as demanded (diplomas apart), and found.
  var demanded = Hits()
  /// Found with accepted codes annotated, and linked to one of them.
  var linked = Hits()
  /// Distinct codes predicted as demanded, and accepted somewhere in the offer.
  var predictedCodes = Hits()
  /// Demanded with codes annotated, and one of the codes predicted.
  var demandedCodes = Hits()
  /// Predictions on a mention, and demanded or not demanded as annotated.
  var stances = Hits()
  /// Annotated as not demanded, and not predicted as demanded.
  var keptOut = Hits()
  /// Diplomas, and found.
  var diplomas = Hits()

  /// Right ones among all.
  struct Hits: Hashable, Sendable {
    var right = 0
    var all = 0

    mutating func count(_ isRight: Bool) {
      all += 1
      if isRight { right += 1 }
    }

    static func += (sum: inout Hits, more: Hits) {
      sum.right += more.right
      sum.all += more.all
    }

    var ratio: Double { all == 0 ? 0 : Double(right) / Double(all) }
  }

  static func += (sum: inout OfferTally, more: OfferTally) {
    sum.predicted += more.predicted
    sum.demanded += more.demanded
    sum.linked += more.linked
    sum.predictedCodes += more.predictedCodes
    sum.demandedCodes += more.demandedCodes
    sum.stances += more.stances
    sum.keptOut += more.keptOut
    sum.diplomas += more.diplomas
  }
}
