import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct PortraitTests {
  /// Random facts: clusters, employers, months, families.
  private func cube(_ generator: inout SeededGenerator, offers: Int) -> CubeColumns {
    var cube = CubeColumns()
    cube.sourceNames = ["essai"]
    cube.familyNames = Dictionary(uniqueKeysWithValues: (0..<9).map { (Int32($0 + 40), "f\($0)") })
    for row in 1...offers {
      cube.offers.append(Int64(row))
      cube.clusters.append(Int64(Int.random(in: max(1, row - 2)...row, using: &generator)))
      cube.months.append(Int32.random(in: 24_290...24_300, using: &generator))
      cube.sources.append(0)
      cube.occupations.append(-1)
      cube.employers.append(Int32.random(in: -1...12, using: &generator))
      cube.sectors.append(-1)
      cube.families += (40..<49).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }.map {
        Int32($0)
      }
      cube.familyStarts.append(cube.families.count)
    }
    return cube
  }

  /// The same from its definition: first members of clusters, counted one family after the other.
  @Test func figuresAreThoseOfTheDefinition() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<40 {
      let cube = cube(&generator, offers: Int.random(in: 1...120, using: &generator))
      let facts = OfferFacts(cube, places: [:])
      let members = (0..<Int32(cube.count)).filter { _ in Bool.random(using: &generator) }
      let portrait = Portrait(members, of: facts)
      var seen: Set<Int64> = []
      let distinct = members.filter { seen.insert(cube.clusters[Int($0)]).inserted }
      #expect(portrait.offers == distinct)
      for (place, id) in facts.familyIDs.enumerated() {
        let asking = distinct.filter { facts.families(of: $0).contains(Int32(place)) }
        #expect(portrait.asking(Int32(place), of: facts) == asking)
        guard !asking.isEmpty else {
          #expect(portrait.demand(Int32(place)) == nil)
          continue
        }
        let clusters = Dictionary(grouping: distinct) { offer -> String in
          let employer = cube.employers[Int(offer)]
          return employer < 0 ? "offer \(offer)" : "employer \(employer)"
        }
        let effect = DesignEffect(
          clusters: clusters.values.map { members in
            DesignEffect.Cluster(successes: members.count { asking.contains($0) }, size: members.count)
          })
        let share = Double(asking.count) / Double(distinct.count)
        let expected = WilsonInterval(share: share, size: effect.effectiveSize)
        let demand = portrait.demand(Int32(place))
        #expect(demand?.offers == asking.count, "\(id)")
        #expect((demand?.interval.lower ?? 0).isClose(to: expected.lower))
        #expect((demand?.interval.upper ?? 0).isClose(to: expected.upper))
        #expect(demand?.employers == Set(asking.map { cube.employers[Int($0)] }.filter { $0 >= 0 }).count)
        let series = portrait.series(Int32(place), of: facts)
        #expect(series.reduce(0) { $0 + $1.offers } == asking.count)
        #expect(series.reduce(0) { $0 + $1.total } == distinct.count)
      }
    }
  }

  @Test func windowsAreTheLongestThatHoldEnough() {
    func months(_ counts: [Int]) -> [(month: Int, offers: Int)] {
      counts.enumerated().map { (month: 24_000 + $0.offset, offers: $0.element) }
    }
    #expect(Observatory.windows([]) == nil)
    #expect(Observatory.windows(months([200])) == nil)
    #expect(Observatory.windows(months(Array(repeating: 10, count: 24)))?.recent == 24_012...24_023)
    #expect(Observatory.windows(months(Array(repeating: 20, count: 7)))?.recent == 24_004...24_006)
    // A hole of years: the last twelve months against what came before.
    let holed = Observatory.windows(
      months([300] + Array(repeating: 0, count: 40) + Array(repeating: 30, count: 12)))
    #expect(holed?.reference == 24_000...24_040)
  }
}

extension Double {
  fileprivate func isClose(to other: Double) -> Bool { (self - other).magnitude < 1e-9 }
}
