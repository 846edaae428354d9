/// What can be wrong with an ESCO release.
enum ESCOFindings {
  static func nothing(_ file: String) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "ESCO-001", file: file,
        message: "aucune compétence d’ESCO n’a été trouvée (fichier « skills_fr.csv »).".withNoBreakSpaces,
        advice: "Téléchargez le jeu « ESCO, classification, français, CSV ».".withNoBreakSpaces))
  }

  static func badRow(_ file: String, _ line: Int, _ what: String) -> Finding {
    Finding(
      severity: .record, code: "ESCO-002", file: file, line: line,
      message: "\(what)\u{A0}; l’enregistrement est mis de côté.",
      advice: "Corrigez la ligne, ou reprenez le fichier d’origine.")
  }

  static func unknownConcept(_ file: String, _ line: Int, _ uri: ESCOURI) -> Finding {
    Finding(
      severity: .record, code: "ESCO-003", file: file, line: line,
      message: "« \(uri) » n’existe pas dans cette version\u{A0}; le lien est mis de côté.".withNoBreakSpaces,
      advice: "Vérifiez que tous les fichiers sont complets et de la même version.")
  }

  static func cycle(_ file: String, _ line: Int, _ uri: ESCOURI) -> Finding {
    Finding(
      severity: .record, code: "ESCO-004", file: file, line: line,
      message:
        "« \(uri) » se trouverait au-dessous de lui-même\u{A0}; le lien qui ferme la boucle est mis de côté."
        .withNoBreakSpaces,
      advice: "Signalez-le à l’éditeur\u{A0}; les autres liens sont gardés.")
  }

  static func otherLanguage(_ file: String) -> Finding {
    Finding(
      severity: .warning, code: "ESCO-005", file: file,
      message: "ce fichier n’est pas en français\u{A0}; il n’est pas lu.",
      advice: "Rien à faire si le fichier français est dans le jeu.")
  }

  static func unknownFile(_ file: String) -> Finding {
    Finding(
      severity: .warning, code: "ESCO-006", file: file,
      message: "ce fichier n’est pas connu du jeu ESCO\u{A0}; il n’est pas lu.",
      advice: "Signalez-le si la version d’ESCO est récente\u{A0}: le format a pu changer.")
  }

  static func withoutDemands(_ file: String) -> Finding {
    Finding(
      severity: .warning, code: "ESCO-007", file: file,
      message: "le jeu ne contient pas les liens entre métiers et compétences.",
      advice: "Ajoutez « occupationSkillRelations_fr.csv » pour en disposer.".withNoBreakSpaces)
  }
}
