public import Taxonomy

/// Signals of every territory of a level, as a table, CSV or JSON.
public enum SignalMapText {
  /// A table a territory, for a terminal.
  ///
  /// - Parameter limit: families shown a territory.
  public static func table(_ map: SignalMap, _ request: SignalRequest, limit: Int) -> String {
    var out = "Signaux\u{A0}: \(request.title), \(SignalWindows.text(request.windows.recent)) "
    out += "comparé à \(SignalWindows.text(request.windows.reference))\n"
    for (territory, rows) in zip(map.territories, map.rows) {
      out += "\n\(territory.name) (\(territory.level.rawValue):\(territory.code))\n"
      out += SignalsTable.body(rows, limit: limit)
    }
    return out + "\nq\u{A0}: taux de fausses découvertes sur les \(FrenchNumber.integer(map.tested)) "
      + "hypothèses de tous les territoires. Voir docs/signaux.md.\nVersions\u{A0}: \(map.releases.text).\n"
  }

  /// One line a territory and family.
  public static func csv(_ map: SignalMap) -> String {
    var csv = CSVOutput(
      header: ["niveau", "territoire", "nom_territoire"] + SignalsCSV.header + ["versions"])
    for (territory, rows) in zip(map.territories, map.rows) {
      for row in rows {
        csv.add(
          [territory.level.rawValue, territory.code, territory.name] + SignalsCSV.cells(row) + [
            map.releases.text
          ])
      }
    }
    return csv.text
  }

  /// The layout of `signals` with the code of the territory first in each row.
  public static func json(_ map: SignalMap, fingerprint: String, warnings: [Finding]) -> String {
    let rows = map.rows.flatMap { rows in
      rows.map { row -> JSONOutput.Value in
        .object([("territory", .string(row.territory))] + SignalsJSON.members(row))
      }
    }
    return JSONOutput.text(
      .object([
        ("fingerprint", .string(fingerprint)), ("releases", map.releases.json),
        ("warnings", .array(warnings.map { .string($0.description) })), ("rows", .array(rows)),
      ]))
  }
}
