public import Taxonomy

/// Titles, prerequisites and fiches that suppose a licence: nobody drives a heavy lorry for a living without its licence,
/// so its absence from the blocks is no gap. Written by people, with the text of law each rule rests on
/// (`taxonomy-data/overlays/implied-credentials.csv`).
///
/// Columns: `families` (identifiers separated by spaces), `place` (`titre`, `prerequis` or both, separated by `|`), `words`
/// (wordings separated by `|`; every content word of one of them must stand in the passage), `except` (words separated by
/// spaces, none of which may stand there), `codes` (RNCP and RS numbers separated by spaces: the rule holds for them
/// whatever their title), `reason`.
public struct ImpliedCredentials: Sendable {
  /// One rule.
  public struct Rule: Hashable, Sendable {
    /// Identifiers of the families that are supposed.
    public let families: [String]
    /// Whether titles are looked at.
    public let readsTitles: Bool
    /// Whether prerequisites are looked at.
    public let readsPrerequisites: Bool
    /// Folded content words of each wording.
    public let wordings: [[String]]
    /// Folded words none of which may stand in the passage.
    public let except: Set<String>
    /// Certifications the rule holds for whatever their title.
    public let codes: Set<CertificationCode>
    /// French: the text it rests on.
    public let reason: String
  }

  /// In the order of the table; the first that holds is told.
  public let rules: [Rule]
  private let byFamily: [String: [Int]]

  /// Nothing is supposed.
  public static let none = ImpliedCredentials(rules: [])

  init(rules: [Rule]) {
    self.rules = rules
    var byFamily: [String: [Int]] = [:]
    for (number, rule) in rules.enumerated() {
      for family in rule.families { byFamily[family, default: []].append(number) }
    }
    self.byFamily = byFamily
  }

  /// Families of some rule, ascending.
  public var families: [String] { byFamily.keys.sorted() }

  /// The rule by which a passage of a certification supposes a family; `nil` when none does.
  ///
  /// - Parameter words: of the passage, where the caller has them already.
  func rule(for family: String, passage: BlockPassage, words: PlainWords) -> Rule? {
    guard passage.place == .title || passage.place == .prerequisites, let numbers = byFamily[family] else {
      return nil
    }
    let code = CertificationCode(passage.code)
    let standing = Set(words.words)
    return numbers.lazy.map { rules[$0] }.first { rule in
      if passage.place == .title, let code, rule.codes.contains(code) { return true }
      guard passage.place == .title ? rule.readsTitles : rule.readsPrerequisites else { return false }
      return standing.isDisjoint(with: rule.except) && rule.wordings.contains { standing.isSuperset(of: $0) }
    }
  }

  /// What is wrong with the table beside the taxonomy it is used with: a rule for a family that does not exist never acts.
  public func validate(families known: Set<String>, file: String) -> [Finding] {
    families.filter { !known.contains($0) }.map { family in
      Finding(
        severity: .warning, code: "IMPLIQUE-006", file: file,
        message: "la famille «\u{A0}\(family)\u{A0}» n’existe pas\u{A0}: la règle n’agit jamais.",
        advice: "Écrire l’identifiant d’une famille de overlays/families.csv.")
    }
  }
}
