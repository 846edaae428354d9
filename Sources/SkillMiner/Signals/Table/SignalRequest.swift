public import Taxonomy

/// What is asked: which offers, which periods, by which rules. All of it is part of the fingerprint.
public struct SignalRequest: Sendable {
  /// The offers; its months are set from the windows.
  public var scope: CubeScope
  /// A perimeter a user drew, when the offers are read through one (`PerimeterReading`).
  public var perimeter: Perimeter?
  /// The scope in French, as a title says it.
  public var title: String
  /// The two periods.
  public var windows: SignalWindows
  /// Thresholds.
  public var rules = SignalRules()
  /// Compares across feeds.
  public var poolsSources = false
  /// To whom the figures are shown.
  public var disclosure = Disclosure.published
  /// Options that repeat the command, without format and output.
  public var options: [String]

  /// Makes the value from its parts.
  public init(scope: CubeScope, title: String, windows: SignalWindows, options: [String]) {
    self.scope = scope
    self.title = title
    self.windows = windows
    self.options = options
    self.scope.months = windows.span
  }

  /// The command that lists the offers behind a family.
  public func command(listing family: String) -> String {
    (["miner-daemon", "signals"] + options + ["--offers", family]).joined(separator: " ")
  }

  /// One line a choice, in a fixed order.
  var canonical: [String] {
    [
      "recent=\(SignalWindows.text(windows.recent))", "reference=\(SignalWindows.text(windows.reference))",
      "occupations=\(scope.occupations.map { $0.sorted().map(\.value).joined(separator: " ") } ?? "*")",
      "sectors=\(scope.sectors.map { $0.sorted().joined(separator: " ") } ?? "*")",
      "territory=\(scope.territory.map { "\($0.level.rawValue) \($0.code)" } ?? "*")",
      "poolsSources=\(poolsSources)", "disclosure=\(disclosure.canonical)",
    ] + (perimeter.map { ["perimeter=\($0.canonical)"] } ?? []) + rules.canonical
  }
}
