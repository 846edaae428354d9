import Taxonomy

/// What can be wrong with tables of counts; codes are permanent.
enum CountFindings {
  static func missing(_ file: String, _ column: String) -> Finding {
    Finding(
      severity: .failure, code: "COMPTE-001", file: file, line: 1,
      message: "il manque la colonne «\u{A0}\(column)\u{A0}».",
      advice:
        "Donnez un CSV écrit par «\u{A0}signals\u{A0}», «\u{A0}analyse\u{A0}» ou «\u{A0}modules\u{A0}», ou un "
        + "tableau qui a des codes OGR (codes_ogr) et des effectifs (offres, employeurs).")
  }

  static func badCode(_ file: String, _ line: Int, _ text: String) -> Finding {
    Finding(
      severity: .record, code: "COMPTE-002", file: file, line: line,
      message: "«\u{A0}\(text.prefix(40))\u{A0}» n’est pas un code OGR\u{A0}; la ligne n’est pas reportée.",
      advice: "Les codes s’écrivent 100023, séparés par des espaces.")
  }

  static func empty(_ file: String) -> Finding {
    Finding(
      severity: .failure, code: "COMPTE-003", file: file, message: "aucune ligne à reporter.",
      advice: "Vérifiez qu’il s’agit du bon fichier.")
  }

  static func several(_ file: String) -> Finding {
    Finding(
      severity: .warning, code: "COMPTE-004", file: file,
      message: "il y a plusieurs fichiers\u{A0}; seul le premier est reporté.",
      advice: "Donnez les autres un par un.")
  }
}
