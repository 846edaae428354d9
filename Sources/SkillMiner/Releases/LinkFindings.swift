import Taxonomy

/// What can be wrong with tables of links; codes are permanent.
enum LinkFindings {
  static func missingColumn(_ file: String, _ line: Int, _ column: String, _ command: String) -> Finding {
    Finding(
      severity: .failure, code: "LIEN-001", file: file, line: line,
      message: "il manque la colonne «\u{A0}\(column)\u{A0}».",
      advice: "Partez du fichier qu’écrit «\u{A0}\(command) --out\u{A0}».")
  }

  static func badReview(_ file: String, _ line: Int, _ text: String) -> Finding {
    Finding(
      severity: .record, code: "LIEN-002", file: file, line: line,
      message: "«\u{A0}\(text.prefix(40))\u{A0}» n’est pas un avis\u{A0}; il n’est pas retenu.",
      advice: "Écrivez «\u{A0}oui\u{A0}», «\u{A0}non\u{A0}» ou rien.")
  }

  static func badCode(_ file: String, _ line: Int, _ example: String) -> Finding {
    Finding(
      severity: .record, code: "LIEN-003", file: file, line: line,
      message: "un des deux identifiants ne se lit pas\u{A0}; la ligne n’est pas retenue.",
      advice: "Les identifiants s’écrivent \(example).")
  }

  static func badPredicate(_ file: String, _ line: Int, _ text: String) -> Finding {
    Finding(
      severity: .record, code: "LIEN-004", file: file, line: line,
      message: "«\u{A0}\(text.prefix(40))\u{A0}» n’est pas une relation\u{A0}; la ligne n’est pas retenue.",
      advice: "Relations\u{A0}: "
        + CrosswalkLink.Predicate.allCases.map(\.rawValue).joined(separator: ", ") + ".")
  }
}
