import Taxonomy

/// What can be wrong with offers; codes are permanent.
struct OfferFindings {
  let place: RecordPlace

  private func finding(
    _ severity: Finding.Severity, _ code: String, _ message: String, _ advice: String
  ) -> Finding {
    Finding(
      severity: severity, code: code, file: place.file, line: place.line,
      message: "enregistrement \(place.record)\u{A0}: \(message)", advice: advice)
  }

  static func unrecognised(_ file: String) -> Finding {
    Finding(
      severity: .failure, code: "OFFRE-001", file: file, message: "le format n’est pas reconnu.",
      advice:
        "Attendu\u{A0}: JSON de France Travail, une offre JSON par ligne, flux XML, page HTML avec JobPosting, ou CSV."
    )
  }

  static func empty(_ file: String) -> Finding {
    Finding(
      severity: .failure, code: "OFFRE-002", file: file, message: "aucune offre dans ce fichier.",
      advice: "Vérifiez qu’il s’agit du bon fichier et que l’export est allé à son terme.")
  }

  func brokenJSON(_ reason: String) -> Finding {
    finding(
      .record, "OFFRE-003", "JSON incomplet ou mal formé (\(reason)).",
      "Exportez de nouveau cette offre\u{A0}; les autres ont été lues.")
  }

  func notUTF8() -> Finding {
    finding(
      .warning, "OFFRE-004", "le texte n’est pas en UTF-8\u{A0}; il est lu en Windows-1252.",
      "Vérifiez les accents\u{A0}; si besoin, refaites l’export en UTF-8.")
  }

  func withoutID() -> Finding {
    finding(
      .record, "OFFRE-005", "l’offre n’a pas d’identifiant.",
      "Ajoutez le champ «\u{A0}id\u{A0}», ou indiquez la colonne avec --columns id=….")
  }

  func withoutText(_ id: String) -> Finding {
    finding(
      .record, "OFFRE-006", "l’offre \(id) n’a pas de description.",
      "Vérifiez le champ «\u{A0}description\u{A0}»\u{A0}; sans texte, il n’y a rien à analyser.")
  }

  func withoutDate(_ id: String) -> Finding {
    finding(
      .warning, "OFFRE-007", "l’offre \(id) n’a pas de date de création.",
      "Elle est lue, mais absente des séries dans le temps\u{A0}; ajoutez la date si vous la connaissez.")
  }

  func unreadableDate(_ id: String, _ text: String) -> Finding {
    finding(
      .warning, "OFFRE-008", "la date «\u{A0}\(text.prefix(40))\u{A0}» de l’offre \(id) n’est pas une date.",
      "Attendu\u{A0}: 2024-02-22 ou 22/02/2024\u{A0}; l’offre est lue sans date.")
  }

  func futureDate(_ id: String, _ date: CalendarDate) -> Finding {
    finding(
      .record, "OFFRE-009", "l’offre \(id) est datée du \(date), dans le futur.",
      "Vérifiez la date de création (et l’horloge de la machine).")
  }

  func tooLong(_ bytes: Int) -> Finding {
    finding(
      .record, "OFFRE-010",
      "la description compte \(bytes) octets, plus que la limite de \(OfferReader.descriptionLimit).",
      "Une offre n’est jamais si longue\u{A0}: plusieurs ont sans doute été collées bout à bout.")
  }

  func unknownOccupation(_ id: String, _ code: String) -> Finding {
    finding(
      .warning, "OFFRE-011", "le code ROME «\u{A0}\(code.prefix(20))\u{A0}» de l’offre \(id) est inconnu.",
      "L’offre est lue sans code\u{A0}; vérifiez la version du référentiel ROME.")
  }

  func repaired() -> Finding {
    finding(
      .warning, "OFFRE-012", "des caractères de contrôle ou des caractères coupés ont été retirés.",
      "Rien à faire si le texte est lisible\u{A0}; sinon, refaites l’export.")
  }

  func recordTooLong(_ bytes: Int) -> Finding {
    finding(
      .record, "OFFRE-013", "l’enregistrement dépasse \(bytes) octets.",
      "Vérifiez les guillemets et les fins de ligne autour de cette ligne.")
  }

  static func missingColumn(_ file: String, _ column: String, known: [String]) -> Finding {
    Finding(
      severity: .failure, code: "OFFRE-014", file: file, line: 1,
      message: "la colonne «\u{A0}\(column)\u{A0}» manque. Colonnes présentes\u{A0}: "
        + known.prefix(30).joined(separator: ", ") + ".",
      advice: "Indiquez les colonnes avec --columns id=…,title=…,description=….")
  }

  func withoutTitle(_ id: String) -> Finding {
    finding(
      .warning, "OFFRE-015", "l’offre \(id) n’a pas d’intitulé.",
      "Elle est lue\u{A0}; vérifiez le champ «\u{A0}title\u{A0}».")
  }

  static func incomplete(_ file: String) -> Finding {
    Finding(
      severity: .warning, code: "OFFRE-016", file: file, message: "le fichier s’arrête avant la fin du JSON.",
      advice: "Ce qui est complet a été lu\u{A0}; téléchargez de nouveau le fichier pour avoir le reste.")
  }

  func fieldTooLong(_ field: String, _ bytes: Int, limit: Int) -> Finding {
    finding(
      .record, "OFFRE-018",
      "le champ «\u{A0}\(field)\u{A0}» compte \(bytes) octets, plus que la limite de \(limit).",
      "Vérifiez les guillemets et les séparateurs autour de cette ligne\u{A0}: plusieurs champs ont sans doute été collés."
    )
  }

  static func utf16(_ file: String) -> Finding {
    Finding(
      severity: .failure, code: "OFFRE-019", file: file, message: "le fichier est en UTF-16.",
      advice: "Enregistrez-le en UTF-8 («\u{A0}CSV UTF-8\u{A0}» dans le tableur).")
  }

  func doubleEncoding(_ id: String, _ fields: [String]) -> Finding {
    finding(
      .warning, "OFFRE-020",
      "l’offre \(id) était encodée deux fois («\u{A0}Ã©\u{A0}» pour «\u{A0}é\u{A0}») dans "
        + "\(fields.joined(separator: ", "))\u{A0}; le texte a été rétabli.",
      "Rien à faire si le texte est lisible\u{A0}; sinon, refaites l’export en UTF-8.")
  }

  func mixedEncoding(_ id: String, _ fields: [String]) -> Finding {
    finding(
      .warning, "OFFRE-021",
      "l’offre \(id) semble encodée deux fois («\u{A0}Ã©\u{A0}» pour «\u{A0}é\u{A0}») dans une partie de "
        + "\(fields.joined(separator: ", "))\u{A0}; le texte est lu tel quel.",
      "Refaites l’export en UTF-8\u{A0}: les mots abîmés ne sont pas reconnus.")
  }

  func otherLanguage(_ id: String, _ language: String) -> Finding {
    finding(
      .record, "OFFRE-017", "l’offre \(id) n’est pas en français (\(language)).",
      "Elle est comptée à part\u{A0}: les formes reconnues sont françaises.")
  }
}
