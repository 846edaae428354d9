import Taxonomy

/// Modules that many certifications lack: bridges between occupations.
public enum CrossCuttingTable {
  /// For a terminal.
  public static func text(_ result: AnalysisResult) -> String {
    let found = CrossCuttingModule.find(in: result)
    guard !found.isEmpty else {
      return "Aucune compétence ne manque à trois certifications de deux grands domaines.\n"
    }
    var out = "Modules transversaux (passerelles entre métiers)\n"
    for module in found {
      out += "\n\(module.family.label)\u{A0}: \(module.certifications.count) certifications, "
      out += "\(FrenchNumber.integer(module.offers)) offres au moins\n"
      out += "  Domaines\u{A0}: \(module.domains.joined(separator: "\u{A0}; "))\n"
      out += "  \(module.certifications.map(\.code.description).joined(separator: ", "))\n"
    }
    return out
  }
}
