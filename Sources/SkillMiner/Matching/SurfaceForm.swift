public import Taxonomy

/// A way of writing a competency, as a record: text, item, origin, guards.
public struct SurfaceForm: Hashable, Sendable {
  /// Where a form comes from.
  public enum Origin: String, BitwiseCopyable, Sendable {
    case label
    case overlay
    case learned
  }

  /// Conditions an occurrence must meet; words are folded spellings.
  public struct Guards: Hashable, Sendable {
    /// The spelling must match after folding; stems do not.
    public var exact = false
    /// Capital letters must stand as written.
    public var matchesCase = false
    /// The occurrence must be in capitals.
    public var allCaps = false
    /// Words that must not follow.
    public var notBefore: [String] = []
    /// Words that must not stand before.
    public var notAfter: [String] = []
    /// One of these words must stand in the same clause.
    public var needs: [String] = []
    /// Only in offers of these ROME domains, or of no known occupation.
    public var domains: [String] = []

    /// Makes the value from its parts.
    public init() {}

    /// Reads the `guard` column of an overlay: `exact case not-before:mot needs:a|b domain:M18,M17`.
    ///
    /// - Returns: `nil` when a word of it is unknown.
    public init?(_ text: some StringProtocol) {
      for word in text.split(separator: " ") {
        let parts = word.split(separator: ":", maxSplits: 1)
        let value = parts.count == 2 ? String(parts[1]) : ""
        switch parts[0] {
        case "exact": exact = true
        case "case": matchesCase = true
        case "caps": allCaps = true
        case "not-before": notBefore.append(Folding.fold(value))
        case "not-after": notAfter.append(Folding.fold(value))
        case "needs": needs += value.split(separator: "|").map { Folding.fold(String($0)) }
        case "domain": domains += value.split(separator: ",").map(String.init)
        default: return nil
        }
      }
    }

    var isEmpty: Bool { self == Guards() }
  }

  /// The form as written.
  public let text: String
  /// `nil` for a form that ROME has no item for: it stays an unlinked mention.
  public let code: OGRCode?
  /// The family it counts for when it is not its item's.
  public let family: String?
  /// What a mention of it is.
  public let kind: Mention.Kind
  /// Where it comes from.
  public let origin: Origin
  /// Conditions an occurrence must meet.
  public let guards: Guards

  /// Makes the value from its parts.
  public init(
    text: String, code: OGRCode?, family: String? = nil, kind: Mention.Kind, origin: Origin,
    guards: Guards = Guards()
  ) {
    self.text = text
    self.code = code
    self.family = family
    self.kind = kind
    self.origin = origin
    self.guards = guards
  }
}
