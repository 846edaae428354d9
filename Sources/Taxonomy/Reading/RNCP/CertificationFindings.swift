/// What can be wrong with certification referentials.
enum CertificationFindings {
  static func notRecognised(_ file: String) -> Finding {
    Finding(
      severity: .warning, code: "CERTIF-001", file: file,
      message:
        "ce fichier n’est ni un export XML ou CSV de France compétences, ni des lignes JSON de certifications.",
      advice:
        "Attendu\u{A0}: une colonne « Numero_Fiche », des éléments FICHE, ou un objet JSON par ligne avec « code » et « intitule »."
        .withNoBreakSpaces)
  }

  static func nothing(_ file: String) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "CERTIF-002", file: file, message: "aucune certification n’a été lue.",
        advice: "Indiquez l’export XML ou CSV de France compétences (zip ou dossier), ou des lignes JSON.")
    )
  }

  static func missingStandard(_ file: String) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "CERTIF-003", file: file,
        message: "il manque le fichier « export_fiches_CSV_Standard_… », qui donne les intitulés."
          .withNoBreakSpaces,
        advice: "Téléchargez l’export complet."))
  }

  static func missingTable(_ file: String) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "CERTIF-003", file: file,
        message: "il manque la table « certification.csv », qui donne les intitulés.".withNoBreakSpaces,
        advice: "Donnez toutes les tables ensemble."))
  }

  static func missingColumn(_ file: String, _ column: String) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "CERTIF-004", file: file, line: 1,
        message: "il manque la colonne « \(column) ».".withNoBreakSpaces,
        advice: "Vérifiez que le fichier est l’original, sans colonne retirée ni renommée."))
  }

  static func badRecord(_ file: String, _ line: Int, _ what: String) -> Finding {
    Finding(
      severity: .record, code: "CERTIF-005", file: file, line: line,
      message: "\(what)\u{A0}; l’enregistrement est mis de côté.",
      advice: "Corrigez la ligne, ou reprenez le fichier d’origine.")
  }

  static func doubleEncoding(_ file: String, _ line: Int) -> Finding {
    Finding(
      severity: .warning, code: "CERTIF-013", file: file, line: line,
      message:
        "la ligne était encodée deux fois («\u{A0}Ã©\u{A0}» pour «\u{A0}é\u{A0}»)\u{A0}; elle a été rétablie.",
      advice: "Rien à faire si les accents sont justes\u{A0}; sinon, refaites l’export en UTF-8.")
  }

  static func badROME(_ file: String, _ line: Int, _ code: String, _ certification: String) -> Finding {
    Finding(
      severity: .record, code: "CERTIF-006", file: file, line: line,
      message:
        "\(certification)\u{A0}: « \(code) » n’est pas un code de fiche ROME\u{A0}; ce lien est mis de côté."
        .withNoBreakSpaces,
      advice: "Un domaine (A13) ne désigne aucun métier\u{A0}: des liens seront proposés d’après l’intitulé.")
  }

  static func withoutBlocks(_ file: String, _ certification: String, _ line: Int?) -> Finding {
    Finding(
      severity: .warning, code: "CERTIF-007", file: file, line: line,
      message: "\(certification) n’a aucun bloc de compétences\u{A0}; elle est gardée, non évaluable.",
      advice: "Complétez ses blocs pour mesurer sa couverture.")
  }

  static func duplicate(_ file: String, _ line: Int, _ certification: String) -> Finding {
    Finding(
      severity: .record, code: "CERTIF-008", file: file, line: line,
      message: "\(certification) figure déjà plus haut\u{A0}; le premier enregistrement est gardé.",
      advice: "Retirez le doublon si le second est le bon.")
  }

  static func orphan(
    _ file: String, _ line: Int, _ certification: String, in table: String = "le fichier Standard"
  ) -> Finding {
    Finding(
      severity: .record, code: "CERTIF-009", file: file, line: line,
      message:
        "« \(certification) » n’est pas dans \(table)\u{A0}; l’enregistrement est mis de côté."
        .withNoBreakSpaces,
      advice: "Vérifiez que tous les fichiers sont du même jour.")
  }

  static func badDate(_ file: String, _ line: Int, _ text: String, _ certification: String) -> Finding {
    Finding(
      severity: .warning, code: "CERTIF-010", file: file, line: line,
      message: "\(certification)\u{A0}: la date « \(text) » n’est pas lisible\u{A0}; l’échéance est inconnue."
        .withNoBreakSpaces,
      advice: "Écrivez la date sous la forme 2025-07-28 ou 28/07/2025.")
  }

  static func substituted(_ file: String, _ line: Int, _ certification: String) -> Finding {
    Finding(
      severity: .warning, code: "CERTIF-011", file: file, line: line,
      message:
        "\(certification) n’a pas de texte de bloc\u{A0}; ses activités visées et capacités attestées sont lues.",
      advice: "Sa couverture est moins précise\u{A0}: relisez-la avant de proposer un module.")
  }

  static func unknownVersion(_ file: String, _ line: Int, _ version: String) -> Finding {
    Finding(
      severity: .warning, code: "CERTIF-012", file: file, line: line,
      message: "la version de flux « \(version) » n’est pas la 4.1\u{A0}; elle est lue comme si elle l’était."
        .withNoBreakSpaces,
      advice: "Vérifiez quelques fiches après l’import.")
  }
}
