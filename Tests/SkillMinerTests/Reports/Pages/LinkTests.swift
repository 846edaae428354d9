import Testing

@testable import SkillMiner

@Suite struct LinkTests {
  @Test func addressesAreEncodedAndKeepTheirFilters() {
    let link = Link(
      ["competences", "caces r489/é"], query: [("mois", "2025-01..2025-12"), ("page", nil), ("q", "")])
    #expect(link.address == "/competences/caces%20r489%2F%C3%A9?mois=2025-01..2025-12")
    #expect(link.twin("json") == "/competences/caces%20r489%2F%C3%A9.json?mois=2025-01..2025-12")
    #expect(link.withoutQuery.address == "/competences/caces%20r489%2F%C3%A9")
  }

  @Test func homeHasATwinToo() {
    #expect(Link.home.address == "/")
    #expect(Link.home.twin("csv") == "/index.csv")
  }
}
