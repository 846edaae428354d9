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

  @OptionGroup var readers: DisclosureOptions
  @Option(name: .long, help: ArgumentHelp("table, csv ou json.", valueName: "format"))
  var format = Format.table
  @OptionGroup var file: OutputOptions

  /// Which figures may be shown.
  var disclosure: Disclosure { readers.disclosure }

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
    try file.write(text, advice: advice)
  }
}
