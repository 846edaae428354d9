import ArgumentParser
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
  func moment() -> AuditMoment {
    if let today, let day = CalendarDate(today) { return AuditMoment(day: day) }
    return ServiceClock.system().moment()
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
