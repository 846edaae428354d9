public import Taxonomy

/// The occupations a certification leads to, and who says so. A proposed link is never passed off as official.
public struct OccupationLinks: Hashable, Sendable {
  /// Cards of the loaded release, ascending; empty when nothing links.
  public let occupations: [ROMECode]
  /// Who says so.
  public let origin: Certification.LinkOrigin
  /// Official codes the loaded release does not know.
  public let unknown: [ROMECode]

  /// Makes the value from its parts.
  public init(occupations: [ROMECode], origin: Certification.LinkOrigin, unknown: [ROMECode] = []) {
    self.occupations = occupations
    self.origin = origin
    self.unknown = unknown
  }

  /// How far below the best proposal another may lie and still be kept.
  static let proposalTolerance = 0.75

  /// Official codes expanded to the release's cards (a v3 code stands for all its children); when the certification
  /// has none that the release knows, proposals from its title, marked as such.
  public static func resolve(
    _ certification: Certification, release: TaxonomyRelease, proposer: OccupationProposer
  ) -> OccupationLinks {
    var official = Set<ROMECode>()
    var unknown: [ROMECode] = []
    for code in certification.occupations {
      let cards = release.expand(code)
      if cards.isEmpty { unknown.append(code) } else { official.formUnion(cards) }
    }
    if !official.isEmpty {
      return OccupationLinks(occupations: official.sorted(), origin: .official, unknown: unknown.sorted())
    }
    var proposals = proposer.propose(title: certification.title)
    if proposals.isEmpty, let short = certification.shortTitle { proposals = proposer.propose(title: short) }
    let best = proposals.map(\.score).max() ?? 0
    let kept = Set(proposals.filter { $0.score >= best * proposalTolerance }.map(\.occupation))
    return OccupationLinks(occupations: kept.sorted(), origin: .proposed, unknown: unknown.sorted())
  }
}
