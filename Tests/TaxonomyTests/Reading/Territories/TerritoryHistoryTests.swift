import Foundation
import Taxonomy
import TestSupport
import Testing

@Suite struct TerritoryHistoryTests {
  private func tables(_ more: [(name: String, bytes: [UInt8])]) throws -> (TerritoryTables, [Finding]) {
    let reading = try TerritoryReader.read(files: SmallTerritories.files + more)
    return (reading.tables, reading.findings)
  }

  private let movements = """
    "MOD","DATE_EFF","TYPECOM_AV","COM_AV","TNCC_AV","NCC_AV","NCCENR_AV","LIBELLE_AV","TYPECOM_AP","COM_AP","TNCC_AP","NCC_AP","NCCENR_AP","LIBELLE_AP"
    "32","2016-01-01","COM","69001","0","A","A","Ancienne","COM","69002","0","B","B","Moyenne"
    "32","2019-01-01","COM","69002","0","B","B","Moyenne","COM","69266","0","C","C","Villeurbanne"
    "21","2019-01-01","COM","32147","0","D","D","Gimont","COM","32999","0","E","E","Rétablie"
    "50","1990-01-01","COM","32111","0","F","F","Tourne","COM","32112","0","G","G","Ronde"
    "50","1995-01-01","COM","32112","0","G","G","Ronde","COM","32111","0","F","F","Tourne"

    """

  @Test func aFormerCodeLeadsToWhatTheCommuneBecame() throws {
    let gazetteer = try tables([("v_mvt_commune.csv", movements.bytes)]).0.gazetteer
    let place = gazetteer.resolve(communeCode: "69001")
    #expect(place.resolution == .communeCode && place.commune?.code == "69266")
    #expect(place.territory(.employmentZone)?.code == "0421")
    #expect(gazetteer.resolve(label: "69 - Ancienne").commune?.code == "69266")
    #expect(gazetteer.resolve(communeCode: "32147").commune?.code == "32147")
    #expect(gazetteer.resolve(communeCode: "32111").commune == nil)
  }

  @Test func postcodesAndCoordinatesSayTheCommuneWhereNothingElseDoes() throws {
    let points = """
      #Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libellé_d_acheminement;Ligne_5;_geopoint
      69123;LYON;69003;LYON;;45.76, 4.85
      69266;VILLEURBANNE;69100;VILLEURBANNE;;45.77, 4.89
      32147;GIMONT;32200;GIMONT;;43.63, 0.88
      32900;ISLE;32200;ISLE;;43.61, 0.9
      X;FAUX;1;FAUX;;0,0

      """
    let (read, findings) = try tables([("laposte.csv", points.bytes)])
    #expect(findings.contains { $0.code == "TERR-002" && $0.file == "laposte.csv" })
    let gazetteer = read.gazetteer
    func resolve(_ postcode: String?, _ label: String?, _ latitude: Double?, _ longitude: Double?) -> String {
      let place = gazetteer.resolve(
        postcode: postcode, label: label, latitude: latitude, longitude: longitude)
      return "\(place.resolution.rawValue) \(place.commune?.code ?? "-")"
    }
    #expect(resolve("69100", nil, nil, nil) == "postcode 69266")
    #expect(resolve("32200", nil, nil, nil) == "department -")
    #expect(resolve("32200", "Gimont", nil, nil) == "commune-name 32147")
    #expect(resolve("32200", nil, 43.632, 0.881) == "nearest-commune 32147")
    #expect(resolve(nil, nil, 45.768, 4.889) == "nearest-commune 69266")
    // Coordinates of another département do not count, nor do those of the high seas.
    #expect(resolve("32200", nil, 45.76, 4.85) == "department -")
    #expect(resolve(nil, nil, 47, -5) == "unknown -")
  }

  @Test func whatGoesRoundIsSetAsideWithItsPlace() throws {
    let communes =
      "TYPECOM,COM,REG,DEP,LIBELLE,COMPARENT\nCOM,69123,84,69,Lyon,\nARM,69381,84,69,Lyon 1er,69123\n"
      + "COMD,69901,,,Boucle,69902\nCOMD,69902,,,Retour,69901\nCOMD,69904,,,Seule,69904\n"
    let movements =
      "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP\n"
      + "32,2016-01-01,COM,69801,0,A,A,Va,COM,69802,0,B,B,Vient\n32,2017-01-01,COM,69802,0,B,B,Vient,COM,69801,0,A,A,Va\n"
    let (tables, findings) = try tables([
      ("v_commune.csv", communes.bytes), ("v_mvt_commune.csv", movements.bytes),
    ])
    #expect(
      findings.filter { $0.code > "TERR-005" }.map { "\($0.code) \($0.file) \($0.line ?? 0)" } == [
        "TERR-006 v_commune.csv 4", "TERR-006 v_commune.csv 5", "TERR-006 v_commune.csv 6",
        "TERR-007 v_mvt_commune.csv 2", "TERR-007 v_mvt_commune.csv 3",
      ])
    #expect(tables.gazetteer.resolve(communeCode: "69381").commune?.code == "69123")
    #expect(tables.gazetteer.resolve(communeCode: "69801").commune == nil)
  }

  @Test(.enabled(if: SharedData.isPresent)) func mergersOfTheOfficialTableAreFollowed() throws {
    let path = SharedData.file("data/territories/cog_ensemble_2024_csv.zip").path
    let tables = try TerritoryReader.read(paths: [path]).tables
    let gazetteer = tables.gazetteer
    // La Moncelle went to Bazeilles on 1 January 2024.
    #expect(gazetteer.resolve(communeCode: "08294").commune?.code == "08053")
    #expect(gazetteer.resolve(communeCode: "75110").commune?.code == "75056")
    #expect(tables.communes.filter { $0.parent == nil }.count == 34_935)
  }
}
