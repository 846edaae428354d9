/// Competencies that no occupation asks for cannot be told to be missing from a certification of it.
///
/// Macro-compétences are parents, and certificates are listed for all occupations: neither needs a link.
struct UnlinkedCompetencyRule: ReleaseRule {
  static let code = "VALID-002"

  func findings(in release: TaxonomyRelease) -> [Finding] {
    let linked = Set(release.links.map(\.competency))
    let alone = release.competencies.filter {
      $0.kind != .macro && $0.nature != .credential && !linked.contains($0.code)
    }
    if alone.isEmpty { return [] }
    return [
      finding(
        release,
        "\(alone.count) compétences ne sont liées à aucun métier : \(examples(alone.map(\.code.description))).",
        advice: "Elles restent reconnues dans les offres ; leur métier ne sera pas pris en compte.")
    ]
  }
}
