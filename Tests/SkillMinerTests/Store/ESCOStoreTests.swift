import Foundation
import TestSupport
import Testing

@testable import SkillMiner
@testable import Taxonomy

@Suite struct ESCOStoreTests {
  let folder: ScratchFolder
  private let base = "http://data.europa.eu/esco/"

  init() throws { folder = try ScratchFolder() }

  private func dataset() throws -> String {
    let path = folder.url.appending(path: "esco-v1.2-fr")
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    let files = [
      "skills_fr.csv": """
      conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,description
      S,\(base)skill/a1,skill/competence,cross-sector,souder,"braser
      assembler",released,Fondre
      S,\(base)skill/a2,knowledge,,métallurgie,,obsolete,

      """,
      "occupations_fr.csv": """
      conceptType,conceptUri,iscoGroup,preferredLabel,altLabels
      O,\(base)occupation/o1,7212,soudeur,soudeuse

      """,
      "occupationSkillRelations_fr.csv": """
      occupationUri,relationType,skillType,skillUri
      \(base)occupation/o1,essential,x,\(base)skill/a1
      \(base)occupation/o1,optional,x,\(base)skill/a2

      """,
      "broaderRelationsSkillPillar_fr.csv": """
      conceptType,conceptUri,broaderType,broaderUri
      S,\(base)skill/a1,S,\(base)skill/a2

      """,
    ]
    for (name, text) in files { try Data(text.utf8).write(to: path.appending(path: name)) }
    return path.path
  }

  @Test func aReleaseIsKeptBesideTheROMEAndComesBackAsItWas() throws {
    let path = try dataset()
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let importer = TaxonomyImporter(store: store, overlays: .none, today: StoreFixtures.today)
    let record = try importer.importPath(path)
    #expect(record.state == .finished && record.counts.ingested == 6)
    #expect(try importer.importPath(path).counts.duplicates == 6)
    #expect(try store.releaseIdentity() == nil)
    #expect(try store.escoReleases().map(\.name) == ["ESCO 1.2"])
    let kept = try #require(try store.escoRelease(named: "ESCO 1.2"))
    let read = try ESCOReader.read(path: path).release
    #expect(kept.digest == read.digest && kept.skills == read.skills && kept.occupations == read.occupations)
    #expect(kept.broader == read.broader && kept.demands == read.demands)
    #expect(try store.escoRelease(named: "ESCO 9") == nil)
  }

  @Test func xmlCertificationsArriveInBatchesAndTheirChainIsClosed() throws {
    let fiches = (1...1203).map { number in
      let old =
        number == 1203
        ? "<ANCIENNES_CERTIFICATIONS><ANCIENNE_CERTIFICATION>RNCP1</ANCIENNE_CERTIFICATION></ANCIENNES_CERTIFICATIONS>"
        : ""
      return "<FICHE><NUMERO_FICHE>RNCP\(number)</NUMERO_FICHE><INTITULE>Titre \(number)</INTITULE>\(old)"
        + "<BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>B</CODE><LIBELLE>L</LIBELLE>"
        + "<LISTE_COMPETENCES>- Faire \(number)</LISTE_COMPETENCES></BLOC_COMPETENCES></BLOCS_COMPETENCES></FICHE>"
    }
    let text =
      "<FICHES>" + fiches.joined(separator: "\n") + "<FICHE><NUMERO_FICHE>x</NUMERO_FICHE></FICHE></FICHES>"
    let path = try folder.write(text, to: "export-fiches-rncp.xml")
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let importer = ReferentialImporter(store: store, today: StoreFixtures.today)
    let record = try #require(try importer.importFiles([path]).first)
    #expect(record.counts.ingested == 1203 && record.counts.quarantined == 1)
    let kept = try store.certifications()
    #expect(kept.count == 1203 && kept[0].successors.map(\.description) == ["RNCP1203"])
    #expect(kept[700].blocks[0].sentences == ["Faire 701"])
    // Nothing is wrong but that the store was given no taxonomy.
    #expect(try store.health().problems.map(\.code) == ["DOCTOR-003"])
    #expect(try importer.importFiles([path]).first?.counts.ingested == 0)
  }

  @Test func theWayAPlaceWasFoundIsKept() throws {
    let commune = CommuneRecord(
      code: "67130", name: "Erstein", basin: nil, zone: nil, department: "67", region: "44")
    let point = try #require(CommunePoint("67130", latitude: 48.42, longitude: 7.66))
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let path = try folder.write(
      [
        "{\"id\":\"1\",\"description\":\"a\",\"commune\":\"67130\"}",
        "{\"id\":\"2\",\"description\":\"b\",\"location\":\"67 - ERSTEIN\"}",
        "{\"id\":\"3\",\"description\":\"c\",\"lat\":48.421,\"lon\":7.661}",
        "{\"id\":\"4\",\"description\":\"d\",\"postcode\":\"67150\"}", "{\"id\":\"5\",\"description\":\"e\"}",
      ].joined(separator: "\n"), to: "o.jsonl")
    let importer = OfferImporter(
      store: store, engine: try ReadingEngine(release: StoreFixtures.release(), overlays: .none),
      places: .none, today: StoreFixtures.today)
    _ = try importer.importFiles([path])
    #expect(try store.placeResolutions().isEmpty)
    let tables = TerritoryTables(
      communes: [commune], territories: [], regionOfDepartment: ["67": "44"],
      postcodes: [CommunePostcode("67150", "67130")], points: [point])
    _ = try TerritoryImporter(store: store, today: StoreFixtures.today).importTables(tables, file: "carte")
    #expect(
      try store.placeResolutions().map { "\($0.resolution.rawValue) \($0.offers)" } == [
        "commune-code 1", "commune-name 1", "postcode 1", "nearest-commune 1", "unknown 1",
      ])
    let again = try TerritoryImporter(store: store, today: StoreFixtures.today)
      .importTables(
        try TerritoryTables(
          communes: store.communes(), territories: store.territories(), regionOfDepartment: ["67": "44"],
          postcodes: store.communePostcodes(), points: store.communePoints()), file: "carte")
    #expect(again.counts.ingested == 0)
  }
}
