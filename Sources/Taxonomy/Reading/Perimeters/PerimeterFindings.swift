/// What can be wrong with a user's filières and perimeters.
enum PerimeterFindings {
  static func syntax(_ file: String, _ error: any Error) -> Finding {
    let failure = error as? SimpleYAML.Failure
    return Finding(
      severity: .failure, code: "PERIM-001", file: file, line: failure?.line,
      message: "\(failure?.message ?? "le fichier est illisible").",
      advice: "Voyez l’exemple de docs/formats-referentiels.md.")
  }

  static func noSections(_ file: String) -> Finding {
    Finding(
      severity: .failure, code: "PERIM-002", file: file,
      message: "ni «\u{A0}filieres\u{A0}» ni «\u{A0}perimetres\u{A0}» dans ce fichier.",
      advice: "Voyez l’exemple de docs/formats-referentiels.md.")
  }

  static func unknownKey(_ file: String, _ line: Int, _ key: String) -> Finding {
    Finding(
      severity: .warning, code: "PERIM-003", file: file, line: line,
      message: "la clé «\u{A0}\(key)\u{A0}» n’est pas connue\u{A0}; elle n’est pas lue.",
      advice: "Vérifiez l’orthographe (sans accents ni majuscules).")
  }

  static func incomplete(_ file: String, _ line: Int) -> Finding {
    record("PERIM-004", file, line, "il manque «\u{A0}id\u{A0}» ou «\u{A0}nom\u{A0}»", "Donnez les deux.")
  }

  static func duplicate(_ file: String, _ line: Int, _ id: String) -> Finding {
    record(
      "PERIM-005", file, line, "«\u{A0}\(id)\u{A0}» est déjà défini plus haut",
      "Changez l’un des identifiants.")
  }

  static func badCode(_ file: String, _ line: Int, _ text: String, _ what: String) -> Finding {
    Finding(
      severity: .record, code: "PERIM-006", file: file, line: line,
      message: "«\u{A0}\(text.prefix(40))\u{A0}» n’est pas \(what)\u{A0}; il n’est pas retenu.",
      advice: "Corrigez le code.")
  }

  static func notAList(_ file: String, _ line: Int, _ key: String) -> Finding {
    record(
      "PERIM-007", file, line, "«\u{A0}\(key)\u{A0}» n’est pas une liste",
      "Mettez un tiret devant chaque élément.")
  }

  static func empty(_ file: String, _ line: Int, _ id: String) -> Finding {
    Finding(
      severity: .warning, code: "PERIM-008", file: file, line: line,
      message: "le périmètre «\u{A0}\(id)\u{A0}» ne contient aucun territoire.",
      advice: "Donnez des communes, bassins, zones d’emploi, départements ou régions.")
  }

  static func unknownCode(_ file: String, _ id: String, _ code: String, _ what: String) -> Finding {
    Finding(
      severity: .warning, code: "PERIM-009", file: file,
      message: "«\u{A0}\(id)\u{A0}»\u{A0}: \(code) n’est pas \(what).",
      advice: "Vérifiez le code, ou importez la version complète.")
  }

  static func nothing(_ file: String) -> Finding {
    Finding(
      severity: .warning, code: "PERIM-010", file: file,
      message: "le fichier ne définit ni filière ni périmètre.",
      advice: "Donnez une liste sous «\u{A0}filieres\u{A0}» ou «\u{A0}perimetres\u{A0}».")
  }

  private static func record(
    _ code: String, _ file: String, _ line: Int, _ what: String, _ advice: String
  ) -> Finding {
    Finding(
      severity: .record, code: code, file: file, line: line,
      message: "\(what)\u{A0}; la définition est mise de côté.",
      advice: advice)
  }
}
