/// A link that stands twice would count twice.
struct DuplicateLinkRule: ReleaseRule {
  static let code = "VALID-007"

  func findings(in release: TaxonomyRelease) -> [Finding] {
    // Links are sorted, so that twins are neighbours.
    let twins = zip(release.links, release.links.dropFirst()).filter {
      $0.occupation == $1.occupation && $0.competency == $1.competency
    }
    if twins.isEmpty { return [] }
    return [
      finding(
        release,
        "\(twins.count) liens figurent deux fois : \(examples(twins.map { "\($0.0.occupation)–\($0.0.competency)" })).",
        advice: "Reprenez le fichier « coherence_item » d’origine.")
    ]
  }
}
