import Foundation
import TestSupport
import Testing

@testable import corpus_generator

@Suite struct TruthTests {
  @Test func writtenRatesAgreeWithThePlan() throws {
    let truth = try Corpus.write(offers: 6000, seed: 1).truth.document()
    #expect(truth.rates.count > 100)
    for rate in truth.rates {
      let expected = rate.planted * Double(rate.offers)
      // Five standard deviations of a binomial, and a flood may add its fifteen-odd offers.
      let deviation: Double = (expected * (1 - rate.planted)).squareRoot()
      let allowed: Double = 5 * deviation + 1
      let flood = rate.family == truth.flood.family ? Double(truth.flood.offers) : 0
      let distance = abs(Double(rate.demanded) - expected)
      #expect(distance <= allowed + flood, "\(rate.family) \(rate.occupations)")
    }
  }

  @Test func gapsAreManyAndNeverCovered() throws {
    let truth = try Corpus.write(offers: 6000, seed: 1).truth.document()
    #expect(Set(truth.gaps.map(\.certification)).count >= 14)
    #expect(truth.gaps.allSatisfy { $0.demand >= Truth.gapShare })
    let covered = Set(truth.covered.map { $0.certification + $0.family })
    #expect(truth.gaps.allSatisfy { !covered.contains($0.certification + $0.family) })
  }

  @Test func emergingFamiliesAreAbsentAtFirstAndVanishingOnesAtLast() throws {
    let truth = try Corpus.write(offers: 20_000, seed: 5).truth.document()
    let emerging = truth.trends.filter { $0.class == "emerging" }
    #expect(emerging.count >= 4)
    for trend in emerging {
      #expect(trend.demanded.prefix(12).allSatisfy { $0 == 0 }, "\(trend.family)")
      #expect(trend.demanded.suffix(12).reduce(0, +) >= 10, "\(trend.family)")
    }
    let vanishing = truth.trends.filter { $0.class == "vanishing" }
    #expect(!vanishing.isEmpty)
    for trend in vanishing { #expect(trend.demanded.suffix(12).allSatisfy { $0 == 0 }, "\(trend.family)") }
  }

  @Test func demandSharesFollowTheirShape() {
    func share(_ shape: Demand.Shape, from: Double, to: Double, at moment: Double) -> Double {
      Demand(
        family: "f", occupations: [], from: from, to: to, shape: shape, provided: 0, negated: 0,
        boilerplate: 0
      ).share(at: moment)
    }
    #expect(share(.stable, from: 0.3, to: 0.3, at: 0.7) == 0.3)
    #expect(abs(share(.growing, from: 0.1, to: 0.5, at: 0.5) - 0.3) < 1e-12)
    #expect(share(.emerging, from: 0, to: 0.4, at: 0.35) == 0)
    #expect(share(.emerging, from: 0, to: 0.4, at: 1) == 0.4)
    #expect(share(.vanishing, from: 0.2, to: 0, at: 0) == 0.2)
    #expect(share(.vanishing, from: 0.2, to: 0, at: 0.65) == 0)
  }

  @Test func mixDriftsInTheWrittenOffers() throws {
    let (_, truth) = try Corpus.write(offers: 20_000, seed: 6)
    let occupations = truth.plan.bank.occupations.map(\.rome)
    let homeCare = try #require(occupations.firstIndex(of: "K1302"))
    let months = truth.tally.offers[homeCare]
    let early = months.prefix(9).reduce(0, +)
    let late = months.suffix(9).reduce(0, +)
    #expect(late * 4 > early * 5)
  }
}
