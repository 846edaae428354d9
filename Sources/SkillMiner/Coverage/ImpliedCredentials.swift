/// Titles and prerequisites that suppose a licence: nobody drives a heavy lorry for a living without its licence, so its
/// absence from the blocks is no gap.
enum ImpliedCredentials {
  /// One rule: words that must all stand in the passage, words none of which may.
  private struct Rule {
    let families: Set<String>
    let words: [[String]]
    let except: Set<String>

    init(_ families: Set<String>, _ words: [String], except: Set<String> = []) {
      self.families = families
      self.words = words.map { PlainWords($0).content }
      self.except = except
    }
  }

  /// Whether a passage supposes a family.
  static func implies(_ passage: PlainWords, _ family: String) -> Bool {
    let words = Set(passage.words)
    return rules.contains { rule in
      rule.families.contains(family) && words.isDisjoint(with: rule.except)
        && rule.words.contains { Set($0).isSubset(of: words) }
    }
  }

  private static let rules = [
    Rule(
      ["permis-c", "fimo-fco", "carte-conducteur"],
      [
        "transport routier de marchandises sur porteur",
        "transport routier de marchandises sur tous véhicules",
      ]),
    Rule(
      ["permis-ce", "permis-c", "fimo-fco", "carte-conducteur"],
      ["transport routier de marchandises sur tous véhicules", "conducteur routier de marchandises"]),
    Rule(
      ["permis-d", "fimo-fco", "carte-conducteur"],
      [
        "transport en commun sur route", "transport routier interurbain de voyageurs",
        "conducteur transport routier voyageurs",
      ]),
    Rule(
      ["permis-b"], ["conducteur livreur", "ambulancier", "conducteur de taxi", "conducteur accompagnateur"]),
    Rule(["permis-b"], ["enseignant de la conduite", "permis de conduire"], except: ["poids", "lourd"]),
    Rule(["carte-taxi"], ["conducteur de taxi"]),
    Rule(["carte-pro-securite"], ["agent de prévention et de sécurité", "agent de sûreté et de sécurité"]),
    Rule(["carte-guide"], ["guide conférencier"]),
  ]
}
