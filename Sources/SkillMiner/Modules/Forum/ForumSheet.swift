import Taxonomy

/// The sheet a forum fills in: one line a pathway, votes, what is decided, a comment.
public enum ForumSheet {
  /// Columns in the order they are printed.
  public static let columns = [
    "parcours", "revision", "certification", "intitule", "pour", "contre", "decision", "commentaire",
  ]

  /// Reads a filled sheet; a line that cannot be used is set aside with advice.
  ///
  /// - Returns: the lines, the revision the sheet shows, and what was set aside.
  /// - Throws: `ReadingError` when the file cannot be read or lacks a column.
  public static func read(
    bytes: [UInt8], name: String
  ) throws -> (lines: [ForumRecord.Line], seen: Int, quarantined: [FieldSignalBatch.Quarantined]) {
    let sheet = try SheetReader(
      bytes: bytes, name: name, required: ["parcours", "revision", "decision"], code: "FORUM-001")
    var lines: [ForumRecord.Line] = []
    var seen: Int?
    var quarantined = sheet.rejected.map { FieldSignalBatch.Quarantined($0.finding, raw: $0.raw) }
    for row in sheet.rows where !row.isBlank {
      do {
        let revision = try number(row, "revision", name)
        seen = min(seen ?? revision, revision)
        lines.append(try line(row, name))
      } catch let error as ReadingError {
        quarantined.append(FieldSignalBatch.Quarantined(error.finding, raw: String(row.text.prefix(2000))))
      }
    }
    return (lines, seen ?? 0, quarantined)
  }

  /// Reads a file.
  public static func read(
    path: String
  ) throws -> (lines: [ForumRecord.Line], seen: Int, quarantined: [FieldSignalBatch.Quarantined]) {
    var bytes: [UInt8] = []
    try InputArchive.forEachMember(of: path) { bytes += try $0.readAll(limit: 16 << 20) }
    return try read(bytes: bytes, name: path)
  }

  private static func line(_ row: SheetReader.Row, _ name: String) throws -> ForumRecord.Line {
    let comment = ReviewText.cleaned(row["commentaire"], keepsLines: false)
    guard comment.unicodeScalars.count <= 2000 else {
      throw refusal(
        "FORUM-004", row, name, "le commentaire compte \(comment.unicodeScalars.count) caractères.",
        "Le résumer en 2000 caractères au plus.")
    }
    let votesFor = row["pour"].isEmpty ? 0 : try number(row, "pour", name)
    let votesAgainst = row["contre"].isEmpty ? 0 : try number(row, "contre", name)
    return ForumRecord.Line(
      line: row.line, number: try number(row, "parcours", name), votesFor: votesFor,
      votesAgainst: votesAgainst, decision: try decision(row, name), comment: comment)
  }

  private static func number(_ row: SheetReader.Row, _ column: String, _ name: String) throws -> Int {
    guard let n = Int(row[column]), (0...1_000_000).contains(n) else {
      throw refusal(
        "FORUM-002", row, name,
        "colonne \(column)\u{A0}: «\u{A0}\(ReviewText.cut(row[column]))\u{A0}» n’est pas un nombre.",
        "Écrire un nombre entier, comme 12.")
    }
    return n
  }

  private static func decision(_ row: SheetReader.Row, _ name: String) throws -> PathwayState? {
    let text = PlainKey.fold(row["decision"])
    if text.isEmpty { return nil }
    for (start, state) in [
      ("valid", PathwayState.validated), ("rejet", .rejected), ("ajourn", .postponed), ("discu", .discussed),
      ("en discu", .discussed),
    ] where text.hasPrefix(start) { return state }
    throw refusal(
      "FORUM-003", row, name, "décision «\u{A0}\(ReviewText.cut(row["decision"]))\u{A0}».",
      "Écrire valider, rejeter, ajourner ou discuter, ou laisser vide pour un simple commentaire.")
  }

  private static func refusal(
    _ code: String, _ row: SheetReader.Row, _ name: String, _ message: String, _ advice: String
  ) -> ReadingError {
    ReadingError(
      Finding(severity: .record, code: code, file: name, line: row.line, message: message, advice: advice))
  }
}
