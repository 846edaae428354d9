import ArgumentParser
import SkillMiner
import Taxonomy

/// A perimeter a user drew, by the file it stands in and its identifier or name.
struct PerimeterOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Périmètre (COT, Domex, EPCI…)\u{A0}: identifiant ou nom dans le fichier de «\u{A0}--perimeters\u{A0}».",
      valueName: "nom"))
  var perimeter: String?
  @Option(
    name: .long, help: ArgumentHelp("Fichier YAML des périmètres et des filières.", valueName: "fichier"),
    completion: .file(extensions: ["yaml", "yml"]))
  var perimeters: String?

  /// What the file defines; what is wrong with it is told. `nil` without a file.
  func definitions() throws -> Perimeters? {
    guard let perimeters else {
      if perimeter != nil {
        throw CommandFailure(
          "«\u{A0}--perimeter\u{A0}» demande le fichier qui le définit\u{A0}: «\u{A0}--perimeters\u{A0}».")
      }
      return nil
    }
    let (definitions, findings) = try PerimeterReader.read(path: perimeters)
    for finding in findings { Console.message(finding.description) }
    return definitions
  }

  /// The perimeter asked for.
  ///
  /// - Throws: `CommandFailure` when the file defines none of that name.
  func chosen(in definitions: Perimeters?) throws -> Perimeter? {
    guard let perimeter, let definitions else { return nil }
    if let found = definitions.perimeters.first(where: { $0.id == perimeter || $0.name == perimeter }) {
      return found
    }
    let known = definitions.perimeters.map(\.id).joined(separator: ", ")
    throw CommandFailure(
      "Le fichier ne définit pas de périmètre «\u{A0}\(perimeter)\u{A0}» (définis\u{A0}: \(known.isEmpty ? "aucun" : known))."
    )
  }

  /// The options that were given, for a command to be repeated.
  var repeated: [String] {
    [("--perimeter", perimeter), ("--perimeters", perimeters)]
      .flatMap { option, value in value.map { [option, $0.contains(" ") ? "\"\($0)\"" : $0] } ?? [] }
  }
}
