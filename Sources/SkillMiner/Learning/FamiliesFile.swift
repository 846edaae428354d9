import Foundation
public import Taxonomy

/// Families as a table that people edit: those written by hand, then those the program makes of labels that are equal up
/// to morphology, function words and weak heads. Read back, it gives the same families.
public enum FamiliesFile {
  /// The table: UTF-8 CSV for spreadsheets.
  ///
  /// - Parameters:
  ///   - lexicon: built with `written`.
  ///   - written: families written by hand, in their order of precedence.
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public static func text(_ lexicon: Lexicon, written: [CompetencyFamily]) throws -> String {
    var csv = CSVOutput(header: ["family", "label", "kind", "codes", "reason"])
    for family in written { csv.add(row(family, "Écrite à la main")) }
    let reader = try FamilyReasons(lexicon: lexicon)
    let ids = Set(written.map(\.id))
    // A family of one item is what an item outside every family is anyway.
    let automatic = lexicon.families.grouped.filter { !ids.contains($0.id) && $0.codes.count > 1 }
    for family in automatic.sorted(by: { $0.id < $1.id }) { csv.add(row(family, reader.reason(family))) }
    return csv.text
  }

  /// Reads a table back.
  ///
  /// - Throws: `ReadingError` naming file, line and what to do.
  public static func read(path: String) throws -> (families: [CompetencyFamily], text: String) {
    var text = ""
    try InputArchive.forEachMember(of: path) {
      text += String(decoding: try $0.readAll(limit: 64 << 20), as: UTF8.self)
    }
    return (try families(text: text, name: path), text)
  }

  static func families(text: String, name: String) throws -> [CompetencyFamily] {
    var lines: [String: Int] = [:]
    return try LexiconTable(name: name, text: text, required: ["family", "label", "kind", "codes"]).rows.map {
      row in
      let id = try row.text("family")
      guard let kind = CompetencyFamily.Kind(rawValue: row["kind"]) else {
        throw ReadingError(LexiconFindings.kind(row["kind"], name, row.line))
      }
      if let other = lines[id] {
        throw ReadingError(LexiconFindings.contradiction(id, name, row.line, with: other))
      }
      lines[id] = row.line
      let codes = try row["codes"].split(separator: " ").map { word in
        guard let code = OGRCode(word) else {
          throw ReadingError(LexiconFindings.code(String(word), name, row.line))
        }
        return code
      }
      return CompetencyFamily(id: id, label: try row.text("label"), kind: kind, codes: codes)
    }
  }

  private static func row(_ family: CompetencyFamily, _ reason: String) -> [String] {
    [
      family.id, family.label, family.kind.rawValue, family.codes.map(\.description).joined(separator: " "),
      reason,
    ]
  }
}

/// Says why items were grouped: the words they share, and their labels.
private struct FamilyReasons {
  private let lexicon: Lexicon
  private let analyzer: Analyzer
  private let weak: Set<Int32>

  init(lexicon: Lexicon) throws {
    self.lexicon = lexicon
    let analyzer = try Analyzer(vocabulary: lexicon.vocabulary)
    self.analyzer = analyzer
    weak = Set(WeakHeads.words.flatMap { analyzer.tokens(of: $0).filter(\.isContent).map(\.key) })
  }

  func reason(_ family: CompetencyFamily) -> String {
    let labels = family.codes.compactMap { lexicon.release.competency($0)?.label }
    return "Mêmes mots à la forme près\u{A0}: \(words(family.label)). Libellés\u{A0}: "
      + labels.joined(separator: " | ")
  }

  /// The content words of the name that are not weak heads; all of them when there are no others.
  private func words(_ label: String) -> String {
    let units = Array(label.utf16)
    let content = units.withUnsafeBufferPointer { analyzer.tokens(of: $0) }.filter(\.isContent)
    let strong = content.filter { !weak.contains($0.key) }
    return (strong.isEmpty ? content : strong)
      .map { String(decoding: units[Int($0.start)..<Int($0.end)], as: UTF16.self).lowercased() }
      .joined(separator: ", ")
  }
}
