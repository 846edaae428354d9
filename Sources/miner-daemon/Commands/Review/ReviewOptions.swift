import ArgumentParser
import Foundation
import SkillMiner
import Taxonomy

/// Who acts.
struct ReviewOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Qui agit\u{A0}: une instance ou un rôle, gardé au journal (COT, Région, branche…).", valueName: "nom"))
  var who: String
}

extension ClockOptions {
  /// The moment an act bears: the computer's, or the first second of the day given.
  func moment() throws -> AuditMoment {
    if let today, let day = CalendarDate(today) { return AuditMoment(day: day) }
    guard let calendar = Calendar.universal else {
      throw CommandFailure(
        "L’heure de l’ordinateur est illisible. Donnez le jour avec «\u{A0}--today\u{A0}».")
    }
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: Date())
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      let date = CalendarDate(year: year, month: month, day: day)
    else {
      throw CommandFailure(
        "L’heure de l’ordinateur est illisible. Donnez le jour avec «\u{A0}--today\u{A0}».")
    }
    let second = (parts.hour ?? 0) * 3600 + (parts.minute ?? 0) * 60 + min(59, parts.second ?? 0)
    return AuditMoment(day: date, second: second)
  }
}

extension Calendar {
  /// Universal time.
  fileprivate static var universal: Calendar? {
    guard let zone = TimeZone(secondsFromGMT: 0) else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    return calendar
  }
}

/// A territory given as an option: a code, preceded by its level when several bear it.
enum TerritoryChoice {
  /// - Throws: `CommandFailure` when the store's map does not know it.
  static func find(_ text: String, in store: Store, region: Bool = false) throws -> Territory {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let level = region ? Territory.Level.region : parts.count == 2 ? Territory.Level(rawValue: parts[0]) : nil
    let code = parts.last ?? text
    let found = try store.territories().filter {
      ($0.code == code || $0.name == code) && (level == nil || $0.level == level)
    }
    if found.count == 1 { return found[0] }
    throw CommandFailure(
      found.isEmpty
        ? "«\u{A0}\(text)\u{A0}» n’est pas un territoire connu. Donnez un code ou un nom exact, ou importez la carte "
          + "(miner-daemon import territories)."
        : "«\u{A0}\(text)\u{A0}» désigne plusieurs territoires. Précisez\u{A0}: "
          + found.map { "\($0.level.rawValue):\($0.code)" }.joined(separator: " ou ") + ".")
  }
}
