import Taxonomy

/// Signals as JSON, in the documented layout and key order. What is kept back is `null`.
public enum SignalsJSON {
  /// The whole document, ended by a line feed.
  public static func text(_ result: SignalResult) -> String {
    JSONOutput.text(
      .object([
        ("fingerprint", .string(result.fingerprint)), ("releases", result.releases.json),
        ("warnings", .array(result.warnings.map { .string($0.description) })),
        ("rows", .array(result.rows.map { .object(members($0)) })),
      ]))
  }

  static func members(_ s: SignalRow) -> [(String, JSONOutput.Value)] {
    func number(_ x: Double?) -> JSONOutput.Value { x.map { .number($0) } ?? .null }
    return [
      ("family", .string(s.family.id)), ("label", .string(s.family.label)),
      ("codes", .array(s.family.codes.map { .string($0.description) })), ("class", .string(s.kind.rawValue)),
      ("offers_reference", .integer(s.offersReference)), ("offers_recent", .integer(s.offersRecent)),
      ("share_reference", number(s.shareReference)), ("share_recent", number(s.shareRecent)),
      ("within", number(s.within)), ("mix", number(s.mix)), ("odds_ratio", number(s.oddsRatio)),
      ("interval", s.interval.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null),
      ("q", number(s.q)), ("employers", .integer(s.employers)),
      ("warnings", .array(s.warnings.map { .string($0.rawValue) })),
    ]
  }
}
