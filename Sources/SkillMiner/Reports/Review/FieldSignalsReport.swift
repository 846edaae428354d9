/// Field signals for people and spreadsheets.
public enum FieldSignalsReport {
  /// One block a signal.
  public static func table(_ signals: [KeptFieldSignal]) -> String {
    guard !signals.isEmpty else { return "Aucun signal de terrain.\n" }
    let table = TextTable(columns: [
      .init("identifiant", width: 16), .init("date", width: 10), .init("qui", width: 18),
      .init("sens", width: 8),
      .init("où", width: 18), .init("quoi", width: 40),
    ])
    var out = table.header + "\n"
    for kept in signals {
      let s = kept.signal
      let what = s.readings.map(\.label).joined(separator: ", ")
      out +=
        table.row([
          s.id, s.date, s.source.isEmpty ? s.role.french : s.source, s.direction.french,
          s.territoryName.isEmpty ? "partout" : s.territoryName,
          what.isEmpty ? "(non reconnu) " + s.words : what,
        ]) + "\n"
      if let why = kept.withdrawn { out += "      retiré\u{A0}: \(why)\n" }
    }
    return out
  }

  /// One line a signal, in the columns of the questionnaire and after them what was made of it.
  public static func csv(_ signals: [KeptFieldSignal]) -> String {
    var csv = CSVOutput(
      header: FieldSignalColumns.allCases.map(\.rawValue) + [
        "identifiant", "familles", "competences", "origine", "saisi_par", "saisi_le", "retire",
      ])
    for kept in signals {
      let s = kept.signal
      csv.add([
        s.date, s.source, s.role.french, s.sector, s.territoryLevel, s.territory, s.occupation ?? "",
        s.certification ?? "", s.readings.first(where: \.isCoded)?.family ?? "", s.words, s.direction.french,
        String(s.weight), s.id, s.readings.map(\.family).joined(separator: " "),
        s.readings.map(\.label).joined(separator: " | "), kept.origin, kept.who, kept.when.description,
        kept.withdrawn ?? "",
      ])
    }
    return csv.text
  }

  /// What an import did.
  public static func summary(_ batch: FieldSignalBatch, known: Int) -> String {
    let read = batch.signals.count + batch.quarantined.count
    let unread = batch.signals.count { $0.readings.isEmpty }
    var out = "\(batch.origin)\u{A0}: \(FrenchNumber.integer(read)) lus, "
    out +=
      "\(FrenchNumber.integer(batch.signals.count - known)) gardés, \(FrenchNumber.integer(known)) déjà connus, "
    out += "\(FrenchNumber.integer(batch.quarantined.count)) mis de côté\n"
    if unread > 0 {
      out +=
        "\(FrenchNumber.integer(unread)) sans compétence reconnue\u{A0}: gardés avec leurs mots, sans effet sur les modules.\n"
    }
    return out
  }
}
