/// What can be wrong with a ROME release.
enum ROMEFindings {
  static func notROME(_ file: String) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "ROME-001", file: file,
        message: "aucune table du ROME n’a été trouvée (fichiers « unix_…_v460_utf8.csv »)."
          .withNoBreakSpaces,
        advice: "Indiquez l’archive « ROME, fichiers CSV » de France Travail, ou le dossier décompressé."
          .withNoBreakSpaces))
  }

  static func missingTable(_ file: String, _ table: ROMETable) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "ROME-002", file: file,
        message: "il manque le fichier « \(table.rawValue) ».".withNoBreakSpaces,
        advice: "Téléchargez le jeu complet\u{A0}; sans ce fichier, la version ne peut pas être utilisée."))
  }

  static func missingColumn(_ file: String, _ column: String) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "ROME-003", file: file, line: 1,
        message: "il manque la colonne « \(column) ».".withNoBreakSpaces,
        advice: "Vérifiez que le fichier est l’original, sans colonne retirée ni renommée."))
  }

  static func unknownColumn(_ file: String, _ column: String) -> Finding {
    Finding(
      severity: .warning, code: "ROME-004", file: file, line: 1,
      message: "la colonne « \(column) » est inconnue\u{A0}; elle n’est pas lue.".withNoBreakSpaces,
      advice: "Signalez-la si la version du ROME est récente\u{A0}: le format a pu changer.")
  }

  static func unknownTable(_ file: String) -> Finding {
    Finding(
      severity: .warning, code: "ROME-005", file: file,
      message: "ce fichier n’est pas connu du jeu ROME\u{A0}; il n’est pas lu.",
      advice: "Signalez-le si la version du ROME est récente\u{A0}: le format a pu changer.")
  }

  static func badRow(_ file: String, _ line: Int, _ what: String) -> Finding {
    Finding(
      severity: .record, code: "ROME-006", file: file, line: line,
      message: "\(what)\u{A0}; l’enregistrement est mis de côté.",
      advice: "Corrigez la ligne, ou reprenez le fichier d’origine.")
  }

  static func unknownOccupation(_ file: String, _ line: Int, _ code: String) -> Finding {
    Finding(
      severity: .record, code: "ROME-007", file: file, line: line,
      message:
        "le code ROME « \(code) » n’existe pas dans cette version\u{A0}; l’enregistrement est mis de côté."
        .withNoBreakSpaces,
      advice: "Vérifiez que tous les fichiers sont de la même version.")
  }

  static func unknownItem(_ file: String, _ line: Int, _ code: String) -> Finding {
    Finding(
      severity: .record, code: "ROME-008", file: file, line: line,
      message: "le code OGR « \(code) » n’existe pas dans cette version\u{A0}; le lien est mis de côté."
        .withNoBreakSpaces,
      advice: "Vérifiez que tous les fichiers sont complets et de la même version.")
  }

  static func optionalTable(_ file: String, _ table: ROMETable) -> Finding {
    Finding(
      severity: .warning, code: "ROME-009", file: file,
      message: "le fichier « \(table.rawValue) » est absent\u{A0}; la lecture continue sans lui."
        .withNoBreakSpaces,
      advice: "Téléchargez le jeu complet pour en disposer.")
  }

  static func partialActivities(_ file: String, found: Int, wanted: Int) -> Finding {
    Finding(
      severity: .warning, code: "ROME-010", file: file,
      message:
        "la table des activités est un extrait (\(found) codes, \(wanted) attendus par les liens)\u{A0}; "
        + "elle n’est pas retenue.",
      advice: "Téléchargez le jeu complet pour lire les activités.")
  }

  static func mixedReleases(_ file: String, _ releases: [String]) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "ROME-011", file: file,
        message: "les fichiers sont de plusieurs versions (\(releases.joined(separator: ", "))).",
        advice: "Ne gardez que les fichiers d’une version."))
  }

  static func expectedColumn(_ file: String, _ column: String) -> Finding {
    Finding(
      severity: .warning, code: "ROME-012", file: file, line: 1,
      message: "la colonne « \(column) » est absente\u{A0}; la lecture continue sans elle.".withNoBreakSpaces,
      advice: "Sans elle, les anciens codes ou le poids des compétences sont perdus\u{A0}: "
        + "reprenez le fichier d’origine.")
  }

  static func withoutCard(_ file: String, _ count: Int) -> Finding {
    Finding(
      severity: .record, code: "ROME-013", file: file,
      message: "\(count) appellations ne figurent dans aucune fiche du jeu\u{A0}; elles sont mises de côté.",
      advice: "Le jeu XML ne dit leur métier que dans les fiches\u{A0}: prenez le jeu complet.", count: count)
  }

  static func badJSON(_ file: String, _ line: Int) -> Finding {
    Finding(
      severity: .record, code: "ROME-014", file: file, line: line,
      message: "l’objet JSON est incomplet ou mal formé\u{A0}; il est mis de côté.",
      advice: "Téléchargez de nouveau le fichier.")
  }

  static func doubleEncoding(_ file: String, _ count: Int) -> Finding {
    Finding(
      severity: .warning, code: "ROME-015", file: file,
      message: "\(count) libellés étaient encodés deux fois\u{A0}; ils ont été rétablis.",
      advice: "Rien à faire, sauf si un libellé paraît faux.", count: 1)
  }
}
