import TestSupport
import Testing

@testable import SkillMiner

@Suite struct SearchTests {
  let folder: ScratchFolder
  let store: Store
  let words: SearchWords

  init() throws {
    folder = try ScratchFolder()
    store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    words = try SearchWords()
    let entries = [
      SearchEntry(kind: "competency", key: "soudage", label: "Souder des tôles", detail: "", weight: 2),
      SearchEntry(kind: "occupation", key: "H2913", label: "Soudeur / Soudeuse", detail: "H2913", weight: 1),
      SearchEntry(kind: "certification", key: "RNCP35698", label: "L’usinage", detail: "", weight: 0),
      SearchEntry(kind: "territory", key: "departement:67", label: "Bas-Rhin", detail: "67", weight: 1),
    ]
    try store.replaceSearch(entries, words: words, digest: "d")
  }

  private func find(_ query: String) throws -> [String] {
    try store.search(query, words: words, limit: 10).map(\.key)
  }

  @Test func wordsOfOneFamilyFindEachOther() throws {
    #expect(Set(try find("soudure")).isSuperset(of: ["soudage"]))
    #expect(try find("usinage") == ["RNCP35698"])
    #expect(try find("bas rhin") == ["departement:67"])
  }

  @Test func codesAndBeginningsFind() throws {
    #expect(try find("h2913") == ["H2913"])
    #expect(try find("RNCP35698") == ["RNCP35698"])
    #expect(try find("usin").contains("RNCP35698"))
  }

  @Test(arguments: [
    "", "   ", "\"", "AND OR", "* ^ NEAR(", "é\u{0}\u{FFFF}", String(repeating: "x ", count: 5000),
  ])
  func noQueryBreaksTheIndex(_ query: String) throws { _ = try find(query) }

  @Test func theIndexKnowsWhatItIsMadeOf() throws {
    #expect(try store.searchIsFresh("d"))
    #expect(try !store.searchIsFresh("e"))
    try store.replaceSearch([], words: words, digest: "e")
    #expect(try find("usinage").isEmpty)
  }
}
