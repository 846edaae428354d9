import ArgumentParser
import Foundation
import SkillMiner

/// How a result is written and where.
struct ReportOptions: ParsableArguments {
  /// A form of output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
    case html
  }

  @Option(name: .long, help: ArgumentHelp("table, json, csv ou html.", valueName: "format"))
  var format = Format.table
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Fichier à écrire\u{A0}; par défaut, la sortie standard.", valueName: "fichier"),
    completion: .file())
  var output: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Modules (ou compétences par certification) montrés par le tableau, fiches du rapport HTML.",
      valueName: "nombre"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("«\u{A0}--limit\u{A0}» attend un nombre d’au moins 1.") }
  }

  /// Writes to the file asked for, or to standard output.
  func write(_ text: String) throws {
    guard let output else { return Console.output(text) }
    try Self.write(text, to: output)
    Console.message("Écrit\u{A0}: \(output)")
  }

  /// Writes a file whole or not at all.
  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw CommandFailure(
        "\(path)\u{A0}: le fichier n’a pas pu être écrit (\(error.localizedDescription)). "
          + "Vérifiez que le dossier existe, qu’il accepte l’écriture et que le disque n’est pas plein.")
    }
  }
}
