import Testing

@testable import SkillMiner

@Suite struct PagerTests {
  /// Old bookmarks and made-up numbers lead to a page that is there.
  @Test func beyondTheEndIsTheLastPage() {
    #expect(Pager.number(1, count: 0, size: 20) == 1)
    #expect(Pager.number(3, count: 60, size: 20) == 3)
    #expect(Pager.number(4, count: 60, size: 20) == 3)
    #expect(Pager.number(.max, count: 61, size: 20) == 4)
    #expect(Pager.number(-5, count: 61, size: 20) == 1)
    #expect(PageRequest(path: ["offres"], query: ["page": "9223372036854775807"]).page == .max)
    #expect(PageRequest(path: ["offres"], query: ["page": "-3"]).page == 1)
  }
}
