/// One thing that can be wrong with a release as a whole.
public protocol ReleaseRule: Sendable {
  /// Permanent code of its findings, as in `VALID-001`.
  static var code: String { get }

  /// What the rule finds, in the order of codes; empty when all is well.
  func findings(in release: TaxonomyRelease) -> [Finding]
}

extension ReleaseRule {
  /// A finding of this rule on a release.
  func finding(_ release: TaxonomyRelease, _ message: String, advice: String) -> Finding {
    Finding(
      severity: .warning, code: Self.code, file: release.name, message: message.withNoBreakSpaces,
      advice: advice.withNoBreakSpaces)
  }

  /// Up to five examples, then how many more.
  func examples(_ all: [String]) -> String {
    let shown = all.prefix(5).joined(separator: ", ")
    return all.count > 5 ? "\(shown) et \(all.count - 5) autres" : shown
  }
}
