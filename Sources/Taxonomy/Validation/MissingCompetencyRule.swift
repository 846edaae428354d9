/// An occupation without competency says nothing about what it asks for.
struct MissingCompetencyRule: ReleaseRule {
  static let code = "VALID-005"

  func findings(in release: TaxonomyRelease) -> [Finding] {
    let linked = Set(release.links.map(\.occupation))
    let empty = release.occupations.map(\.code).filter { !linked.contains($0) }
    if empty.isEmpty { return [] }
    return [
      finding(
        release, "\(empty.count) métiers n’ont aucune compétence : \(examples(empty.map(\.value))).",
        advice: "Vérifiez que le fichier « coherence_item » est complet.")
    ]
  }
}
