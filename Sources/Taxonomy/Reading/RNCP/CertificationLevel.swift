/// Level of the national framework, however it is written.
enum CertificationLevel {
  private static let old = ["V": 3, "IV": 4, "III": 5, "II": 6, "I": 7]

  /// Reads `3`, `NIV3`, `niveau3`, `Niveau 3`, and the levels before 2019 (`V` is 3, `I` is 7); `nil` for anything else.
  static func read(_ text: String) -> Int? {
    let compact = text.uppercased().filter { $0.isLetter || $0.isNumber }
    let value =
      compact.hasPrefix("NIVEAU")
      ? compact.dropFirst(6) : compact.hasPrefix("NIV") ? compact.dropFirst(3) : compact[...]
    if let level = Int(value) { return (1...8).contains(level) ? level : nil }
    return old[String(value)]
  }
}
