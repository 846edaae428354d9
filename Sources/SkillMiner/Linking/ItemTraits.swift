import Taxonomy

/// What the ranking asks of an item, as bits: no string of the item is touched in the inner loop.
struct ItemTraits: OptionSet, BitwiseCopyable, Sendable {
  let rawValue: UInt8
  static let macro = ItemTraits(rawValue: 1)
  static let knowHow = ItemTraits(rawValue: 2)
  static let knowledge = ItemTraits(rawValue: 4)
  static let softSkill = ItemTraits(rawValue: 8)
  static let credential = ItemTraits(rawValue: 16)
  static let software = ItemTraits(rawValue: 32)
  /// Knowledge that is no certificate, software or language.
  static let ordinaryKnowledge = ItemTraits(rawValue: 64)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ item: Competency) {
    var traits: ItemTraits = []
    switch item.kind {
    case .macro: traits = .macro
    case .knowHow: traits = .knowHow
    case .knowledge: traits = item.nature == .ordinary ? [.knowledge, .ordinaryKnowledge] : .knowledge
    case .softSkill: traits = .softSkill
    }
    if item.nature == .credential { traits.insert(.credential) }
    if item.nature == .software { traits.insert(.software) }
    self = traits
  }
}
