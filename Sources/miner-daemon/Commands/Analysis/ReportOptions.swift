import ArgumentParser

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
  @OptionGroup var file: OutputOptions
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
  func write(_ text: String) throws { try file.write(text) }
}
