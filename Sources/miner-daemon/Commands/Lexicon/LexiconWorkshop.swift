import SkillMiner
import Taxonomy

/// What the commands of the lexicon share.
enum LexiconWorkshop {
  /// The offers learning starts from.
  ///
  /// - Throws: `ReadingError` when the store has none.
  static func declaringOffers(of store: Store) throws -> [DeclaringOffer] {
    let offers = try store.declaringOffers()
    guard !offers.isEmpty else { throw ReadingError(LearningFinding.undeclared) }
    return offers
  }
}
