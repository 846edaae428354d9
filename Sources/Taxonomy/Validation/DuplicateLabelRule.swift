/// Two items of one wording scatter demand; a family should join them.
struct DuplicateLabelRule: ReleaseRule {
  static let code = "VALID-003"

  func findings(in release: TaxonomyRelease) -> [Finding] {
    let groups = Dictionary(grouping: release.competencies) { $0.label.lowercased() }
    let twins = groups.values.filter { $0.count > 1 }.map { $0.map(\.code) }.sorted { $0[0] < $1[0] }
    if twins.isEmpty { return [] }
    let shown = examples(twins.map { $0.map(\.description).joined(separator: "=") })
    return [
      finding(
        release, "\(twins.count) intitulés sont portés par plusieurs compétences : \(shown).",
        advice: "Réunissez-les dans une famille (overlays/families.csv) pour les compter ensemble.")
    ]
  }
}
