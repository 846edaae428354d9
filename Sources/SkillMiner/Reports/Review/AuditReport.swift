/// The log of the review for people, spreadsheets and archives.
public enum AuditReport {
  /// One line an act.
  public static func table(_ entries: [AuditEntry]) -> String {
    guard !entries.isEmpty else { return "Aucun acte de relecture.\n" }
    let table = TextTable(columns: [
      .init("n°", width: 5, .right), .init("quand", width: 20), .init("qui", width: 20),
      .init("acte", width: 19),
      .init("objet", width: 30),
    ])
    return table.header + "\n"
      + entries.map {
        table.row([String($0.sequence), $0.when.description, $0.who, $0.act, $0.subject]) + "\n"
      }.joined()
  }

  /// One line an act, with what it said and its digest.
  public static func csv(_ entries: [AuditEntry]) -> String {
    var csv = CSVOutput(header: [
      "sequence", "quand", "qui", "acte", "objet", "contenu", "precedente", "empreinte",
    ])
    for e in entries {
      csv.add([
        String(e.sequence), e.when.description, e.who, e.act, e.subject, e.payload, e.previous, e.digest,
      ])
    }
    return csv.text
  }

  /// One JSON object an act: the form that is replayed.
  public static func lines(_ entries: [AuditEntry]) throws -> String {
    try entries.map { try AuditJSON.text($0) + "\n" }.joined()
  }

  /// Reads the lines back.
  ///
  /// - Throws: `ReviewError` naming the line that cannot be read.
  public static func entries(lines text: String, file: String) throws -> [AuditEntry] {
    try text.split(separator: "\n").enumerated().map { place, line in
      do {
        return try AuditJSON.value(AuditEntry.self, from: String(line))
      } catch is DecodingError {
        throw ReviewError(
          .damaged, subject: file, message: "la ligne \(place + 1) n’est pas un acte.",
          advice: "Donner un fichier écrit par «\u{A0}audit export\u{A0}».")
      }
    }
  }
}
