/// Something the search page can lead to.
public struct SearchEntry: Hashable, Sendable {
  /// What it is (`competency`, `occupation`, …).
  public let kind: String
  /// What identifies it among its kind.
  public let key: String
  /// How people call it.
  public let label: String
  /// Further words it is found by, shown beside the label.
  public let detail: String
  /// What is looked for more often comes first.
  public let weight: Double

  /// Makes the value from its parts.
  public init(kind: String, key: String, label: String, detail: String, weight: Double) {
    self.kind = kind
    self.key = key
    self.label = label
    self.detail = detail
    self.weight = weight
  }
}
