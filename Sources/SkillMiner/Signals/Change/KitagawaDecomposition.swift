/// Change of a share told apart into what changed inside groups and what changed in their mix (Kitagawa 1955):
/// *within* = Σ w̄ₒ (pₒ₂ − pₒ₁) and *mix* = Σ p̄ₒ (wₒ₂ − wₒ₁), which add up to the observed change.
public struct KitagawaDecomposition: Hashable, Sendable {
  /// One group (an occupation, say) in the two windows.
  public struct Group: Hashable, Sendable {
    /// Offers of the reference window, and those among them that ask.
    public var referenceTotal: Int
    /// Asking offers of the reference window.
    public var referenceYes: Int
    /// Offers of the recent window.
    public var recentTotal: Int
    /// Asking offers of the recent window.
    public var recentYes: Int

    /// Makes the value from its parts.
    public init(referenceTotal: Int = 0, referenceYes: Int = 0, recentTotal: Int = 0, recentYes: Int = 0) {
      self.referenceTotal = referenceTotal
      self.referenceYes = referenceYes
      self.recentTotal = recentTotal
      self.recentYes = recentYes
    }
  }

  /// Change inside groups, as a difference of shares.
  public let within: Double
  /// Change of the mix of groups.
  public let mix: Double
  /// Share of the offers of both windows that stand in groups seen in both.
  public let comparable: Double

  /// Observed change: `within + mix`.
  public var change: Double { within + mix }

  /// - Parameter groups: in any order. A group seen in one window only says nothing of what changed inside it: its
  ///   share is taken as unchanged, so that all it moves is mix. Both parts are 0 when a window is empty.
  public init(_ groups: some Sequence<Group>) {
    let groups = groups.filter { $0.referenceTotal + $0.recentTotal > 0 }
    let n1 = Double(groups.reduce(0) { $0 + $1.referenceTotal })
    let n2 = Double(groups.reduce(0) { $0 + $1.recentTotal })
    guard n1 > 0, n2 > 0 else {
      (within, mix, comparable) = (0, 0, 0)
      return
    }
    var within = 0.0
    var mix = 0.0
    var shared = 0
    for group in groups {
      let w1 = Double(group.referenceTotal) / n1
      let w2 = Double(group.recentTotal) / n2
      let p1 = group.referenceTotal > 0 ? Double(group.referenceYes) / Double(group.referenceTotal) : nil
      let p2 = group.recentTotal > 0 ? Double(group.recentYes) / Double(group.recentTotal) : nil
      let before = p1 ?? p2 ?? 0
      let after = p2 ?? p1 ?? 0
      within += (w1 + w2) / 2 * (after - before)
      mix += (before + after) / 2 * (w2 - w1)
      if p1 != nil, p2 != nil { shared += group.referenceTotal + group.recentTotal }
    }
    self.within = within
    self.mix = mix
    comparable = Double(shared) / (n1 + n2)
  }
}
