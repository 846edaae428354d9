/// What can be wrong with tables of training supply; codes are permanent.
enum SupplyFindings {
  static func columns(_ file: String) -> Finding {
    Finding(
      severity: .failure, code: "FORMATION-001", file: file, line: 1,
      message:
        "ce n’est pas une table d’offre de formation\u{A0}: il y faut un organisme, et une certification ou un intitulé.",
      advice:
        "Nommez les colonnes organisme, certification (ou code_rncp, code_rs), intitule, departement…\u{A0}; voir "
        + "docs/formats-terrain.md.")
  }

  static func badRow(_ file: String, _ line: Int, _ what: String, _ advice: String) -> Finding {
    Finding(
      severity: .record, code: "FORMATION-002", file: file, line: line,
      message: "\(what)\u{A0}; l’enregistrement est mis de côté.", advice: advice)
  }

  static func badCertification(_ file: String, _ line: Int, _ text: String) -> Finding {
    Finding(
      severity: .warning, code: "FORMATION-003", file: file, line: line,
      message:
        "«\u{A0}\(text.prefix(60))\u{A0}» n’est pas un numéro du RNCP ou du RS\u{A0}; seul l’intitulé est lu.",
      advice: "Écrivez le numéro avec son répertoire, comme RNCP34860 ou RS5054.")
  }

  static func badDate(_ file: String, _ line: Int, _ text: String) -> Finding {
    Finding(
      severity: .warning, code: "FORMATION-004", file: file, line: line,
      message:
        "«\u{A0}\(text.prefix(40))\u{A0}» n’est pas une date\u{A0}; la formation est gardée sans date.",
      advice: "Écrivez AAAA-MM-JJ ou JJ/MM/AAAA.")
  }

  static func badNumber(_ file: String, _ line: Int, _ text: String) -> Finding {
    Finding(
      severity: .warning, code: "FORMATION-005", file: file, line: line,
      message:
        "«\u{A0}\(text.prefix(40))\u{A0}» n’est pas un nombre de places\u{A0}; la formation est gardée sans.",
      advice: "Écrivez un nombre entier, ou laissez vide.")
  }

  static func reversed(_ file: String, _ line: Int) -> Finding {
    Finding(
      severity: .warning, code: "FORMATION-006", file: file, line: line,
      message: "la formation finit avant de commencer\u{A0}; elle est gardée sans dates.",
      advice: "Vérifiez les deux dates.")
  }

  static func empty(_ file: String) -> Finding {
    Finding(
      severity: .failure, code: "FORMATION-007", file: file, message: "aucune ligne n’a pu être lue.",
      advice: "Donnez une table d’offre de formation en CSV\u{A0}; voir docs/formats-terrain.md.")
  }

  static func tooManySessions(_ file: String, _ line: Int, _ limit: Int) -> Finding {
    Finding(
      severity: .record, code: "FORMATION-009", file: file, line: line,
      message: "la formation a plus de \(limit) sessions\u{A0}; les autres sont mises de côté.",
      advice: "Vérifiez l’export\u{A0}: une formation a quelques sessions.")
  }
}
