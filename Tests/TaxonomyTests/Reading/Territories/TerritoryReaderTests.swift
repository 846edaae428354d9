import Foundation
import Taxonomy
import TestSupport
import Testing

@Suite struct TerritoryReaderTests {
  @Test func tablesAreRecognisedByTheirColumns() throws {
    let (tables, findings) = try TerritoryReader.read(files: SmallTerritories.files)
    #expect(tables.communes.count == 9)
    let lyon = try #require(tables.communes.first { $0.code == "69123" })
    #expect(lyon.basin == "8420")
    #expect(lyon.zone == "0421")
    let third = try #require(tables.communes.first { $0.code == "69383" })
    #expect(third.parent == "69123")
    #expect(third.basin == "8420")
    let former = try #require(tables.communes.first { $0.code == "32901" })
    #expect(former.department == "32")
    #expect(former.region == "76")
    // A zone bears the name of its prefecture, not of its first commune read.
    #expect(tables.territories.contains(Territory(level: .employmentZone, code: "0421", name: "Lyon")))
    #expect(tables.territories.contains(Territory(level: .employmentBasin, code: "8420", name: "LYON")))
    #expect(findings.map(\.code) == ["TERR-002", "TERR-004"])
  }

  @Test func withoutCommunesThereIsNothing() {
    let error = #expect(throws: ReadingError.self) {
      try TerritoryReader.read(files: [("x.csv", "a,b\n1,2\n".bytes)])
    }
    #expect(error?.finding.code == "TERR-001")
    let cut = #expect(throws: ReadingError.self) {
      try TerritoryReader.read(files: [("z.json", "[{\"code_commune\":\"01".bytes)])
    }
    #expect(cut?.finding.code == "TERR-003")
  }

  @Test func nafNames() throws {
    let (naf, _) = try NAFReader.read(
      file: ("naf.csv", "\u{FEFF}CODE;LIBELLE\n47;Commerce de détail\n47.11F;Hypermarchés\n".bytes))
    #expect(naf.name(of: "47.11F") == "Hypermarchés")
    #expect(naf.name(of: "4711F") == "Hypermarchés")
    #expect(naf.divisions.map(\.code) == ["47"])
    #expect(NAFNomenclature.division(of: "47.11F") == "47")
    #expect(NAFNomenclature.division(of: "1") == "01")
    #expect(NAFNomenclature.division(of: "x") == nil)
  }

  @Test func sectorsAreReadWithTheMapOrAlone() throws {
    let levels = "\u{FEFF}NIV5;NIV4;NIV3;NIV2;NIV1\r\n47.11F;47.11;47.1;47;G\r\n"
    let labels = "\u{FEFF}CODE;LIBELLE\r\n47.1;Commerce en magasin\r\n"
    let sectors = #"{"0":{"libelle":"Transverse","codes_rome":[]},"1":{"libelle":"Culture","codes_rome":[]}}"#
    let files = [("niv.csv", levels.bytes), ("n3.csv", labels.bytes), ("secteurs.json", sectors.bytes)]
    let alone = try TerritoryReader.read(files: files)
    #expect(alone.tables.communes.isEmpty && alone.findings.isEmpty)
    #expect(
      alone.tables.sectors == [
        "47": "", "471": "Commerce en magasin", "4711": "", "4711F": "", "G": "", "01": "Culture",
      ])
    let both = try TerritoryReader.read(files: SmallTerritories.files + files)
    #expect(both.tables.communes.count == 9 && both.tables.sectors == alone.tables.sectors)
    let naf = NAFNomenclature(names: alone.tables.sectors)
    #expect(naf.knows("47.11F") && naf.knows("47.1") && naf.knows("G") && naf.knows("01"))
    #expect(!naf.knows("47.11G") && !naf.knows("99") && !naf.knows("commerce"))
    #expect(naf.name(of: "4711F") == nil && naf.name(of: "47.1") == "Commerce en magasin")
    #expect(naf.adding(NAFNomenclature(names: ["47": "Détail"])).name(of: "47") == "Détail")
  }

  @Test func aFileThatIsNoTableIsSaidUnlessAnArchiveHoldsIt() throws {
    let odd = ("x.csv", "a,b\n1,2\n".bytes)
    let (_, findings) = try TerritoryReader.read(
      files: SmallTerritories.files + [odd, ("cog.zip!v_canton.csv", odd.1)])
    #expect(findings.filter { $0.code == "TERR-008" }.map(\.file) == ["x.csv"])
  }

  @Test(.enabled(if: SharedData.isPresent)) func theNAFOfTheInseeHasItsFiveLevels() throws {
    let names = [
      "naf2008_5_niveaux.csv", "naf2008_liste_n3.csv", "naf2008_liste_n5.csv",
      "secteurs-naf-rome-2025-09.json.gz",
    ]
    let (tables, findings) = try TerritoryReader.read(
      paths: names.map { SharedData.file("data/nomenclatures/\($0)").path })
    #expect(findings.isEmpty)
    let levels = Dictionary(grouping: tables.sectors.keys, by: \.utf8.count).mapValues(\.count)
    #expect(levels == [1: 21, 2: 88, 3: 272, 4: 615, 5: 732])
    #expect(
      NAFNomenclature(names: tables.sectors).name(of: "01.11Z")?.hasPrefix("Culture de céréales") == true)
  }

  @Test(.enabled(if: SharedData.isPresent)) func officialTables() throws {
    let paths = [
      "cog_ensemble_2024_csv.zip", "lexique-bassins-2019.csv.gz", "zones-emploi-2020-communes.json.gz",
      "departements.csv", "regions.json",
    ].map { SharedData.file("data/territories/\($0)").path }
    let (tables, findings) = try TerritoryReader.read(paths: paths)
    #expect(tables.communes.filter { $0.parent == nil }.count == 34_935)
    // The 101 départements and seven collectivities overseas.
    #expect(tables.territories.filter { $0.level == .department }.count == 108)
    #expect(tables.territories.filter { $0.level == .region }.count == 18)
    #expect(tables.communes.filter { $0.parent == nil && $0.basin != nil }.count > 34_000)
    #expect(findings.allSatisfy { $0.severity != .failure })
    let gazetteer = tables.gazetteer
    #expect(gazetteer.resolve(label: "(75) PARIS 10").commune?.code == "75056")
    #expect(gazetteer.resolve(label: "32 - GIMONT").commune?.code == "32147")
    #expect(gazetteer.resolve(label: "49 - Plessis-Grammoire").commune?.name == "Le Plessis-Grammoire")
    #expect(gazetteer.resolve(label: "62 - ST OMER").territory(.employmentZone)?.name == "Saint-Omer")
    let (naf, _) = try NAFReader.read(paths: [SharedData.file("data/nomenclatures/naf2008_liste_n5.csv").path]
    )
    #expect(naf.name(of: "01.12Z") == "Culture du riz")
  }
}
