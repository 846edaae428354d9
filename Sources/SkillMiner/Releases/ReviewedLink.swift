public import Taxonomy

/// A person's judgement on whether an item of one release became an item of another.
public struct ReviewedLink: Hashable, Sendable {
  /// The two items.
  public struct Pair: Hashable, Sendable {
    /// In the old release.
    public let old: OGRCode
    /// In the new one.
    public let new: OGRCode

    /// Makes the value from its parts.
    public init(old: OGRCode, new: OGRCode) {
      self.old = old
      self.new = new
    }
  }

  /// The two items.
  public let pair: Pair
  /// Whether the link was accepted; rejected otherwise.
  public let isAccepted: Bool

  /// Makes the value from its parts.
  public init(pair: Pair, isAccepted: Bool) {
    self.pair = pair
    self.isAccepted = isAccepted
  }
}
