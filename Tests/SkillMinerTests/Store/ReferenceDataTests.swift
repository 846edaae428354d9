import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct ReferenceDataTests {
  let folder: ScratchFolder
  let store: Store

  init() throws {
    folder = try ScratchFolder()
    store = try StoreFixtures.store(folder.path("s.sqlite")).store
  }

  @Test func aReleaseIsReadBackAsItWas() throws {
    let kept = try store.release()
    let given = StoreFixtures.release()
    #expect(kept.name == given.name && kept.digest == given.digest)
    #expect(kept.occupations == given.occupations && kept.appellations == given.appellations)
    #expect(kept.competencies == given.competencies && kept.links == given.links)
    #expect(kept.mobility == given.mobility && kept.sectors == given.sectors)
    #expect(kept.expand(StoreFixtures.rome("N1103")).count == 2)
  }

  @Test func aStoreWithoutTaxonomySaysSo() throws {
    let empty = try Store(path: folder.path("vide.sqlite"), access: .readWrite)
    let error = #expect(throws: StoreError.self) { try empty.release() }
    #expect(error?.code == .noTaxonomy)
    #expect(try empty.health().problems.map(\.code) == ["DOCTOR-003"])
  }

  private func certification(
    blocks: [CompetencyBlock], occupations: [ROMECode] = [], level: Int? = nil
  ) throws -> Certification {
    Certification(
      code: try #require(CertificationCode("RNCP34860")), title: "Préparateur de commandes", level: level,
      occupations: occupations, blocks: blocks, formacodes: ["31768"])
  }

  @Test func sourcesOfACertificationCompleteOneAnother() throws {
    let text = CompetencyBlock(code: "RNCP34860BC01", title: "Préparer", sentences: ["Prélever.", "Ranger."])
    let bare = CompetencyBlock(code: "RNCP34860BC01", title: "Préparer", sentences: [])
    let id = try store.beginImport(.referential, file: "f", digest: nil, today: StoreFixtures.today)
    let first = try store.ingest([certification(blocks: [text])], import: id)
    #expect(first.ingested == 1 && first.newVersions == 0)
    let links = try certification(blocks: [bare], occupations: [StoreFixtures.rome("N1103")], level: 3)
    #expect(try store.ingest([links], import: id).newVersions == 1)
    #expect(try store.ingest([links], import: id).duplicates == 1)
    let kept = try #require(try store.certifications().first)
    #expect(kept.blocks == [text] && kept.level == 3 && kept.occupations == [StoreFixtures.rome("N1103")])
    #expect(kept.formacodes == ["31768"])
  }

  @Test func aNewMapPlacesStoredOffersAnew() throws {
    let extraction = try #require(try store.currentExtraction()?.id)
    let id = try store.beginImport(.offers, file: "f", digest: nil, today: StoreFixtures.today)
    let offers = ["67 - ERSTEIN", "68 - COLMAR"].enumerated().map {
      StoreFixtures.prepared(StoreFixtures.offer("\($0)", text: "t\($0)", place: $1))
    }
    _ = try store.ingest(offers, import: id, extraction: extraction)
    let commune = CommuneRecord(
      code: "67130", name: "Erstein", basin: "B", zone: "Z", department: "67", region: "44")
    let territory = Territory(level: .region, code: "44", name: "Grand Est")
    let places = try store.replaceTerritories(communes: [commune], territories: [territory]) {
      $0.label == "67 - ERSTEIN" ? [.commune: "67130", .region: "44"] : [:]
    }
    #expect(places == 2)
    #expect(try store.communes() == [commune] && store.territories() == [territory])
    var found: [[Territory.Level: String]] = []
    try store.forEachDemand(occupations: nil) { found.append($0.territories) }
    #expect(found == [[.commune: "67130", .region: "44"], [:]])
  }

  @Test func settingsAndAnalysesAreKept() throws {
    try store.set("a", to: "1")
    try store.set("a", to: "2")
    #expect(try store.setting("a") == "2")
    try store.set("a", to: nil)
    #expect(try store.setting("a") == nil)
    for command in ["modules", "analyse"] {
      try store.recordAnalysis(
        fingerprint: "f", command: command, parameters: "{}", today: StoreFixtures.today)
    }
    #expect(try store.analysis(fingerprint: "f")?.command == "modules")
  }
}
