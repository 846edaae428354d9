import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// The cube in memory answers as the store does.
@Suite struct FactsReadingTests {
  @Test(arguments: [UInt64(1), 2, 3]) func theSameTablesAsTheStores(seed: UInt64) throws {
    let world = try SecrecyWorld(seed: seed)
    let memory = FactsReading(world.whole)
    let windows = try #require(world.whole.windows)
    let territories: [CubeScope.TerritoryKey?] = [
      nil, .init(level: .region, code: "44"), .init(level: .department, code: "67"),
      .init(level: .department, code: "nulle part"),
    ]
    for territory in territories {
      for occupations in [nil, Set(["N1103"].map(StoreFixtures.rome)), []] {
        for months in [nil, windows.recent] {
          var scope = CubeScope()
          (scope.territory, scope.occupations, scope.months) = (territory, occupations, months)
          let (a, b) = (try world.store.cube(scope), try memory.cube(scope))
          #expect(a.offers == b.offers && a.months == b.months && a.clusters == b.clusters)
          #expect(a.occupationCodes == b.occupationCodes && a.occupations == b.occupations)
          #expect(a.families == b.families && a.familyStarts == b.familyStarts)
          #expect(a.familyNames == b.familyNames && a.employers == b.employers && a.sources == b.sources)
          let (x, y) = (
            try world.store.cubePlaces(scope, level: .department),
            try memory.cubePlaces(scope, level: .department)
          )
          #expect(x.members(of: a) == y.members(of: b) && x.codes == y.codes && x.offers == y.offers)
        }
      }
    }
    let analysis = SignalAnalysis(lexicon: world.lexicon)
    for disclosure in [Disclosure.published, .fullDetail] {
      var scope = CubeScope()
      scope.territory = territories[1]
      var request = SignalRequest(scope: scope, title: "essai", windows: windows, options: [])
      request.disclosure = disclosure
      let (a, b) = (try analysis.run(world.store, request), try analysis.run(memory, request))
      #expect(SignalsJSON.text(a) == SignalsJSON.text(b))
    }
  }
}
