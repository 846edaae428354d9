import SkillMiner
import Taxonomy

/// What became of imported files, for programs.
struct ImportOutcome {
  /// Findings told in full.
  static let shown = 20

  /// One JSON object.
  let json: String
  /// French: why a file could not be read to its end, if so.
  let failure: String?
  /// French: that a file brought nothing because all of its records were set aside, if so.
  let nothingKept: String?

  init(store: Store, records: [ImportRecord]) throws {
    var imports: [JSON] = []
    var failure: String?
    var nothingKept: String?
    for record in records {
      let told = try store.findings(import: record.id)
      let set = try store.quarantine(import: record.id, limit: Self.shown).map(\.finding)
      imports.append(
        .object(
          Self.members(record) + [
            ("findings", .array((told.prefix(Self.shown) + set).prefix(Self.shown).map(Self.finding)))
          ]))
      if nothingKept == nil, let finding = record.nothingKept(because: set.first) {
        nothingKept = "\(finding.message) \(finding.advice) [\(finding.code)]"
      }
      if record.state == .failed, failure == nil {
        let stop = told.first { $0.severity == .failure }
        failure = stop.map { "\($0.message) \($0.advice) [\($0.code)]" } ?? "Le fichier n’a pas pu être lu."
      }
    }
    json = JSON.object([("imports", .array(imports))]).text
    self.failure = failure
    self.nothingKept = nothingKept
  }

  /// A row of the journal; files without their folders.
  static func members(_ record: ImportRecord) -> [(String, JSON)] {
    let counts = record.counts
    return [
      ("id", .integer(Int(record.id))), ("kind", .string(record.kind.rawValue)),
      ("file", .string(SpoolFolder.shown(ImportReport.name(record.file)))),
      ("source", .string(record.source)), ("started", .string(record.started.description)),
      ("state", .string(record.state.rawValue)), ("read", .integer(counts.read)),
      ("ingested", .integer(counts.ingested)), ("duplicates", .integer(counts.duplicates)),
      ("quarantined", .integer(counts.quarantined)), ("new_versions", .integer(counts.newVersions)),
      ("warnings", .integer(counts.warnings)),
    ]
  }

  static func finding(_ finding: Finding) -> JSON {
    .object([
      ("code", .string(finding.code)), ("severity", .string(finding.severity.rawValue)),
      ("line", .integer(finding.line)), ("message", .string(finding.message)),
      ("advice", .string(finding.advice)),
    ])
  }
}
