import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct PortfolioDrawerTests {
  private func key(_ text: String) throws -> CandidateKey { try #require(CandidateKey(text)) }

  private func codes(_ outcome: PortfolioDrawer.Outcome) -> [String] {
    outcome.pathways.map(\.key.certification)
  }

  @Test func bestOfEachFiliereInTurn() throws {
    let outcome = try PortfolioDrawer().draw(try ReviewWorld.result())
    #expect(outcome.pathways.count == 10)
    #expect(outcome.shortfall == 0 && outcome.notes.isEmpty)
    #expect(codes(outcome) == (101...110).map { "RNCP\($0)" })
    let perFiliere = Dictionary(grouping: outcome.pathways, by: \.filiere).mapValues(\.count)
    #expect(perFiliere.count == 5 && perFiliere.values.allSatisfy { $0 == 2 })
    #expect(outcome.pathways[0].filiere == "Transport et logistique")
    #expect(outcome.pathways[0].figures.rank == 1)
    #expect(outcome.pathways[0].quotes.map(\.sentence) == ["Nous demandons f0."])
  }

  @Test func sameInputSameDraw() throws {
    let a = try PortfolioDrawer().draw(try ReviewWorld.result()).pathways
    #expect(try PortfolioDrawer().draw(try ReviewWorld.result()).pathways == a)
  }

  @Test func noFiliereTakesAll() throws {
    var items = (0..<9).map { ReviewWorld.Item(200 + $0, "N1103", ["x\($0)"]) }
    items.append(ReviewWorld.Item(300, "D1106", ["y"]))
    let outcome = try PortfolioDrawer().draw(try ReviewWorld.result(items))
    #expect(codes(outcome) == ["RNCP200", "RNCP300", "RNCP201", "RNCP202"])
    #expect(outcome.shortfall == 6)
    #expect(outcome.notes.first?.contains("4 parcours sur les 10 voulus") == true)
    #expect(outcome.notes.contains { $0.contains("plafond de 3") })
    var rules = DrawRules()
    rules.perFiliere = 9
    #expect(try PortfolioDrawer(rules: rules).draw(try ReviewWorld.result(items)).shortfall == 0)
  }

  @Test func pinnedAndExcludedAreRespected() throws {
    let outcome = try PortfolioDrawer().draw(
      try ReviewWorld.result(), pinned: [try key("RNCP115:f14")],
      excluded: [try key("RNCP101:f0"), try key("RNCP102")])
    #expect(codes(outcome).first == "RNCP115")
    #expect(outcome.pathways[0].isPinned)
    #expect(!codes(outcome).contains("RNCP101") && !codes(outcome).contains("RNCP102"))
    #expect(outcome.pathways.count == 10)
    #expect {
      try PortfolioDrawer().draw(
        try ReviewWorld.result(), pinned: [CandidateKey(certification: "RNCP9", families: [])])
    } throws: {
      ($0 as? ReviewError)?.code == .unknownCandidate
    }
  }

  @Test func oneEmployerExpiredAndSmallAreLeftAside() throws {
    let items = [
      ReviewWorld.Item(1, "N1103", ["a"], flags: [.singleEmployer]),
      ReviewWorld.Item(2, "D1106", ["b"], flags: [.expired]),
      ReviewWorld.Item(3, "F1701", ["c"], flags: [.smallSupport]),
      ReviewWorld.Item(4, "G1602", ["d"], flags: [.proposedLinks]),
    ]
    let outcome = try PortfolioDrawer().draw(try ReviewWorld.result(items))
    #expect(codes(outcome) == ["RNCP4"])
    #expect(outcome.notes.count == 4)
    var rules = DrawRules()
    rules.allowsExpired = true
    rules.allowsSmallSupport = true
    #expect(
      codes(try PortfolioDrawer(rules: rules).draw(try ReviewWorld.result(items))) == [
        "RNCP2", "RNCP3", "RNCP4",
      ])
  }

  @Test func oneModuleACertification() throws {
    let items = [
      ReviewWorld.Item(1, "N1103", ["a"]), ReviewWorld.Item(1, "N1103", ["b"]),
      ReviewWorld.Item(2, "N1103", ["c"]),
    ]
    #expect(codes(try PortfolioDrawer().draw(try ReviewWorld.result(items))) == ["RNCP1", "RNCP2"])
  }

  @Test func filieresOfTheRegionComeFirst() throws {
    let filiere = Filiere(
      id: "bois", name: "Bois", occupations: [], sectors: [],
      certifications: [try #require(CertificationCode("RNCP101"))])
    let drawer = PortfolioDrawer(groups: RegionalGroups(filieres: [filiere]))
    let pathways = try drawer.draw(try ReviewWorld.result()).pathways
    #expect(pathways.first { $0.key.certification == "RNCP101" }?.filiere == "Bois")
  }

  @Test func aBranchThatIsAFiliereDrawsFromItsOwnOnly() throws {
    let filiere = Filiere(
      id: "bois", name: "Bois", occupations: [], sectors: [],
      certifications: try ["RNCP101", "RNCP109"].map { try #require(CertificationCode($0)) })
    let drawer = PortfolioDrawer(groups: RegionalGroups(filieres: [filiere]))
    let result = try ReviewWorld.result()
    let own = PortfolioScope(kind: .branch, name: "Bois", code: "bois")
    #expect(codes(try drawer.draw(result, for: own, wanted: 10)) == ["RNCP101", "RNCP109"])
    for other in [
      PortfolioScope(kind: .branch, name: "Bois"), PortfolioScope(kind: .region, name: "Bois", code: "44"),
    ] {
      #expect(codes(try drawer.draw(result, for: other, wanted: 10)) == codes(try drawer.draw(result)))
    }
  }

  @Test func whatIsPinnedDebatedOrExcludedStaysSoWhenDrawnAgain() throws {
    let result = try ReviewWorld.result()
    let scope = PortfolioScope(kind: .region, name: "Grand Est")
    var known = Portfolio(id: "ge", name: "Grand Est", scope: scope, wanted: 10, rules: DrawRules())
    for pathway in try PortfolioDrawer().draw(result).pathways.prefix(3) { known.add(pathway) }
    known.pathways[0].isPinned = true
    let when = try #require(AuditMoment("2026-10-01T09:00:00Z"))
    known.pathways[1].decisions = [.init(state: .discussed, who: "Région", when: when, why: "")]
    let third = known.pathways[2].key
    #expect(known.settled.map(\.number) == [1, 2])
    #expect(known.open.map(\.number) == [1, 2, 3])
    known.excluded = [third]
    let fourth = CandidateKey(certification: "RNCP104", families: [])
    let outcome = try PortfolioDrawer().draw(
      result, for: scope, wanted: 10, excluded: [fourth], again: known)
    let drawn = Set(outcome.pathways.map(\.key.certification))
    #expect(outcome.pathways.count == 8)
    #expect(drawn.isDisjoint(with: known.pathways.map(\.key.certification) + ["RNCP104"]))
  }

  @Test func keysAreReadAndWritten() throws {
    let key = CandidateKey(certification: "RNCP34860", families: ["permis-b", "caces-r489"])
    #expect(key.description == "RNCP34860:caces-r489+permis-b")
    #expect(CandidateKey(key.description) == key)
    #expect(CandidateKey("RNCP34860")?.families == [])
    #expect(CandidateKey("") == nil)
    #expect(key.likeness(CandidateKey(certification: "RNCP34860", families: ["permis-b"])) == 0.5)
    #expect(key.likeness(CandidateKey(certification: "RNCP1", families: ["permis-b"])) == 0)
  }
}
