/// What can be wrong with XML before its content is looked at.
enum XMLFindings {
  static func entityDeclarations(_ file: String, _ line: Int) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "XML-001", file: file, line: line,
        message:
          "le fichier déclare des entités\u{A0}; il est refusé, rien n’en est développé ni téléchargé.",
        advice: "Les exports officiels n’en ont pas. Retirez la déclaration DOCTYPE si la source est sûre."))
  }

  static func utf16(_ file: String) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "XML-002", file: file, message: "le fichier est en UTF-16.",
        advice: "Enregistrez-le en UTF-8."))
  }

  static func truncated(_ file: String, _ line: Int, _ name: String) -> Finding {
    record("XML-003", file, line, "le fichier s’arrête avant la fin de «\u{A0}\(name)\u{A0}»", again)
  }

  static func notUTF8(_ file: String, _ line: Int) -> Finding {
    Finding(
      severity: .warning, code: "XML-004", file: file, line: line,
      message: "un texte n’est pas en UTF-8\u{A0}; il est lu en Windows-1252.",
      advice: "Vérifiez les accents\u{A0}; si besoin, déclarez l’encodage dans la première ligne du fichier.")
  }

  static func mismatch(_ file: String, _ line: Int, _ found: String, expected: String) -> Finding {
    record(
      "XML-005", file, line,
      "la balise «\u{A0}/\(found)\u{A0}» ferme un élément «\u{A0}\(expected)\u{A0}»", again)
  }

  static func tooLong(_ file: String, _ line: Int, limit: Int) -> Finding {
    record(
      "XML-006", file, line, "l’enregistrement dépasse \(limit) octets", "Vérifiez les balises fermantes.")
  }

  static func tooDeep(_ file: String, _ line: Int, limit: Int) -> Finding {
    record(
      "XML-007", file, line, "les éléments sont emboîtés sur plus de \(limit) niveaux",
      "Ce n’est pas un export habituel\u{A0}; vérifiez sa provenance.")
  }

  static func unknownEncoding(_ file: String, _ name: String) -> Finding {
    Finding(
      severity: .warning, code: "XML-008", file: file, line: 1,
      message:
        "l’encodage «\u{A0}\(name)\u{A0}» n’est pas connu\u{A0}; le fichier est lu en UTF-8 ou Windows-1252.",
      advice: "Vérifiez les accents\u{A0}; si besoin, enregistrez le fichier en UTF-8.")
  }

  private static let again =
    "Téléchargez de nouveau le fichier\u{A0}; les autres enregistrements ont été lus."

  private static func record(
    _ code: String, _ file: String, _ line: Int, _ what: String, _ advice: String
  ) -> Finding {
    Finding(
      severity: .record, code: code, file: file, line: line,
      message: "\(what)\u{A0}; il est mis de côté.", advice: advice)
  }
}
