public import Taxonomy

/// One thing that can be wrong with stored offers as a whole.
public protocol OfferRule: Sendable {
  /// Permanent code of its findings, as in `VALID-201`.
  static var code: String { get }

  /// What the rule finds, in a fixed order; empty when all is well.
  func findings(in profile: OfferProfile) -> [Finding]
}

extension OfferRule {
  /// A finding on the offers of a store, with up to five examples; none without examples.
  func finding(
    about examples: [String], _ message: (Int, String) -> String, advice: String
  ) -> [Finding] {
    guard !examples.isEmpty else { return [] }
    let shown = examples.prefix(5).joined(separator: ", ")
    let list =
      examples.count > 5 ? "\(shown) et \(FrenchNumber.count(examples.count - 5, "autre", "autres"))" : shown
    return [
      Finding(
        severity: .warning, code: Self.code, file: "offres", message: message(examples.count, list),
        advice: advice, count: examples.count)
    ]
  }
}

/// Every rule over stored offers.
public enum OfferValidation {
  /// The rules, in the order of their codes.
  public static let rules: [any OfferRule] = [
    MonthHoleRule(), MonthSpikeRule(), DominantEmployerRule(), UnknownSectorRule(), UnknownCommuneRule(),
    UnresolvedPlaceRule(), WithoutOccupationRule(),
  ]

  /// What the rules find.
  public static func findings(in profile: OfferProfile) -> [Finding] {
    rules.flatMap { $0.findings(in: profile) }
  }
}

/// `2025-03` of a month index.
func monthName(_ index: Int) -> String {
  let month = index % 12 + 1
  return "\(index / 12)-\(month < 10 ? "0" : "")\(month)"
}

/// `12 %`, rounded down.
func percent(_ part: Int, of whole: Int) -> String { "\(whole == 0 ? 0 : part * 100 / whole)\u{A0}%" }
