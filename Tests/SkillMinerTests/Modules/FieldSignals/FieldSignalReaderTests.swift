import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct FieldSignalReaderTests {
  private static let header =
    "date;organisme;role;secteur;niveau_territoire;territoire;metier_rome;certification;code_competence;observation;sens;effectif\n"

  private func reader() throws -> FieldSignalReader {
    try FieldSignalReader(
      extractor: try EmbeddedEngine.shared.get().extractor,
      territories: [
        Territory(level: .department, code: "67", name: "Bas-Rhin"),
        Territory(level: .region, code: "44", name: "Grand Est"),
        Territory(level: .employmentZone, code: "4416", name: "Strasbourg"),
        Territory(level: .employmentBasin, code: "4401", name: "Strasbourg"),
      ])
  }

  private func read(_ lines: String) throws -> FieldSignalBatch {
    try reader().read(bytes: Array((Self.header + lines).utf8), name: "branche.csv")
  }

  @Test func aLineIsRead() throws {
    let batch = try read(
      "2026-11-03;Branche du commerce;Branche;47;departement;Bas-Rhin;D1106;RNCP37098;;"
        + "On nous demande la tenue de caisse et le CACES R489.;Manque;12\n")
    #expect(batch.quarantined.isEmpty)
    let signal = try #require(batch.signals.first)
    #expect(signal.date == "2026-11-03" && signal.role == .branch && signal.direction == .missing)
    #expect(signal.territoryLevel == "departement" && signal.territory == "67")
    #expect(signal.occupation == "D1106" && signal.certification == "RNCP37098" && signal.weight == 12)
    #expect(signal.readings.map(\.family).contains("caces-r489"))
    #expect(signal.readings.map(\.family).contains("tenue-de-caisse"))
    #expect(signal.readings.allSatisfy { !$0.isCoded })
    #expect(signal.id.count == 16)
    #expect(batch.digest?.count == 64)
  }

  @Test func codesNameFamiliesToo() throws {
    let batch = try read(
      "03/11/2026;;;;;;;;caces-r489;;hausse;\n03/11/2026;;;;;;;;119977;;hausse;\n")
    #expect(batch.signals.map { $0.readings.map(\.family) } == [["caces-r489"], ["caces-r489"]])
    #expect(batch.signals.allSatisfy { $0.readings[0].isCoded && $0.weight == 1 && $0.role == .other })
  }

  @Test func everyBadLineIsSetAsideWithAdvice() throws {
    let long = String(repeating: "a", count: 6000)
    let cases: [(String, String)] = [
      ("hier;;;;;;;;;Caisse;manque;", "TERRAIN-003"), ("2026-11-03;;;;;;;;;Caisse;bof;", "TERRAIN-002"),
      ("2026-11-03;;ministre;;;;;;;Caisse;manque;", "TERRAIN-002"),
      ("2026-11-03;;;;;Atlantide;;;;Caisse;manque;", "TERRAIN-010"),
      ("2026-11-03;;;;planète;67;;;;Caisse;manque;", "TERRAIN-011"),
      ("2026-11-03;;;;;Strasbourg;;;;Caisse;manque;", "TERRAIN-012"),
      ("2026-11-03;;;;;;Z9999;;;Caisse;manque;", "TERRAIN-005"),
      ("2026-11-03;;;;;;;12;;Caisse;manque;", "TERRAIN-006"),
      ("2026-11-03;;;;;;;;pas-une-famille;Caisse;manque;", "TERRAIN-004"),
      ("2026-11-03;;;;;;;;;;manque;", "TERRAIN-007"), ("2026-11-03;;;;;;;;;\(long);manque;", "TERRAIN-008"),
      ("2026-11-03;;;;;;;;;Caisse;manque;beaucoup", "TERRAIN-009"),
    ]
    let batch = try read(cases.map { $0.0 + "\n" }.joined() + "2026-11-03;;;;;67;;;;Caisse;manque;2\n")
    #expect(batch.quarantined.map(\.code) == cases.map(\.1))
    #expect(batch.quarantined.map(\.line) == (2...13).map { $0 })
    #expect(batch.quarantined.allSatisfy { !$0.advice.isEmpty && !$0.raw.isEmpty && $0.raw.count <= 2000 })
    // Nothing good is lost.
    #expect(batch.signals.count == 1)
    #expect(batch.quarantined[3].message.contains("Atlantide"))
  }

  @Test func anUnknownTerritoryGetsASuggestion() throws {
    let finding = try #require(try read("2026-11-03;;;;;Bas Rhine;;;;Caisse;manque;\n").quarantined.first)
    #expect(finding.code == "TERRAIN-010")
    #expect(finding.advice.contains("Bas-Rhin (departement 67)"))
  }

  @Test func commasUTF8MarksAndFormulasAreUnderstood() throws {
    let text = "\u{FEFF}Date,Observation,Sens\n2026-11-03,\"'=cmd|' /C calc'!A0, tenue de caisse\",manque\n"
    let batch = try reader().read(bytes: Array(text.utf8), name: "a.csv")
    let signal = try #require(batch.signals.first)
    #expect(signal.words.hasPrefix("=cmd"))
    // What goes out again is text for a spreadsheet.
    let kept = KeptFieldSignal(
      signal: signal, origin: "a.csv", who: "@x", when: AuditMoment(day: StoreFixtures.today))
    let csv = FieldSignalsReport.csv([kept])
    #expect(csv.contains("\"'=cmd"))
    #expect(csv.contains("'@x"))
    #expect(try reader().read(bytes: Array(csv.utf8), name: "b.csv").signals.map(\.id) == [signal.id])
  }

  @Test func aMissingColumnStopsTheFile() throws {
    #expect(throws: ReadingError.self) {
      _ = try reader().read(bytes: Array("date;observation\n".utf8), name: "a.csv")
    }
  }

  @Test func theSameLineTwiceIsOneSignal() throws {
    let folder = try ScratchFolder()
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let line = "2026-11-03;CCI;;;;67;;;;Tenue de caisse;manque;2\n"
    let batch = try read(line + line)
    #expect(batch.signals.count == 2)
    let when = AuditMoment(day: StoreFixtures.today)
    try store.perform(batch, who: "Oref", when: when)
    try store.perform(batch, who: "Oref", when: when)
    #expect(try store.fieldSignals().count == 1)
    let id = try #require(try store.fieldSignals().first?.id)
    try store.perform(FieldSignalWithdrawal(id: id, why: "Saisi deux fois"), who: "Oref", when: when)
    #expect(try store.fieldSignals().isEmpty)
    #expect(try store.keptFieldSignals().map(\.withdrawn) == ["Saisi deux fois"])
    #expect(throws: ReviewError.self) {
      try store.perform(FieldSignalWithdrawal(id: "x", why: "y"), who: "Oref", when: when)
    }
  }

  @Test func theQuestionnaireHasTheColumnsThatAreRead() throws {
    let csv = Questionnaire.csv() + "2026-11-03,,,,,,,,,Tenue de caisse,manque,\r\n"
    let batch = try reader().read(bytes: Array(csv.utf8), name: "q.csv")
    #expect(batch.signals.count == 1 && batch.quarantined.isEmpty)
    let html = Questionnaire.html(title: "<Branche & co>")
    #expect(html.contains("&lt;Branche &amp; co&gt;") && html.contains("lang=\"fr\""))
  }
}

