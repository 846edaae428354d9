import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct ForumTests {
  private let folder: ScratchFolder
  private let store: Store
  private let when = AuditMoment(day: StoreFixtures.today)

  init() throws {
    folder = try ScratchFolder()
    store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let outcome = try PortfolioDrawer().draw(try ReviewWorld.result())
    try store.perform(
      PortfolioDraw(
        id: "ge", name: "Grand Est", scope: PortfolioScope(kind: .region, name: "Grand Est"), wanted: 10,
        rules: DrawRules(), excluded: [], pathways: outcome.pathways), who: "Région", when: when)
  }

  private func sheet(_ lines: String) throws -> (
    lines: [ForumRecord.Line], seen: Int, quarantined: [FieldSignalBatch.Quarantined]
  ) {
    try ForumSheet.read(
      bytes: Array(("parcours,revision,pour,contre,decision,commentaire\n" + lines).utf8), name: "votes.csv")
  }

  private func hold(_ id: String, _ lines: String) throws -> KeptForum {
    let read = try sheet(lines)
    try store.perform(
      ForumRecord(
        id: id, name: "Forum", territory: "Strasbourg", date: StoreFixtures.today, portfolio: "ge",
        seen: read.seen,
        lines: read.lines, signals: [], quarantined: read.quarantined), who: "Forum", when: when)
    return try #require(try store.forums().first { $0.record.id == id })
  }

  @Test func decisionsReachThePortfolio() throws {
    let forum = try hold(
      "f1", "1,1,14,2,Valider,Très attendu\n2,1,3,11,rejeté,\n3,1,5,5,,À revoir\n4,1,,,ajourner,\n")
    #expect(forum.outcomes.allSatisfy { $0.refusal == nil })
    let portfolio = try store.portfolio("ge")
    #expect(portfolio.pathway(1)?.state == .validated)
    #expect(portfolio.pathway(1)?.decisions.map(\.state) == [.discussed, .validated])
    #expect(portfolio.pathway(1)?.decisions.last?.why.contains("14 pour, 2 contre. Très attendu") == true)
    #expect(portfolio.pathway(2)?.state == .rejected)
    #expect(portfolio.pathway(3)?.state == .discussed)
    #expect(portfolio.pathway(4)?.state == .postponed)
    #expect(portfolio.revision == 2)
    #expect(throws: ReviewError.self) { _ = try hold("f1", "1,2,,,,\n") }
  }

  @Test func aSheetPrintedBeforeOthersActed() throws {
    try store.perform(
      PortfolioEdit(id: "ge", seen: 1, change: .retitle(number: 1, title: "Autre")), who: "Branche",
      when: when)
    try store.perform(
      PortfolioEdit(id: "ge", seen: 2, change: .remove(number: 2), why: "x"), who: "Branche", when: when)
    let forum = try hold("f1", "1,1,9,0,valider,\n2,1,9,0,valider,\n3,1,9,0,valider,\n77,1,9,0,valider,\n")
    #expect(forum.outcomes.map { $0.refusal == nil } == [false, false, true, false])
    #expect(forum.outcomes[0].refusal?.contains("a changé depuis") == true)
    #expect(try store.portfolio("ge").pathway(1)?.state == .proposed)
    #expect(try store.portfolio("ge").pathway(3)?.state == .validated)
  }

  @Test func badLinesAreSetAside() throws {
    let long = String(repeating: "x", count: 3000)
    let read = try sheet(
      "un,1,,,valider,\n1,1,beaucoup,,valider,\n1,1,,,peut-être,\n1,1,,,valider,\(long)\n5,1,1,1,valider,\n")
    #expect(read.quarantined.map(\.code) == ["FORUM-002", "FORUM-002", "FORUM-003", "FORUM-004"])
    #expect(read.lines.map(\.number) == [5])
    #expect(throws: ReadingError.self) { _ = try ForumSheet.read(bytes: Array("a,b\n".utf8), name: "v.csv") }
  }

  @Test(arguments: RoundTripTests.nasty) func textsOfAnyKindComeBackOnTheSheet(_ words: String) throws {
    let portfolio = try store.portfolio("ge")
    try store.perform(
      PortfolioEdit(
        id: "ge", seen: portfolio.revision, change: .retitle(number: 2, title: "A\(words)"), why: ""),
      who: "Branche", when: when)
    let sheet = ForumReport.sheetCSV(try store.portfolio("ge"))
    func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
    // As a spreadsheet gives it back: votes, a decision and a comment in the last four columns.
    let filled = sheet.replacing(",,,,\n", with: ",12,3,valider,\(quoted(words))\n")
      .replacing(",,,,\r\n", with: ",12,3,valider,\(quoted(words))\r\n")
    let read = try ForumSheet.read(bytes: Array(filled.utf8), name: "v.csv")
    #expect(read.quarantined.isEmpty && read.seen == 2)
    #expect(read.lines.map(\.number) == Array(1...10))
    let comment = ReviewText.cleaned(words, keepsLines: false)
    #expect(
      read.lines.allSatisfy {
        $0.votesFor == 12 && $0.votesAgainst == 3 && $0.decision == .validated
          && ($0.comment == comment || "'" + $0.comment == comment)
      }, "\(read.lines.map(\.comment))")
  }

  @Test func theSheetThatIsWrittenIsRead() throws {
    let csv = ForumReport.sheetCSV(try store.portfolio("ge"))
    let read = try ForumSheet.read(bytes: Array(csv.utf8), name: "v.csv")
    #expect(read.lines.map(\.number) == Array(1...10) && read.seen == 1)
    #expect(read.lines.allSatisfy { $0.decision == nil })
    let html = ForumReport.sheetHTML(try store.portfolio("ge"), territory: "Strasbourg")
    #expect(html.contains("Révision 1") && html.contains("RNCP101"))
  }
}
