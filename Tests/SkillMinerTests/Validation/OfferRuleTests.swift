import SkillMiner
import Taxonomy
import Testing

@Suite struct OfferRuleTests {
  private func codes(_ change: (inout OfferProfile) -> Void) -> [String] {
    var profile = OfferProfile()
    profile.offers = 1000
    profile.naf = NAFNomenclature(names: ["47": "Commerce de détail"])
    change(&profile)
    return OfferValidation.findings(in: profile).map(\.code)
  }

  @Test func anOrdinaryProfileIsClean() {
    let found = codes {
      $0.sources = [.init(name: "a", months: [100: 80, 101: 90, 102: 100])]
      $0.strata = [.init(occupation: "N1103", offers: 100, largestEmployer: 10)]
      $0.sectors = [("47.11F", 3), ("4711", 2), ("47", 1)]
      $0.places = [(.communeCode, 95), (.unknown, 5)]
      $0.withoutOccupation = 100
    }
    #expect(found.isEmpty)
  }

  @Test func eachRuleFindsItsFault() {
    #expect(codes { $0.sources = [.init(name: "a", months: [100: 150, 102: 150])] } == ["VALID-201"])
    #expect(
      codes { $0.sources = [.init(name: "a", months: [100: 10, 101: 10, 102: 10, 103: 60])] } == ["VALID-202"]
    )
    #expect(codes { $0.strata = [.init(occupation: "A", offers: 50, largestEmployer: 6)] } == ["VALID-203"])
    #expect(codes { $0.sectors = [("99.99Z", 1), ("commerce", 1)] } == ["VALID-204"])
    #expect(codes { $0.unknownCommunes = [("99999", 2)] } == ["VALID-205"])
    #expect(codes { $0.places = [(.communeCode, 90), (.unknown, 10)] } == ["VALID-206"])
    #expect(codes { $0.withoutOccupation = 101 } == ["VALID-207"])
  }

  /// One is not said in the plural, and a thousand is spaced.
  @Test func aFindingCountsAsFrenchReadersDo() {
    var profile = OfferProfile()
    profile.unknownCommunes = [("99901", 1234)]
    profile.sectors = [("99.99Z", 1)]
    profile.naf = NAFNomenclature(names: ["47": ""])
    let messages = OfferValidation.findings(in: profile).map(\.message)
    #expect(messages.contains { $0.hasPrefix("1\u{A0}code de secteur n’est pas de la NAF") })
    #expect(
      messages.contains {
        $0.hasPrefix("1\u{A0}code de commune est inconnu de la carte") && $0.contains("99901 (1\u{202F}234)")
      })
  }

  @Test func sectorsAreHeldAgainstTheLevelsThatWereImported() {
    func codes(_ naf: [String: String], _ sectors: [String]) -> [String] {
      self.codes {
        $0.naf = NAFNomenclature(names: naf)
        $0.sectors = sectors.map { ($0, 1) }
      }
    }
    #expect(codes(["47": ""], ["47.99Z"]).isEmpty)
    #expect(codes(["47": "", "4711F": ""], ["47.11F", "47.11f", "4711", "47"]).isEmpty)
    #expect(codes(["47": "", "4711F": ""], ["47.99Z"]) == ["VALID-204"])
  }

  @Test func aFindingGivesExamplesAndHowManyMore() {
    var profile = OfferProfile()
    profile.unknownCommunes = (0..<8).map { ("9990\($0)", 1) }
    let finding = OfferValidation.findings(in: profile).first
    #expect(finding?.count == 8)
    #expect(finding?.message.contains("99904 (1) et 3\u{A0}autres") == true)
  }
}
