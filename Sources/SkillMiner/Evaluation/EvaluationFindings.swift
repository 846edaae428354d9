import Taxonomy

/// Everything that can be wrong with annotated offers and predictions; codes are permanent.
enum EvaluationFindings {
  static func notAnObject(_ file: String, _ line: Int) -> Finding {
    record(
      "EVAL-001", file, line, "ce n’est pas un objet JSON complet en UTF-8.",
      "Vérifier qu’il y a une offre par ligne.")
  }

  static func field(_ name: String, _ file: String, _ line: Int) -> Finding {
    record(
      "EVAL-002", file, line, "le champ «\u{A0}\(name)\u{A0}» manque ou n’est pas du bon type.",
      "Le compléter\u{A0}; le format est décrit dans docs/guide-annotation.md.")
  }

  static func outside(_ mention: Int, _ file: String, _ line: Int) -> Finding {
    record(
      "EVAL-003", file, line, "mention \(mention)\u{A0}: start et end ne délimitent pas un passage du champ.",
      "Compter en caractères Unicode (scalaires) à partir de 0, fin exclue.")
  }

  static func quote(_ mention: Int, _ quote: String, found: String, _ file: String, _ line: Int) -> Finding {
    record(
      "EVAL-004", file, line,
      "mention \(mention)\u{A0}: la citation «\u{A0}\(short(quote))\u{A0}» n’est pas à sa place, où il y a «\u{A0}\(short(found))\u{A0}».",
      "Corriger start et end (caractères Unicode, non octets ni unités UTF-16) ou la citation.")
  }

  static func word(
    _ mention: Int, _ word: String, _ field: String, _ known: [String], _ file: String, _ line: Int
  ) -> Finding {
    record(
      "EVAL-005", file, line,
      "mention \(mention)\u{A0}: «\u{A0}\(short(word))\u{A0}» n’est pas une valeur de \(field).",
      "Écrire l’une de celles-ci\u{A0}: \(known.joined(separator: ", ")).")
  }

  static func code(_ mention: Int, _ code: String, _ file: String, _ line: Int) -> Finding {
    record(
      "EVAL-006", file, line, "mention \(mention)\u{A0}: «\u{A0}\(short(code))\u{A0}» n’est pas un code OGR.",
      "Donner des nombres entre guillemets, par exemple \"300645\".")
  }

  static func repeated(_ id: String, _ file: String, _ line: Int) -> Finding {
    Finding(
      severity: .warning, code: "EVAL-007", file: file, line: line,
      message: "l’offre «\u{A0}\(short(id))\u{A0}» a déjà été lue\u{A0}; la dernière compte.",
      advice: "Garder une seule ligne par offre.")
  }

  static func nothing(_ file: String) -> Finding {
    Finding(
      severity: .failure, code: "EVAL-008", file: file, message: "aucune offre annotée utilisable.",
      advice: "Donner un fichier de lignes JSON, comme décrit dans docs/guide-annotation.md.")
  }

  static func unknownOffers(_ count: Int, _ file: String) -> Finding {
    Finding(
      severity: .warning, code: "EVAL-009", file: file,
      message: "\(count) identifiants ne sont pas dans le fichier de référence\u{A0}; ils ne comptent pas.",
      advice: "Vérifier que les deux fichiers vont ensemble.", count: count)
  }

  static func foreignCodes(_ count: Int, of all: Int, release: String) -> Finding {
    Finding(
      severity: .warning, code: "EVAL-010", file: release,
      message: "\(count) des \(all) codes acceptés par les annotateurs ne sont pas dans cette taxonomie.",
      advice:
        "Donner un magasin qui a la taxonomie annotée («\u{A0}--store\u{A0}»)\u{A0}; sinon la normalisation paraît plus faible qu’elle n’est.",
      count: count)
  }

  static func tooLong(_ file: String, _ line: Int) -> Finding {
    record("EVAL-011", file, line, "ligne démesurée.", "Vérifier qu’il y a une offre par ligne.")
  }

  private static func record(
    _ code: String, _ file: String, _ line: Int, _ message: String, _ advice: String
  ) -> Finding {
    Finding(severity: .record, code: code, file: file, line: line, message: message, advice: advice)
  }

  private static func short(_ text: String) -> String {
    text.count > 60 ? text.prefix(60) + "…" : text
  }
}
