import ArgumentParser
import Foundation
import SkillMiner
import Taxonomy

/// The store a command works on.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Fichier du magasin.", valueName: "chemin"), completion: .file(extensions: ["sqlite"]))
  var store = "skillminer.sqlite"

  func open(_ access: Store.Access) throws -> Store { try Store(path: store, access: access) }
}

/// The day a command takes for today: the only place where the clock is read.
struct ClockOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Date du jour (AAAA-MM-JJ)\u{A0}; par défaut, celle de l’ordinateur.", valueName: "date"))
  var today: String?

  func validate() throws {
    if let today, CalendarDate(today) == nil {
      throw ValidationError(
        "«\u{A0}\(today)\u{A0}» n’est pas une date. Écrivez-la AAAA-MM-JJ, par exemple 2025-06-30.")
    }
  }

  /// The day given, or the computer's.
  func date() throws -> CalendarDate {
    if let today, let date = CalendarDate(today) { return date }
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      let date = CalendarDate(year: year, month: month, day: day)
    else {
      throw CommandFailure("La date de l’ordinateur est illisible. Donnez-la avec «\u{A0}--today\u{A0}».")
    }
    return date
  }
}
