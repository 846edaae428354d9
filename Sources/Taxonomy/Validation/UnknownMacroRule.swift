/// The macro-compétence of a competency must be in the release.
struct UnknownMacroRule: ReleaseRule {
  static let code = "VALID-006"

  func findings(in release: TaxonomyRelease) -> [Finding] {
    let orphans = release.competencies.filter { item in
      item.macro.map { release.competency($0)?.kind != .macro } ?? false
    }
    if orphans.isEmpty { return [] }
    return [
      finding(
        release,
        "\(orphans.count) compétences désignent une macro-compétence absente : "
          + "\(examples(orphans.map(\.code.description))).",
        advice: "Elles sont comptées seules ; vérifiez que « referentiel_competence » est complet.")
    ]
  }
}
