import Taxonomy

/// Everything that can be wrong with the files of the lexicon; codes are permanent.
enum LexiconFindings {
  static func column(_ name: String, _ file: String) -> Finding {
    failure("LEXIQUE-001", file, 1, "la colonne «\u{A0}\(name)\u{A0}» manque.", "La rétablir dans l’en-tête.")
  }

  static func code(_ text: String, _ file: String, _ line: Int) -> Finding {
    failure(
      "LEXIQUE-002", file, line, "«\u{A0}\(text)\u{A0}» n’est pas un code OGR.",
      "Écrire le nombre seul, par exemple 300645, ou local:tool:Nom pour une compétence hors ROME.")
  }

  static func empty(_ name: String, _ file: String, _ line: Int) -> Finding {
    failure(
      "LEXIQUE-003", file, line, "la colonne «\u{A0}\(name)\u{A0}» est vide.",
      "La remplir ou supprimer la ligne.")
  }

  static func decision(_ text: String, _ file: String, _ line: Int) -> Finding {
    failure(
      "LEXIQUE-004", file, line, "«\u{A0}\(text)\u{A0}» n’est pas une décision.",
      "Écrire «\u{A0}accepted\u{A0}» ou «\u{A0}rejected\u{A0}».")
  }

  static func date(_ text: String, _ file: String, _ line: Int) -> Finding {
    failure("LEXIQUE-005", file, line, "«\u{A0}\(text)\u{A0}» n’est pas une date.", "L’écrire AAAA-MM-JJ.")
  }

  static func contradiction(_ phrase: String, _ file: String, _ line: Int, with other: Int) -> Finding {
    failure(
      "LEXIQUE-006", file, line,
      "«\u{A0}\(phrase)\u{A0}» a déjà une décision à la ligne \(other).",
      "Garder une seule des deux lignes\u{A0}: une forme ne désigne qu’une compétence.")
  }

  static func number(_ name: String, _ text: String, _ file: String, _ line: Int) -> Finding {
    failure(
      "LEXIQUE-007", file, line, "colonne \(name)\u{A0}: «\u{A0}\(text)\u{A0}» n’est pas un nombre.",
      "Écrire un nombre, par exemple 15.13.")
  }

  static func absent(_ phrase: String, _ code: OGRCode, release: String) -> Finding {
    Finding(
      severity: .warning, code: "LEXIQUE-008", file: release,
      message:
        "la forme «\u{A0}\(phrase)\u{A0}» désigne le code \(code), absent de cette taxonomie\u{A0}; elle n’est pas utilisée.",
      advice: "Corriger le code dans le fichier de décisions, ou supprimer la ligne.")
  }

  static func kind(_ text: String, _ file: String, _ line: Int) -> Finding {
    failure(
      "LEXIQUE-009", file, line, "le genre «\u{A0}\(text)\u{A0}» est inconnu.",
      "Reprendre un genre de docs/formats-lexique.md.")
  }

  static func missing(_ path: String) -> Finding {
    Finding(
      severity: .failure, code: "LEXIQUE-011", file: path, message: "ce fichier n’existe pas.",
      advice: "Vérifier le chemin\u{A0}; «\u{A0}lexicon review\u{A0}» écrit les décisions.")
  }

  static func undeclared() -> Finding {
    Finding(
      severity: .failure, code: "LEXIQUE-010", file: "magasin",
      message: "aucune offre de ce magasin ne porte de compétences déclarées par l’employeur.",
      advice: "Importer des offres de France Travail qui ont le champ «\u{A0}competences\u{A0}».")
  }

  private static func failure(
    _ code: String, _ file: String, _ line: Int, _ message: String, _ advice: String
  ) -> Finding {
    Finding(severity: .failure, code: code, file: file, line: line, message: message, advice: advice)
  }
}
