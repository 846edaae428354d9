import Taxonomy

/// Finds territories as questionnaires name them: by code or by name, at a level or at any. Nothing is guessed.
struct FieldPlaces {
  private let byCode: [String: [Territory]]
  private let byName: [String: [Territory]]

  init(territories: [Territory], communes: [CommuneRecord]) {
    let all =
      territories
      + communes.filter { $0.parent == nil }.map { Territory(level: .commune, code: $0.code, name: $0.name) }
    byCode = Dictionary(grouping: all) { $0.code }
    byName = Dictionary(grouping: all) { Self.key($0.name) }
  }

  /// The territory; `nil` for an empty text.
  func find(
    _ text: String, level levelText: String, _ refuse: (String, String, String) -> ReadingError
  ) throws -> Territory? {
    guard !text.isEmpty else { return nil }
    var level: Territory.Level?
    if !levelText.isEmpty {
      let key = Self.key(levelText)
      level = Territory.Level.allCases.first { Self.key($0.rawValue) == key }
      guard level != nil else {
        throw refuse(
          "TERRAIN-011", "«\u{A0}\(ReviewText.cut(levelText))\u{A0}» n’est pas un niveau de territoire.",
          "Écrire commune, bassin, zone-emploi, departement ou region, ou laisser vide.")
      }
    }
    let found = ((byCode[text] ?? []) + (byName[Self.key(text)] ?? []))
      .filter { level == nil || $0.level == level }
    let distinct = Set(found)
    if distinct.count == 1 { return distinct.first }
    if distinct.isEmpty {
      let near = suggestions(text)
      throw refuse(
        "TERRAIN-010", "territoire inconnu\u{A0}: «\u{A0}\(ReviewText.cut(text))\u{A0}».",
        near.isEmpty
          ? "Écrire le nom ou le code officiel (région, département, bassin, zone d’emploi ou commune), ou "
            + "laisser vide."
          : "Peut-être \(near.joined(separator: ", "))\u{A0}? Sinon, laisser vide.")
    }
    let choices = distinct.sorted().prefix(4).map { "\($0.level.rawValue) \($0.code)" }
    throw refuse(
      "TERRAIN-012", "«\u{A0}\(ReviewText.cut(text))\u{A0}» désigne plusieurs territoires.",
      "Préciser niveau_territoire ou le code (\(choices.joined(separator: ", "))).")
  }

  /// Names that begin alike, at most three.
  private func suggestions(_ text: String) -> [String] {
    let key = Self.key(text)
    guard key.count >= 3 else { return [] }
    let start = key.prefix(max(3, key.count - 2))
    return byName.filter { $0.key.hasPrefix(start) }.values.flatMap { $0 }.sorted().prefix(3)
      .map { "\($0.name) (\($0.level.rawValue) \($0.code))" }
  }

  private static func key(_ text: String) -> String { PlainKey.fold(text) }
}
