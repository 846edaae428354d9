import Taxonomy

/// A short word of warning beside a title.
package struct BadgeView: Sendable {
  package let label: String
  /// For the style sheet.
  package let style: String

  init(_ flag: ModuleCandidate.Flag) {
    label = FrenchWords.flag(flag)
    style = flag.rawValue
  }
}
