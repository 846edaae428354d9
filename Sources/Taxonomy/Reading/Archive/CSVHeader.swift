/// Column names of a CSV file.
///
/// Names compare as Swift strings do, by canonical equivalence, so that `Compétences` is found whether its accent is
/// composed or not.
public struct CSVHeader: Sendable {
  /// Names in order, without surrounding white space.
  public let names: [String]
  private let index: [String: Int]

  init(_ names: [String]) {
    self.names = names
    index = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Names without case, accents and signs: tables of many hands write the same column in many ways.
  var plainNames: [String] {
    let accents: [Character: Character] = [
      "é": "e", "è": "e", "ê": "e", "à": "a", "ç": "c", "î": "i", "ô": "o",
    ]
    return names.map { name in
      String(name.lowercased().map { accents[$0] ?? $0 }.filter { $0.isLetter || $0.isNumber })
    }
  }

  /// Place of a column; `nil` when it is missing.
  public func column(_ name: String) -> Int? { index[name] }
}
