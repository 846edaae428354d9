import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct OccupationDemandTests {
  private func demand(
    _ input: InMemoryDemand, _ change: (inout AnalysisParameters) -> Void = { _ in }
  ) throws -> OccupationDemand {
    var parameters = AnalysisParameters()
    change(&parameters)
    let occupations = try ["N1103", "N1110"].map { try #require(ROMECode($0)) }
    let sample = try OfferSample(input, occupations: Set(occupations), parameters: parameters)
    return OccupationDemand(occupations, sample: sample)
  }

  private func figures(_ demand: OccupationDemand, _ families: String...) throws -> DemandFigures {
    demand.figures(try families.map { try #require(demand.sample.number(of: $0)) })
  }

  @Test func aClusterCountsOnceInAllItsPlaces() throws {
    var input = InMemoryDemand()
    input.add(occupation: "N1103", employer: "a", department: "67", demanded: ["x"])
    input.add(occupation: "N1110", employer: "a", department: "68", cluster: 1, demanded: ["x"])
    input.add(occupation: "N1103", employer: "b", department: "67", demanded: [])
    input.add(occupation: "M1805", employer: "c", department: "75", demanded: ["x"])
    let figures = try figures(demand(input), "x")
    #expect(figures.offers == 1)
    #expect(figures.offersTotal == 2)
    #expect(figures.employers == 1)
    #expect(figures.territories == 2)
  }

  @Test func providedIsNoDemand() throws {
    var input = InMemoryDemand()
    input.add(occupation: "N1103", demanded: ["x"], provided: ["y"])
    input.add(occupation: "N1103", demanded: ["y"])
    let y = try figures(demand(input), "y")
    #expect(y.offers == 1 && y.provided == 1)
    #expect(y.providedShare == 0.5)
  }

  @Test func severalFamiliesCountAnOfferOnce() throws {
    var input = InMemoryDemand()
    input.add(occupation: "N1103", demanded: ["x", "y"])
    input.add(occupation: "N1103", demanded: ["y"])
    input.add(occupation: "N1103", demanded: ["z"])
    #expect(try figures(demand(input), "x", "y").offers == 2)
  }

  /// The sums kept per employer give the same effect as the clusters themselves, unknown employers one by one.
  @Test func effectiveSizeIsThatOfTheClusters() throws {
    var input = InMemoryDemand()
    for (employer, successes, size) in [("a", 3, 10), ("b", 0, 5), ("c", 4, 4), ("d", 2, 12)] {
      for i in 0..<size {
        input.add(occupation: "N1103", employer: employer, demanded: i < successes ? ["x"] : [])
      }
    }
    for i in 0..<3 { input.add(occupation: "N1103", demanded: i == 0 ? ["x"] : []) }
    let figures = try figures(demand(input), "x")
    #expect(abs(figures.effectiveSize - 15.645112781954888) < 1e-9)
    #expect(figures.interval == WilsonInterval(share: 10.0 / 34.0, size: figures.effectiveSize))
    #expect(figures.employers == 3)
    #expect(abs(figures.largestEmployerShare - 0.4) < 1e-12)
  }

  @Test func windowAndDeclaredOccupations() throws {
    var input = InMemoryDemand()
    input.add(occupation: "N1103", created: "2025-12-31", demanded: ["x"])
    input.add(occupation: "N1103", created: "2026-01-01", demanded: ["x"])
    input.add(occupation: "N1103", created: nil, demanded: ["x"])
    input.add(occupation: "N1103", created: "2026-02-01", declared: false, demanded: ["x"])
    #expect(try demand(input).total == 4)
    #expect(try demand(input) { $0.from = CalendarDate("2026-01-01") }.total == 2)
    #expect(try demand(input) { $0.until = CalendarDate("2025-12-31") }.total == 1)
    #expect(try demand(input) { $0.declaredOccupationsOnly = true }.total == 3)
    #expect(try demand(input).undeclared == 1)
  }
}
