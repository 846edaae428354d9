/// What became of the items of one list in another, by identifier.
public struct ItemDiff<ID: Hashable & Comparable & Sendable>: Sendable {
  /// An item as it is compared.
  public struct Item: Hashable, Sendable {
    /// Stays when the item is revised.
    public let id: ID
    /// What people read.
    public let label: String
    /// Where it stands: parent, kind, category.
    public let place: String

    /// Makes the value from its parts.
    public init(id: ID, label: String, place: String = "") {
      self.id = id
      self.label = label
      self.place = place
    }
  }

  /// An item that is in both lists, with what it was and is.
  public struct Change: Hashable, Sendable {
    /// The identifier.
    public let id: ID
    /// Before.
    public let old: String
    /// After.
    public let new: String
  }

  /// Items only the second list has, by identifier.
  public let added: [Item]
  /// Items only the first list has, by identifier.
  public let removed: [Item]
  /// Items with another label, by identifier.
  public let renamed: [Change]
  /// Items with another place, by identifier.
  public let moved: [Change]
  /// Number of items that are the same in both.
  public let unchanged: Int

  /// Compares two lists; of two items with one identifier the first counts.
  public init(from old: [Item], to new: [Item]) {
    let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    added = after.values.filter { before[$0.id] == nil }.sorted { $0.id < $1.id }
    removed = before.values.filter { after[$0.id] == nil }.sorted { $0.id < $1.id }
    let both = before.keys.filter { after[$0] != nil }.sorted()
    let pairs = both.compactMap { id in before[id].flatMap { old in after[id].map { (old, $0) } } }
    renamed = pairs.filter { $0.label != $1.label }.map { Change(id: $0.id, old: $0.label, new: $1.label) }
    moved = pairs.filter { $0.place != $1.place }.map { Change(id: $0.id, old: $0.place, new: $1.place) }
    unchanged = pairs.filter { $0.label == $1.label && $0.place == $1.place }.count
  }
}
