import Taxonomy

/// What people wrote down that coverage is judged with.
public struct CoverageTables: Sendable {
  /// What teaching a certificate’s gesture looks like.
  public let gestures: CredentialGestures
  /// Titles and prerequisites that suppose a licence.
  public let implied: ImpliedCredentials

  /// Empty tables: a certificate is covered where it is named.
  public static let none = CoverageTables(gestures: .none, implied: .none)

  /// Makes the value from its parts.
  public init(gestures: CredentialGestures, implied: ImpliedCredentials) {
    self.gestures = gestures
    self.implied = implied
  }

  /// The tables compiled into the binary.
  ///
  /// - Throws: `ReadingError` if the binary was built without them or from damaged ones.
  public static func embedded() throws -> CoverageTables {
    CoverageTables(gestures: try .embedded(), implied: try .embedded())
  }

  /// One line a rule, for fingerprints.
  var canonical: [String] {
    var lines: [String] = []
    for family in gestures.families {
      guard let gesture = gestures.gesture(of: family) else { continue }
      let terms = gesture.terms.map { $0.joined(separator: " ") }.joined(separator: "|")
      let codes = gesture.codes.sorted().map(\.description).joined(separator: " ")
      lines.append("gesture=\(family)\t\(terms)\t\(codes)")
    }
    for rule in implied.rules {
      let words = rule.wordings.map { $0.joined(separator: " ") }.joined(separator: "|")
      let except = rule.except.sorted().joined(separator: " ")
      let codes = rule.codes.sorted().map(\.description).joined(separator: " ")
      lines.append(
        "implied=\(rule.families.joined(separator: " "))\t\(rule.readsTitles) \(rule.readsPrerequisites)\t"
          + "\(words)\t\(except)\t\(codes)")
    }
    return lines
  }
}
