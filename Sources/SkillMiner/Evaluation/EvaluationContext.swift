/// What an evaluation was made with: every page and table of it says so.
public struct EvaluationContext: Sendable {
  /// Name of the taxonomy; `nil` when predictions came from a file.
  public let taxonomy: String?
  /// Digest of the lexicon; `nil` when predictions came from a file.
  public let lexicon: String?
  /// Digest of the annotated offers.
  public let gold: String
  /// Whether the occupation of the offers was used.
  public let usesOccupation: Bool

  /// Makes the value from its parts.
  public init(taxonomy: String?, lexicon: String?, gold: String, usesOccupation: Bool) {
    self.taxonomy = taxonomy
    self.lexicon = lexicon
    self.gold = gold
    self.usesOccupation = usesOccupation
  }

  /// French lines for the foot of a table or page.
  var lines: [String] {
    var lines = ["Fichier annoté\u{A0}: empreinte \(gold.prefix(16))"]
    if let taxonomy, let lexicon {
      lines.append("Taxonomie\u{A0}: \(taxonomy)\u{A0}; lexique\u{A0}: empreinte \(lexicon.prefix(16))")
      lines.append("Code métier des offres\u{A0}: \(usesOccupation ? "utilisé" : "caché")")
    } else {
      lines.append("Mentions lues dans un fichier")
    }
    lines.append("SkillMiner \(Version.current)")
    return lines
  }
}