@Suite struct FieldAgreementTests {
  private func signal(
    _ direction: FieldSignal.Direction, source: String, family: String = "f1", certification: String? = nil,
    occupation: String? = nil
  ) -> FieldSignal {
    FieldSignal(
      date: StoreFixtures.today, role: .branch, source: source, sector: "", territory: nil,
      occupation: occupation,
      certification: certification, direction: direction, words: "x",
      readings: [FieldSignal.Reading(family: family, label: family, isCoded: true)], weight: 1)
  }

  private func agreement(_ signals: [FieldSignal]) throws -> FieldAgreement {
    FieldAgreement(
      signals, families: ["f1"], certification: try #require(CertificationCode("RNCP1")),
      occupations: [StoreFixtures.rome("N1103"), StoreFixtures.rome("N1110")],
      release: StoreFixtures.release())
  }

  @Test func onlyWhatIsAboutTheModuleCounts() throws {
    let found = try agreement([
      signal(.missing, source: "a"), signal(.growing, source: "a"), signal(.missing, source: "b"),
      signal(.useless, source: "c"), signal(.missing, source: "d", family: "f2"),
      signal(.missing, source: "e", certification: "RNCP2"),
      signal(.missing, source: "f", certification: "RNCP1"),
      signal(.missing, source: "g", occupation: "M1805"),
      signal(.missing, source: "h", occupation: "N1103"),
    ])
    #expect(found.agreeing == 5 && found.disagreeing == 1 && found.sources == 4)
    #expect(found.verdict == .mixed)
    #expect(try agreement([]).verdict == .none)
    #expect(try agreement([signal(.declining, source: "a")]).verdict == .disagrees)
  }
}
