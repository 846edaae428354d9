import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// What the pages keep back cannot be worked out from what they show.
@Suite struct ScopeSecrecyTests {
  private static let seeds = Array<UInt64>(1...8)

  /// Families by département, region and period: every hidden cell is one unknown, every shown sum one equation.
  @Test(arguments: seeds) func noHiddenCellFollowsFromShownSums(seed: UInt64) throws {
    let world = try SecrecyWorld(seed: seed)
    let windows = try #require(world.published.windows)
    let before = try #require(world.published.facts.months).lowerBound...(windows.reference.lowerBound - 1)
    let periods: [ClosedRange<Int>] = [before, windows.reference, windows.recent]
    var hiddenCells = 0
    for family in [nil] + world.families.map({ world.published.facts.familyPlaces[$0] }) {
      // The smallest cells: département × period.
      var unknowns: [PageScope: Int] = [:]
      for code in SecrecyWorld.departments {
        for period in periods {
          let cell = SecrecyWorld.territory(.department, code).during(period)
          let isSecret = SecrecyRules().isSecret(world.whole.cell(family, cell))
          let isHidden = world.published.hides(family, in: cell)
          #expect(!isSecret || isHidden, "\(family ?? -1) \(code)")
          if isHidden { unknowns[cell] = unknowns.count }
        }
      }
      hiddenCells += unknowns.count
      var deduction = Deduction(unknowns: unknowns.count)
      for (scope, parts) in SecrecyWorld.sums + SecrecyWorld.sums[0].parts.map({ ($0, [$0]) }) {
        for period in periods {
          if world.published.hides(family, in: scope.during(period)) { continue }
          deduction.know(sumOf: parts.compactMap { unknowns[$0.during(period)] })
        }
        if !world.published.hides(family, in: scope) {
          deduction.know(
            sumOf: parts.flatMap { part in periods.compactMap { unknowns[part.during($0)] } })
        }
      }
      let told = Set(deduction.determined)
      for (cell, place) in unknowns where told.contains(place) {
        // What nobody asks for tells of nobody, and may be known.
        #expect(world.whole.cell(family, cell).offers == 0, "\(family ?? -1): \(cell)")
      }
    }
    #expect(hiddenCells > 0)
  }

  /// Offers by territory and occupation.
  @Test(arguments: seeds) func noHiddenCrossFollowsFromItsMargins(seed: UInt64) throws {
    let world = try SecrecyWorld(seed: seed, offers: 160)
    let codes = ["M1805", "N1103"].map(StoreFixtures.rome)
    var unknowns: [PageScope: Int] = [:]
    func cross(_ scope: PageScope, _ code: ROMECode) -> PageScope {
      var scope = scope
      scope.occupation = code
      return scope
    }
    for part in SecrecyWorld.sums[0].parts {
      for code in codes {
        let cell = cross(part, code)
        let isSecret = SecrecyRules().isSecret(world.whole.cell(nil, cell))
        #expect(!isSecret || world.published.hides(nil, in: cell), "\(cell)")
        if world.published.hides(nil, in: cell) { unknowns[cell] = unknowns.count }
      }
    }
    var deduction = Deduction(unknowns: unknowns.count)
    for (scope, parts) in SecrecyWorld.sums + SecrecyWorld.sums[0].parts.map({ ($0, [$0]) }) {
      for code in codes where !world.published.hides(nil, in: cross(scope, code)) {
        deduction.know(sumOf: parts.compactMap { unknowns[cross($0, code)] })
      }
      if !world.published.hides(nil, in: scope) {
        deduction.know(sumOf: parts.flatMap { part in codes.compactMap { unknowns[cross(part, $0)] } })
      }
    }
    let told = Set(deduction.determined)
    for (cell, place) in unknowns where told.contains(place) {
      #expect(world.whole.cell(nil, cell).offers == 0, "\(cell)")
    }
  }

  /// Months of a period, and what is not published at all.
  @Test func monthsAndCrosses() throws {
    let world = try SecrecyWorld(seed: 3)
    let pages = world.published
    let windows = try #require(pages.windows)
    let family = try #require(pages.facts.familyPlaces[world.families[1]])
    for period in [windows.reference, windows.recent] {
      let hidden = period.filter { pages.hides(family, in: PageScope(months: $0...$0)) }
      let offers = hidden.map { world.whole.cell(family, PageScope(months: $0...$0)).offers }
      if !pages.hides(family, in: PageScope(months: period)) {
        #expect(hidden.isEmpty || hidden.count >= 2 && offers.reduce(0, +) >= 10)
      }
    }
    var narrow = PageScope(occupation: StoreFixtures.rome("N1103"))
    #expect(pages.hides(nil, in: narrow.during(windows.recent.lowerBound...windows.recent.lowerBound + 2)))
    narrow.territory = SecrecyWorld.territory(.department, "54").territory
    #expect(pages.hides(family, in: narrow))
    #expect(pages.hides(family, in: PageScope(source: "flux")))
    #expect(!world.whole.hides(family, in: narrow))
    #expect(world.whole.published.hides(family, in: narrow))
  }
}
