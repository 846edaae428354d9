import Taxonomy
import Testing

@Suite struct GazetteerTests {
  private let gazetteer: Gazetteer

  init() throws {
    gazetteer = try TerritoryReader.read(files: SmallTerritories.files).tables.gazetteer
  }

  @Test(arguments: [
    ("32 - GIMONT", "32147", "commune-name"), ("(69) LYON 03", "69123", "commune-name"),
    ("69 - Lyon 3e Arrondissement", "69123", "commune-name"), ("Lyon (69)", "69123", "commune-name"),
    ("69003 Lyon", "69123", "commune-name"), ("LYON CEDEX 69", "69123", "commune-name"),
    ("LYON 3", "69123", "unique-name"), ("Villeurbanne", "69266", "unique-name"),
    ("Lyon, France", "69123", "unique-name"), ("32 - ISLE ST ETIENNE", "32900", "commune-name"),
    ("32 - VIEUX BOURG", "32147", "commune-name"), ("69 - Double", "69903", "commune-name"),
    ("32 - GERS", "", "department"), ("GERS (DEPT.) 32", "", "department"), ("69", "", "department"),
    ("69 69", "", "department"), ("Rhône", "", "department"), ("32 - NULLE PART", "", "department"),
    ("Occitanie", "", "region"), ("Double", "", "unknown"), ("Freelance", "", "unknown"), ("", "", "unknown"),
    ("99 - ETRANGER", "", "unknown"),
  ])
  func labels(label: String, commune: String, resolution: String) {
    let place = gazetteer.resolve(label: label)
    #expect(place.commune?.code ?? "" == commune)
    #expect(place.resolution.rawValue == resolution)
  }

  @Test func codesComeBeforeLabels() {
    let place = gazetteer.resolve(communeCode: "69383", postcode: "69003", label: "32 - GIMONT")
    #expect(place.commune?.code == "69123")
    #expect(place.resolution == .communeCode)
    #expect(place.territories.map(\.code) == ["69123", "8420", "0421", "69", "84"])
    #expect(place.territory(.region)?.name == "Auvergne-Rhône-Alpes")
    // A commune the tables do not hold still has a département.
    #expect(gazetteer.resolve(communeCode: "32999").territories.map(\.name) == ["Gers", "Occitanie"])
    #expect(gazetteer.resolve(postcode: "32200", label: "Gimont").commune?.code == "32147")
    #expect(gazetteer.resolve(postcode: "32200", label: "Gers").commune?.code == "32902")
  }
}
