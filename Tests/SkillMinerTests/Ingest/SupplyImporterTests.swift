import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct SupplyImporterTests {
  private let folder: ScratchFolder
  private let store: Store
  private let today: CalendarDate

  init() throws {
    folder = try ScratchFolder()
    store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    today = try #require(CalendarDate("2026-11-21"))
    _ = try TerritoryImporter(store: store, today: today)
      .importTables(try EmbeddedTaxonomy.territories(), file: "territoires")
  }

  private func run(_ lines: [String], name: String = "carif") throws -> ImportRecord {
    let text =
      "organisme;code_rs;intitule;commune;departement;region;places\n" + lines.joined(separator: "\n")
    let path = try folder.write(text + "\n", to: "offre.csv")
    return try SupplyImporter(store: store, today: today).importFiles([path], name: name)
  }

  @Test func placesAreFoundAndTheCountsAddUp() throws {
    let record = try run([
      "A;5054;CACES;Strasbourg;67;;10", "B;;Soudage;;Bas-Rhin;;", "C;;Soudage;;;Grand Est;",
      "D;;Soudage;Atlantide;;;", ";;x;;;;", "A;5054;CACES;Strasbourg;67;;10",
    ])
    #expect(record.state == .finished)
    #expect(record.counts.read == 6 && record.counts.ingested == 4)
    #expect(record.counts.duplicates == 1 && record.counts.quarantined == 1)
    let kept = try store.trainings()
    #expect(kept.map { $0.territories[.region] } == ["44", "44", "44", nil])
    #expect(kept[0].territories[.commune] == "67482" && kept[0].territories[.department] == "67")
    #expect(kept[1].territories[.department] == "67")
    let codes = try store.findings(import: record.id).map(\.code)
    #expect(codes.contains("FORMATION-008"))
  }

  @Test func codesOfOpenDataAreKept() throws {
    let header =
      "nom_of,code_rs,intitule_formation,nom_departement,code_formacode_1,code_formacode_2,code_rome_1"
    let path = try folder.write(
      header + "\nA,5054,CACES,Bas-Rhin,31768,42872 : Sécurité,N1101\nB,,Soudage,Bas-Rhin,,,\n", to: "mcf.csv"
    )
    for _ in 0..<2 { _ = try SupplyImporter(store: store, today: today).importFiles([path], name: "mcf") }
    let kept = try store.trainings().map(\.offer)
    #expect(kept.map(\.formacodes) == [["31768", "42872"], []])
    #expect(kept.map { $0.occupations.map(\.value) } == [["N1101"], []])
    #expect(try store.imports().last?.counts.duplicates == 2)
  }

  @Test func theSameTableAgainChangesNothingAndAnotherReplacesIt() throws {
    _ = try run(["A;5054;CACES;;67;;", "B;;Soudage;;67;;"])
    let before = try store.trainings()
    let digest = try store.supplyTables().map(\.digest)
    let again = try run(["A;5054;CACES;;67;;", "B;;Soudage;;67;;"])
    #expect(again.counts.ingested == 0 && again.counts.duplicates == 2)
    #expect(try store.trainings() == before)
    #expect(try store.supplyTables().map(\.digest) == digest)
    _ = try run(["C;;Soudage;;67;;"])
    _ = try run(["A;5054;CACES;;67;;"], name: "autre")
    #expect(try store.trainings().map(\.offer.body) == ["A", "C"])
    #expect(try store.supplyTables().map(\.name) == ["autre", "carif"])
  }

  @Test func aFileThatIsNoTableLeavesTheOldOne() throws {
    _ = try run(["A;5054;CACES;;67;;"])
    let path = try folder.write("a;b\n1;2\n", to: "x.csv")
    let failed = try SupplyImporter(store: store, today: today).importFiles([path], name: "carif")
    #expect(failed.state == .failed)
    #expect(try store.trainings().count == 1)
    let bytes = try SupplyImporter(store: store, today: today)
      .importBytes(Array("organisme,intitule\nA,B\n".utf8), file: "api.csv")
    #expect(bytes.state == .finished)
  }
}
