/// What can be wrong with a CSV file.
enum CSVFindings {
  static func notUTF8(_ file: String, _ line: Int? = nil) -> Finding {
    Finding(
      severity: .warning, code: "CSV-001", file: file, line: line,
      message: "le texte n’est pas en UTF-8\u{A0}; il est lu en Windows-1252.",
      advice: "Vérifiez les accents\u{A0}; si besoin, enregistrez le fichier en UTF-8.")
  }

  static func utf16(_ file: String) -> Finding {
    Finding(
      severity: .failure, code: "CSV-002", file: file, message: "le fichier est en UTF-16.",
      advice: "Enregistrez-le en UTF-8 (« CSV UTF-8 » dans le tableur).".withNoBreakSpaces)
  }

  static func fieldCount(_ file: String, _ line: Int, found: Int, expected: Int) -> Finding {
    Finding(
      severity: .record, code: "CSV-003", file: file, line: line,
      message: "\(found) champs au lieu de \(expected)\u{A0}; l’enregistrement est mis de côté.",
      advice: "Vérifiez le séparateur et les guillemets de cette ligne.")
  }

  static func unclosedQuote(_ file: String, _ line: Int) -> Finding {
    Finding(
      severity: .record, code: "CSV-004", file: file, line: line,
      message:
        "un guillemet n’est pas fermé\u{A0}; la ligne est mise de côté et la lecture reprend à la suivante.",
      advice: "Fermez le guillemet, ou doublez-le s’il fait partie du texte.")
  }

  static func tooLong(_ file: String, _ line: Int, limit: Int) -> Finding {
    Finding(
      severity: .record, code: "CSV-007", file: file, line: line,
      message: "la ligne dépasse \(limit >> 20)\u{A0}Mio\u{A0}; elle est mise de côté.",
      advice: "Vérifiez les fins de ligne\u{A0}: le fichier tient sans doute sur une seule.")
  }

  static func tooManyColumns(_ file: String, _ count: Int, limit: Int) -> Finding {
    Finding(
      severity: .failure, code: "CSV-006", file: file, line: 1,
      message: "le fichier a \(count) colonnes, plus que les \(limit) admises.",
      advice:
        "Vérifiez le séparateur et les fins de ligne\u{A0}: le fichier tient sans doute sur une seule ligne.")
  }

  static func mixed(_ file: String, _ line: Int) -> Finding {
    Finding(
      severity: .warning, code: "CSV-008", file: file, line: line,
      message:
        "cette ligne est en UTF-8 dans un fichier qui ne l’est pas\u{A0}; chaque champ est lu dans son encodage.",
      advice: "Plusieurs exports ont sans doute été mis bout à bout\u{A0}; enregistrez le tout en UTF-8.")
  }

  static func repeatedColumn(_ file: String, _ name: String) -> Finding {
    Finding(
      severity: .warning, code: "CSV-009", file: file, line: 1,
      message: "la colonne « \(name.prefix(60)) » figure plusieurs fois\u{A0}; la première est lue."
        .withNoBreakSpaces,
      advice: "Renommez ou retirez celle qui est de trop.")
  }

  static func nulBytes(_ file: String, _ line: Int) -> Finding {
    Finding(
      severity: .warning, code: "CSV-005", file: file, line: line,
      message: "le fichier contient des octets nuls\u{A0}; ils sont retirés.",
      advice: "Refaites l’export si du texte semble manquer.")
  }
}

extension String {
  /// No-break spaces inside « » and before high punctuation, as French typography wants them.
  var withNoBreakSpaces: String {
    var text = self
    for (plain, typeset) in [
      ("« ", "«\u{A0}"), (" »", "\u{A0}»"), (" :", "\u{A0}:"), (" ;", "\u{A0};"), (" ?", "\u{A0}?"),
      (" !", "\u{A0}!"),
    ] {
      text = text.replacing(plain, with: typeset)
    }
    return text
  }
}
