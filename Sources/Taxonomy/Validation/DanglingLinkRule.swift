/// Links must join an occupation and a competency that the release holds.
struct DanglingLinkRule: ReleaseRule {
  static let code = "VALID-001"

  func findings(in release: TaxonomyRelease) -> [Finding] {
    let dangling = release.links.filter {
      release.occupation($0.occupation) == nil || release.competency($0.competency) == nil
    }
    if dangling.isEmpty { return [] }
    let shown = examples(dangling.map { "\($0.occupation)–\($0.competency)" })
    return [
      finding(
        release, "\(dangling.count) liens désignent un métier ou une compétence absents : \(shown).",
        advice: "Réimportez la version complète.")
    ]
  }
}
