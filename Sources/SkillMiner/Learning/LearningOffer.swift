import Taxonomy

/// An offer as learning sees it: what its employer declared, and the words of its demand.
struct LearningOffer {
  /// Content words of one demanded mention, in order.
  struct Run {
    /// The family the reading gave the mention.
    let family: String?
    let keys: [Int32]
    /// UTF-16 offsets into the field.
    let starts: [Int]
    let ends: [Int]
    let field: Mention.Field
  }

  let offer: DeclaringOffer
  /// Families declared, each once, ascending, with the item declared for each.
  let declared: [(family: String, code: OGRCode)]
  let runs: [Run]
  /// Families the reading finds demanded.
  let found: Set<String>
}
