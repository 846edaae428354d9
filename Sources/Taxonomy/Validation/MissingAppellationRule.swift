/// An occupation without appellation cannot be proposed for a title.
struct MissingAppellationRule: ReleaseRule {
  static let code = "VALID-004"

  func findings(in release: TaxonomyRelease) -> [Finding] {
    let named = Set(release.appellations.map(\.occupation))
    let unnamed = release.occupations.map(\.code).filter { !named.contains($0) }
    if unnamed.isEmpty { return [] }
    return [
      finding(
        release, "\(unnamed.count) métiers n’ont aucune appellation : \(examples(unnamed.map(\.value))).",
        advice: "Aucun lien ne pourra être proposé vers eux d’après un intitulé.")
    ]
  }
}
