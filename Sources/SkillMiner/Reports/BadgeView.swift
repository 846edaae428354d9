import Taxonomy

/// A short word of warning beside a title.
public struct BadgeView: Sendable {
  public let label: String
  /// For the style sheet.
  public let style: String

  init(_ flag: ModuleCandidate.Flag) {
    label = FrenchWords.flag(flag)
    style = flag.rawValue
  }
}
