/// Two portfolios side by side: of two regions, or of one region at two times.
public struct PortfolioComparison: Hashable, Sendable {
  /// A certification that stands in both.
  public struct Pair: Hashable, Sendable {
    /// In the first.
    public let first: Pathway
    /// In the second.
    public let second: Pathway
    /// French: what differs, one line each; empty when nothing does.
    public let differences: [String]
  }

  /// Standing in both, in the order of the first.
  public let both: [Pair]
  /// Standing in the first only.
  public let firstOnly: [Pathway]
  /// Standing in the second only.
  public let secondOnly: [Pathway]
  /// French: whether they were drawn with other releases, one sentence each.
  public let warnings: [String]

  /// Pairs modules with the same key first, then modules of one certification that share a family.
  public init(_ first: Portfolio, _ second: Portfolio) {
    var left = second.standing
    var pairs: [Pair] = []
    var alone: [Pathway] = []
    for pathway in first.standing {
      let likeness = left.map { $0.key.likeness(pathway.key) }
      guard let best = likeness.max(), best > 0, let place = likeness.firstIndex(of: best) else {
        alone.append(pathway)
        continue
      }
      let other = left.remove(at: place)
      pairs.append(Pair(first: pathway, second: other, differences: Self.differences(pathway, other)))
    }
    both = pairs
    firstOnly = alone
    secondOnly = left
    warnings = ReleaseWarnings.between(first.standing, second.standing)
  }

  private static func differences(_ a: Pathway, _ b: Pathway) -> [String] {
    var lines: [String] = []
    if a.state != b.state { lines.append("état\u{A0}: \(a.state.french), \(b.state.french)") }
    if a.key != b.key {
      let (x, y) = (Set(a.key.families), Set(b.key.families))
      let only = { (side: Pathway, other: Set<String>) in
        side.families.filter { !other.contains($0.id) }.map(\.label).joined(separator: ", ")
      }
      if !x.subtracting(y).isEmpty { lines.append("seulement dans le premier\u{A0}: \(only(a, y))") }
      if !y.subtracting(x).isEmpty { lines.append("seulement dans le second\u{A0}: \(only(b, x))") }
    }
    if a.title != b.title {
      lines.append("intitulé\u{A0}: «\u{A0}\(a.title)\u{A0}», «\u{A0}\(b.title)\u{A0}»")
    }
    if a.figures.lower != b.figures.lower {
      lines.append(
        "borne basse\u{A0}: \(PortfolioReview.percent(a.figures.lower)), "
          + PortfolioReview.percent(b.figures.lower))
    }
    return lines
  }
}
