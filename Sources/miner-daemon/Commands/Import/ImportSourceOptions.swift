import ArgumentParser
import SkillMiner
import Taxonomy

/// What a command imports, where, and on which day.
struct ImportSourceOptions: ParsableArguments {
  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @Argument(
    help: ArgumentHelp("Fichiers, archives ou dossiers.", valueName: "chemin"), completion: .file())
  var paths: [String]

  /// Imports and says what came of it.
  func run(_ importing: (Store, CalendarDate, [String]) throws -> [ImportRecord]) throws {
    let store = try options.open(.readWrite)
    try ImportReport(store: store, records: try importing(store, try clock.date(), paths)).present()
  }
}
