import SkillMiner
import Taxonomy

/// The result of an examination, for people and for programs.
struct DoctorReport {
  let path: String
  let health: StoreHealth
  let imports: [ImportRecord]
  /// Counts of findings by code, one list an import.
  let findings: [[(code: String, count: Int)]]

  /// For people.
  var table: String {
    var text = """
      Magasin\u{A0}: \(path) (schéma \(health.schemaVersion))
      Programme \(Version.current), SQLite \(health.sqliteVersion), plein texte FTS5\u{A0}: \
      \(health.hasFullText ? "oui" : "non")
      Taxonomie\u{A0}: \(health.release.map { "\($0.name) (\($0.digest.prefix(12)))" } ?? "aucune")

      """
    var counts = TextTable([("table", .left), ("lignes", .right)])
    for count in health.counts { counts.add([count.table, FrenchNumber.integer(count.rows)]) }
    text += "\n" + counts.text
    if !imports.isEmpty { text += "\n" + importTable }
    text += "\n"
    for problem in health.problems { text += "\(problem.message) \(problem.advice) [\(problem.code)]\n" }
    if health.problems.isEmpty { text += "Tout va bien.\n" }
    return text
  }

  private var importTable: String {
    var table = TextTable([
      ("import", .right), ("date", .left), ("fichier", .left), ("lus", .right), ("intégrés", .right),
      ("doublons", .right), ("écartés", .right), ("état", .left), ("remarques par code", .left),
    ])
    for (record, findings) in zip(imports, findings) {
      let counts = record.counts
      table.add(
        [String(record.id), record.started.description, ImportReport.name(record.file)]
          + [counts.read, counts.ingested, counts.duplicates, counts.quarantined].map(FrenchNumber.integer)
          + [
            ImportReport.state(record.state),
            findings.map { "\($0.code)\u{A0}×\u{A0}\(FrenchNumber.integer($0.count))" }.joined(
              separator: ", "),
          ])
    }
    return table.text
  }

  /// For programs: one object on one line.
  var json: String {
    let counts = health.counts.map { "\(JSONText.string($0.table)):\($0.rows)" }.joined(separator: ",")
    let release =
      health.release.map {
        "{\"name\":\(JSONText.string($0.name)),\"digest\":\(JSONText.string($0.digest))}"
      } ?? "null"
    let journal = zip(imports, findings).map { Self.json($0, $1) }.joined(separator: ",")
    let problems = health.problems.map {
      "{\"code\":\(JSONText.string($0.code)),\"message\":\(JSONText.string($0.message)),"
        + "\"advice\":\(JSONText.string($0.advice))}"
    }.joined(separator: ",")
    return "{\"store\":\(JSONText.string(path)),\"ok\":\(health.problems.isEmpty),"
      + "\"schema\":\(health.schemaVersion),\"version\":\(JSONText.string(Version.current)),"
      + "\"sqlite\":\(JSONText.string(health.sqliteVersion)),\"fts5\":\(health.hasFullText),"
      + "\"release\":\(release),\"counts\":{\(counts)},\"imports\":[\(journal)],\"problems\":[\(problems)]}\n"
  }

  private static func json(_ record: ImportRecord, _ findings: [(code: String, count: Int)]) -> String {
    let counts = record.counts
    let codes = findings.map { "\(JSONText.string($0.code)):\($0.count)" }.joined(separator: ",")
    return "{\"id\":\(record.id),\"kind\":\(JSONText.string(record.kind.rawValue)),"
      + "\"file\":\(JSONText.string(record.file)),\"digest\":\(JSONText.string(record.digest)),"
      + "\"source\":\(JSONText.string(record.source)),\"started\":\(JSONText.string(record.started.description)),"
      + "\"state\":\(JSONText.string(record.state.rawValue)),\"read\":\(counts.read),"
      + "\"ingested\":\(counts.ingested),\"duplicates\":\(counts.duplicates),"
      + "\"quarantined\":\(counts.quarantined),\"new_versions\":\(counts.newVersions),"
      + "\"warnings\":\(counts.warnings),\"findings\":{\(codes)}}"
  }
}
