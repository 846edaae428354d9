/// One of the five levels of the French classification of activities (NAF rév. 2).
public enum NAFLevel: String, Sendable, CaseIterable {
  /// A letter (`G`).
  case section
  /// Two digits (`47`).
  case division
  /// Three digits (`47.1`).
  case group
  /// Four digits (`47.11`).
  case `class`
  /// Four digits and a letter (`47.11F`).
  case subclass

  /// Characters of a code without dots.
  public var length: Int {
    switch self {
    case .section: 1
    case .division: 2
    case .group: 3
    case .class: 4
    case .subclass: 5
    }
  }
}

extension NAFNomenclature {
  /// Divisions by section, as the classification of 2008 has them.
  private static let sections: [(code: String, divisions: ClosedRange<Int>)] = [
    ("A", 1...3), ("B", 5...9), ("C", 10...33), ("D", 35...35), ("E", 36...39), ("F", 41...43),
    ("G", 45...47),
    ("H", 49...53), ("I", 55...56), ("J", 58...63), ("K", 64...66), ("L", 68...68), ("M", 69...75),
    ("N", 77...82), ("O", 84...84), ("P", 85...85), ("Q", 86...88), ("R", 90...93), ("S", 94...96),
    ("T", 97...98), ("U", 99...99),
  ]

  /// The divisions of a section, ascending; `nil` when there is no such section.
  public func divisions(ofSection letter: String) -> [String]? {
    guard let section = Self.sections.first(where: { $0.code == letter.uppercased() }) else { return nil }
    return section.divisions.map { $0 < 10 ? "0\($0)" : String($0) }.filter { names[$0] != nil }
  }

  /// Codes of a level with their names, by code: sections and divisions always, finer levels when they were imported. A
  /// name is empty where only the code is known.
  public func codes(at level: NAFLevel) -> [(code: String, name: String)] {
    var known = names.filter { $0.key.utf8.count == level.length }
    if level == .section {
      for section in Self.sections where known[section.code] == nil { known[section.code] = "" }
    }
    return known.sorted { $0.key < $1.key }.map { (code: $0.key, name: $0.value) }
  }
}
