/// What can be wrong with tables of tension; codes are permanent.
enum TensionFindings {
  static func columns(_ file: String) -> Finding {
    Finding(
      severity: .failure, code: "TENSION-001", file: file, line: 1,
      message:
        "ce n’est pas une table de tension\u{A0}: il y faut une année, un métier (FAP ou ROME), et des "
        + "projets (met, xmet) ou un indicateur (tension).",
      advice: "Donnez l’export CSV de l’enquête BMO ou de la Dares\u{A0}; voir docs/signaux.md.")
  }

  static func badRow(_ file: String, _ line: Int, _ what: String) -> Finding {
    Finding(
      severity: .record, code: "TENSION-002", file: file, line: line,
      message: "\(what)\u{A0}; l’enregistrement est mis de côté.",
      advice: "Corrigez la ligne, ou reprenez le fichier d’origine.")
  }

  static func repeated(_ file: String, _ line: Int, first: Int) -> Finding {
    Finding(
      severity: .record, code: "TENSION-003", file: file, line: line,
      message: "même métier, même territoire et même année qu’à la ligne \(first)\u{A0}; la première compte.",
      advice: "Gardez une seule des deux lignes.")
  }

  static func impossible(_ file: String, _ line: Int) -> Finding {
    Finding(
      severity: .record, code: "TENSION-004", file: file, line: line,
      message:
        "plus de projets difficiles ou saisonniers que de projets\u{A0}; l’enregistrement est mis de côté.",
      advice: "Vérifiez les colonnes met, xmet et smet.")
  }

  static func namedTwice(_ file: String, _ line: Int, _ code: String) -> Finding {
    Finding(
      severity: .record, code: "TENSION-007", file: file, line: line,
      message: "la famille \(code) a déjà un nom plus haut\u{A0}; le premier compte.",
      advice: "Gardez une seule des deux lignes.")
  }

  static func empty(_ file: String) -> Finding {
    Finding(
      severity: .failure, code: "TENSION-005", file: file, message: "aucune ligne n’a pu être lue.",
      advice:
        "Donnez l’export CSV de l’enquête BMO ou de la Dares, la table de passage FAP–ROME, ou les intitulés des FAP."
    )
  }
}
