import Taxonomy

/// What is said wherever figures stand while offers wait to be read.
enum UnreadWarning {
  /// - Parameters:
  ///   - count: offers that wait.
  ///   - file: what the warning is about, such as `signaux`.
  /// - Returns: `nil` when none waits.
  static func finding(_ count: Int, file: String) -> Finding? {
    guard count > 0 else { return nil }
    return Finding(
      severity: .warning, code: "LECTURE-001", file: file,
      message: count == 1
        ? "une offre importée attend d’être lue\u{A0}: elle ne compte dans aucun chiffre."
        : "\(FrenchNumber.integer(count)) offres importées attendent d’être lues\u{A0}: elles ne comptent dans aucun chiffre.",
      advice: "Les lire\u{A0}: miner-daemon offers read, puis refaire le tableau.")
  }
}
