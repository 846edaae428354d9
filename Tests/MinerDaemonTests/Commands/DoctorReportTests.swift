import Foundation
import SkillMiner
import Taxonomy
import TestSupport
import Testing

@testable import miner_daemon

@Suite struct DoctorReportTests {
  @Test func aFurnishedStoreIsWellAndABareOneIsNot() throws {
    let folder = try ScratchFolder()
    let path = folder.path("s.sqlite")
    let today = try #require(CalendarDate("2025-06-30"))
    let store = try Store(path: path, access: .readWrite)
    func report() throws -> DoctorReport {
      DoctorReport(
        path: path, health: try store.health(), imports: try store.imports(),
        findings: try store.imports().map { try store.findingCounts(import: $0.id) })
    }
    #expect(try report().table.contains("[DOCTOR-003]"))
    let made = try EmbeddedImporter(store: store, overlays: try Overlays.embedded(), today: today).furnish()
    #expect(made.map(\.kind) == [.taxonomy, .territories])
    #expect(try EmbeddedImporter(store: store, overlays: .none, today: today).furnish().isEmpty)
    let well = try report()
    #expect(well.table.contains("Tout va bien."))
    let json = try JSONSerialization.jsonObject(with: Data(well.json.utf8)) as? [String: Any]
    #expect(json?["ok"] as? Bool == true)
    #expect((json?["imports"] as? [[String: Any]])?.count == 2)
    #expect((json?["counts"] as? [String: Int])?["occupation"] ?? 0 >= 60)
  }

  @Test func anImportReportNamesFilesAndCapsFindings() throws {
    let folder = try ScratchFolder()
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let today = try #require(CalendarDate("2025-06-30"))
    let id = try store.beginImport(.offers, file: "/un/dossier/offres.jsonl", digest: nil, today: today)
    let bad = (1...25).map { line in
      QuarantinedRecord(
        finding: Finding(
          severity: .record, code: "OFFRE-003", file: "offres.jsonl", line: line, message: "Cassé.",
          advice: "Réparez."), raw: [])
    }
    var counts = ImportCounts()
    counts.quarantined = 25
    try store.journal(counts, quarantined: bad, import: id)
    try store.endImport(id)
    let report = ImportReport(store: store, records: try store.imports())
    #expect(report.table.contains("offres.jsonl   25") && !report.table.contains("dossier"))
    let lines = try report.findings()
    #expect(lines.count == ImportReport.shown + 1)
    #expect(lines.first == "offres.jsonl, ligne 1\u{A0}: Cassé. Réparez. [OFFRE-003]")
    #expect(lines.last == "… et 15 autres\u{A0}; voir «\u{A0}miner-daemon doctor\u{A0}».")
    #expect(!report.hasFailed)
  }
}
