/// What can be wrong with tables of territories.
enum TerritoryFindings {
  static func nothing(_ files: String) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "TERR-001", file: files,
        message: "aucune commune et aucun secteur n’ont été lus.",
        advice: "Indiquez l’archive du code officiel géographique de l’Insee (v_commune_….csv)."))
  }

  static func badRow(_ file: String, _ line: Int, _ what: String) -> Finding {
    Finding(
      severity: .record, code: "TERR-002", file: file, line: line,
      message: "\(what)\u{A0}; l’enregistrement est mis de côté.",
      advice: "Corrigez la ligne, ou reprenez le fichier d’origine.")
  }

  static func badJSON(_ file: String) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "TERR-003", file: file,
        message: "le fichier n’est pas un tableau JSON complet.",
        advice: "Téléchargez-le de nouveau."))
  }

  static func unknownCommunes(_ file: String, _ count: Int, _ example: String) -> Finding {
    Finding(
      severity: .warning, code: "TERR-004", file: file,
      message:
        "\(count) communes ne sont pas dans le code officiel géographique lu (\(example), par exemple)\u{A0}; "
        + "elles sont laissées de côté.",
      advice: "Les tables sont d’années différentes\u{A0}; prenez si possible le même millésime.")
  }

  static func partOfPart(_ place: TerritoryDraft.Place, _ code: String, _ parent: String) -> Finding {
    Finding(
      severity: .record, code: "TERR-006", file: place.file, line: place.line,
      message:
        "\(code) est dite partie de \(parent), qui n’est elle-même qu’une partie\u{A0}; ce rattachement est mis de côté.",
      advice: "Une partie de commune désigne la commune entière\u{A0}; reprenez le fichier d’origine.")
  }

  static func goesRound(_ place: TerritoryDraft.Place, _ code: String) -> Finding {
    Finding(
      severity: .record, code: "TERR-007", file: place.file, line: place.line,
      message:
        "les mouvements de la commune \(code) tournent en rond\u{A0}; elle n’est rattachée à aucune autre.",
      advice: "Reprenez la table des mouvements de l’Insee.")
  }

  static func unknownTable(_ file: String) -> Finding {
    Finding(
      severity: .warning, code: "TERR-008", file: file,
      message: "ce fichier n’est pas une table connue de territoires ou de secteurs\u{A0}; il n’est pas lu.",
      advice: "Tables connues\u{A0}: voir docs/formats-referentiels.md.")
  }

  static func notNAF(_ file: String) -> Finding {
    Finding(
      severity: .record, code: "TERR-005", file: file, line: 1,
      message: "le fichier n’est pas une table de la NAF\u{A0}; il n’est pas lu.",
      advice: "Prenez une table de l’Insee à colonnes CODE et LIBELLE.")
  }
}
