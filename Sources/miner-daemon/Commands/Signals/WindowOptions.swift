import ArgumentParser
import SkillMiner

/// The two periods a command compares.
struct WindowOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Période récente\u{A0}: 2025-01..2025-12, ou 2025.", valueName: "mois"))
  var window: String
  @Option(name: .long, help: ArgumentHelp("Période de référence, de même.", valueName: "mois"))
  var reference: String

  func validate() throws { _ = try windows() }

  /// The periods given.
  func windows() throws -> SignalWindows {
    func read(_ text: String, _ option: String) throws -> ClosedRange<Int> {
      if let months = SignalWindows.months(text) { return months }
      throw ValidationError(
        "«\u{A0}\(option) \(text)\u{A0}» n’est pas une période. Écrivez 2025-01..2025-12, ou 2025.")
    }
    let recent = try read(window, "--window")
    let past = try read(reference, "--reference")
    guard let windows = SignalWindows(recent: recent, reference: past) else {
      throw ValidationError(
        "Les deux périodes se chevauchent\u{A0}: une offre ne peut pas être comparée à elle-même.")
    }
    guard past.lowerBound < recent.lowerBound else {
      throw ValidationError(
        "La période de référence (--reference) doit précéder la période récente (--window)\u{A0}; sinon ce qui décline "
          + "passerait pour ce qui croît.")
    }
    return windows
  }

  /// The options, for a command to be repeated.
  var repeated: [String] { ["--window", window, "--reference", reference] }
}
