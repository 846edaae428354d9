import Taxonomy

/// Finds the cards of the loaded release that an offer stands for.
///
/// A feed may give a ROME v3 code, whose namesake of version 4 is narrower: when a code has several descendants, the
/// offer's appellation or the code's label decide between them if they can; otherwise the offer stands for all of
/// them. Without a usable code the title proposes one, marked as proposed.
final class OccupationResolver: Sendable {
  private let release: TaxonomyRelease
  private let proposer: OccupationProposer
  private let occupationsOfAppellation: [String: [ROMECode]]

  init(release: TaxonomyRelease, proposer: OccupationProposer) {
    self.release = release
    self.proposer = proposer
    var index: [String: [ROMECode]] = [:]
    for appellation in release.appellations {
      for label in Set([appellation.label, appellation.shortLabel]) {
        index[PlainKey.fold(label), default: []].append(appellation.occupation)
      }
    }
    occupationsOfAppellation = index
  }

  /// The occupation the title proposes; empty when nothing fits.
  func proposed(title: String) -> [OfferOccupation] {
    proposer.propose(title: title, limit: 1).map { OfferOccupation(code: $0.occupation, origin: .proposed) }
  }

  /// The occupations a feed's code stands for; the first is the one the offer is counted under. Empty without a code
  /// or when the release does not know it.
  func declared(
    _ declared: ROMECode?, label: String?, appellation: String?, title: String
  ) -> [OfferOccupation] {
    guard let declared else { return [] }
    var candidates = release.expand(declared)
    if release.occupation(declared) != nil, !candidates.contains(declared) { candidates.append(declared) }
    candidates.sort()
    guard candidates.count > 1 else { return candidates.map { OfferOccupation(code: $0, origin: .declared) } }

    if let appellation,
      let code = occupationsOfAppellation[PlainKey.fold(appellation)]?.first(where: candidates.contains)
    {
      return [OfferOccupation(code: code, origin: .declared)]
    }
    if let label, let card = release.occupation(declared), PlainKey.fold(card.label) == PlainKey.fold(label) {
      return [OfferOccupation(code: declared, origin: .declared)]
    }
    // The title may say which one is meant; the others stay, since it may be wrong.
    let likely =
      proposer.propose(title: title, limit: 5).map(\.occupation).first(where: candidates.contains)
      ?? (candidates.contains(declared) ? declared : candidates[0])
    let ordered = [likely] + candidates.filter { $0 != likely }
    return ordered.map { OfferOccupation(code: $0, origin: .expanded) }
  }
}
