import ArgumentParser
import SkillMiner

/// To whom a view of the signals is shown, in which form, and where it is written.
struct SignalOutputOptions: ParsableArguments {
  /// A form of output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
    case json
  }

  @Flag(
    name: .long,
    help: "Montre aussi les petits effectifs\u{A0}: pour les lecteurs habilités, jamais pour publier.")
  var fullDetail = false
  @Option(name: .long, help: ArgumentHelp("table, csv ou json.", valueName: "format"))
  var format = Format.table
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Fichier à écrire\u{A0}; par défaut, la sortie standard.", valueName: "fichier"),
    completion: .file())
  var output: String?

  /// Which figures may be shown.
  var disclosure: Disclosure { fullDetail ? .fullDetail : .published }

  /// The option, for a command to be repeated.
  var repeated: [String] { fullDetail ? ["--full-detail"] : [] }

  /// Writes the form asked for to the file asked for, or to standard output.
  ///
  /// - Parameter advice: what to do with the file, after its name.
  func write(
    table: @autoclosure () throws -> String, csv: @autoclosure () throws -> String,
    json: @autoclosure () throws -> String, advice: (String) -> String = { _ in "" }
  ) throws {
    let text =
      switch format {
      case .table: try table()
      case .csv: try csv()
      case .json: try json()
      }
    try write(text, advice: advice)
  }

  /// Writes a text to the file asked for, or to standard output.
  func write(_ text: String, advice: (String) -> String = { _ in "" }) throws {
    guard let output else { return Console.output(text) }
    try ReportOptions.write(text, to: output)
    Console.message("Écrit\u{A0}: \(output)" + advice(output))
  }
}
