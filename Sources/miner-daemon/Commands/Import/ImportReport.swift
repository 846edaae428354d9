import SkillMiner
import Taxonomy

/// What an import command says when it ends: the journal of its files, then the first findings.
struct ImportReport {
  /// Findings told in full after an import.
  static let shown = 10

  let store: Store
  let records: [ImportRecord]

  /// Whether a file could not be read to its end.
  var hasFailed: Bool { records.contains { $0.state == .failed } }

  /// What to say of files of which every record was set aside.
  func emptyHanded() throws -> [Finding] {
    try records.compactMap { record in
      record.nothingKept(because: try store.quarantine(import: record.id, limit: 1).first?.finding)
    }
  }

  /// The journal rows as an aligned table with their sum.
  var table: String {
    var table = TextTable([
      ("fichier", .left), ("lus", .right), ("intégrés", .right), ("doublons", .right), ("écartés", .right),
      ("nouvelles versions", .right), ("remarques", .right), ("état", .left),
    ])
    var sum = ImportCounts()
    for record in records {
      sum += record.counts
      table.add([Self.name(record.file)] + Self.cells(record.counts) + [Self.state(record.state)])
    }
    if records.count > 1 { table.add(["total"] + Self.cells(sum) + [""]) }
    return table.text
  }

  /// The first findings, and how many more there are.
  func findings() throws -> [String] {
    var lines: [String] = []
    var all = 0
    for record in records {
      all += try store.findingCounts(import: record.id).reduce(0) { $0 + $1.count }
      guard lines.count < Self.shown else { continue }
      // What stopped an import comes before what it set aside.
      let told = try store.findings(import: record.id)
      let set = try store.quarantine(import: record.id, limit: Self.shown).map(\.finding)
      let ordered = told.filter { $0.severity == .failure } + set + told.filter { $0.severity != .failure }
      lines += ordered.prefix(Self.shown - lines.count).map(\.description)
    }
    if all > lines.count {
      lines.append(
        "… et \(FrenchNumber.integer(all - lines.count)) autres\u{A0}; voir «\u{A0}miner-daemon doctor\u{A0}»."
      )
    }
    return lines
  }

  /// Prints both; ends with a failure when a file could not be read to its end, or brought nothing because all of its
  /// records were set aside.
  func present() throws {
    Console.clearProgress()
    Console.output(table)
    for line in try findings() { Console.message(line) }
    let empty = try emptyHanded()
    for finding in empty { Console.message(finding.description) }
    if hasFailed || !empty.isEmpty { throw ExitStatus.failed }
  }

  private static func cells(_ counts: ImportCounts) -> [String] {
    [
      counts.read, counts.ingested, counts.duplicates, counts.quarantined, counts.newVersions,
      counts.warnings,
    ].map(FrenchNumber.integer)
  }

  /// Names without their folders; the journal keeps the whole paths.
  static func name(_ file: String) -> String {
    let names = file.split(separator: ",").map { part in
      part.split(separator: "/").last.map(String.init) ?? String(part)
    }
    guard let first = names.first else { return file }
    return names.count == 1 ? first : "\(first) et \(names.count - 1) de plus"
  }

  static func state(_ state: ImportRecord.State) -> String {
    switch state {
    case .running: "en cours"
    case .finished: "terminé"
    case .failed: "arrêté sur une erreur"
    case .interrupted: "interrompu"
    case .resumed: "repris"
    }
  }
}
