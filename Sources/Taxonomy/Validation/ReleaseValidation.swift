/// Every rule over a release.
public enum ReleaseValidation {
  /// The rules, in the order of their codes.
  public static let rules: [any ReleaseRule] = [
    DanglingLinkRule(), UnlinkedCompetencyRule(), DuplicateLabelRule(), MissingAppellationRule(),
    MissingCompetencyRule(), UnknownMacroRule(), DuplicateLinkRule(),
  ]

  /// What the rules find in a release.
  public static func findings(in release: TaxonomyRelease) -> [Finding] {
    rules.flatMap { $0.findings(in: release) }
  }
}
