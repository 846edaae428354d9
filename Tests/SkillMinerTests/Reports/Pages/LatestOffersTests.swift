import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct LatestOffersTests {
  /// Any stretch of the list is that of the whole list put in order.
  @Test func aStretchIsThatOfTheOrderedList() throws {
    let world = try SecrecyWorld(seed: 5)
    let facts = world.whole.facts
    let parts = PageParts(observatory: world.whole)
    let all = world.whole.distinct(PageScope())
    let ordered = all.sorted { a, b in
      (facts.cube.months[Int(b)], facts.cube.offers[Int(b)])
        < (facts.cube.months[Int(a)], facts.cube.offers[Int(a)])
    }
    #expect(parts.latest(all, limit: all.count) == ordered)
    for start in stride(from: 0, to: all.count + 40, by: 37) {
      #expect(parts.latest(all, from: start, limit: 20) == Array(ordered.dropFirst(start).prefix(20)))
    }
    #expect(parts.latest([], limit: 8).isEmpty)
  }

  /// What is made beforehand changes no page: portraits that stay are those that are made when they are asked for.
  @Test func warmOrColdTheFiguresAreTheSame() throws {
    let (cold, warm) = (try SecrecyWorld(seed: 6), try SecrecyWorld(seed: 6))
    try warm.whole.warm()
    for (scope, parts) in SecrecyWorld.sums {
      for scope in [scope] + parts {
        let (a, b) = (cold.whole.portrait(scope), warm.whole.portrait(scope))
        #expect(a.offers == b.offers)
        #expect(a.employers == b.employers)
        #expect(a.families.map(\.offers) == b.families.map(\.offers))
        #expect(a.families.map(\.interval.lower) == b.families.map(\.interval.lower))
        #expect(cold.whole.distinct(scope) == a.offers)
        #expect(cold.published.hides(nil, in: scope) == warm.whole.published.hides(nil, in: scope))
        for family in a.families {
          #expect(
            cold.published.hides(family.family, in: scope)
              == warm.whole.published.hides(family.family, in: scope))
        }
      }
    }
  }
}
