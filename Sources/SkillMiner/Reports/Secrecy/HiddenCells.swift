/// What is kept back of one scope, by family (place in `OfferFacts.familyIDs`).
struct HiddenCells: Sendable {
  /// Stands for the offers themselves, whatever they ask for.
  static let all: Int32 = -1

  /// Hidden figures over all months, with the offers they stand for.
  var whole: [Int32: Int] = [:]
  /// Hidden figures of the months before the two periods, of the reference period and of the recent one.
  var parts: [Set<Int32>] = [[], [], []]
}
