import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct LexiconDecisionsTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func refusal(_ text: String) throws -> Finding {
    let path = try folder.write(text, to: "decisions.csv")
    let error = #expect(throws: ReadingError.self) { try LexiconDecisions(path: path) }
    return try #require(error).finding
  }

  @Test func aFileComesBackAsItWasWritten() throws {
    var decisions = try LexiconDecisions(path: folder.path("absent.csv"))
    #expect(decisions.decisions.isEmpty)
    let first = LexiconDecisions.Decision(
      phrase: "tenir le \"drive\", le quai", code: OGRCode(number: 5), verdict: .rejected, who: "A. Martin",
      when: CalendarDate("2026-11-21"), why: "deux gestes; à séparer")
    decisions.decide(first)
    decisions.decide(
      .init(
        phrase: "=cmd", code: OGRCode(number: 6), verdict: .accepted, who: "B", when: nil, why: "é\nligne"))
    let path = try folder.write(decisions.text, to: "decisions.csv")
    let read = try LexiconDecisions(path: path)
    #expect(read.decisions.count == 2 && read.decisions[0] == first)
    #expect(read.decision(on: "TENIR le drive le quai", OGRCode(number: 5)) == first)
    #expect(read.isTaken("cmd", by: .item(OGRCode(number: 7))))
    // A second thought takes the place of the first.
    decisions.decide(
      .init(phrase: first.phrase, target: first.target, verdict: .accepted, who: "C", when: nil, why: ""))
    #expect(decisions.decisions.map(\.who) == ["C", "B"])
  }

  @Test func semicolonsOfSpreadsheetsAreRead() throws {
    let path = try folder.write("phrase;code;decision\nfaire la caisse;12;accepted\n", to: "d.csv")
    #expect(try LexiconDecisions(path: path).decisions.map(\.phrase) == ["faire la caisse"])
  }

  @Test func mistakesNameTheirLine() throws {
    let head = "phrase,code,decision,who,when,why\n"
    for (row, code) in [
      ("caisse,ABC,accepted,,,", "LEXIQUE-002"), (",12,accepted,,,", "LEXIQUE-003"),
      ("caisse,12,oui,,,", "LEXIQUE-004"), ("caisse,12,accepted,,hier,", "LEXIQUE-005"),
      ("Quai,13,accepted,,,", "LEXIQUE-006"),
    ] {
      let finding = try refusal(head + "quai,12,accepted,,,\n" + row + "\n")
      #expect(finding.code == code && finding.line == 3 && finding.file == "decisions.csv", "\(finding)")
      #expect(!finding.advice.isEmpty)
    }
    #expect(try refusal("phrase,decision\nx,accepted\n").code == "LEXIQUE-001")
  }

  @Test func formsFollowDecisionsAndTrust() throws {
    let release = StoreFixtures.release()
    let decisions = try LexiconDecisions(
      path: try folder.write(
        "phrase,code,decision,who,when,why\npicking,1,accepted,A,2026-01-02,\nchariot,2,rejected,A,,\nvolant,99,accepted,A,,\n",
        to: "d.csv"))
    let proposals = try ProposalsFile.read(
      path: try folder.write(
        "phrase,code,g2\nfaible,3,12\nchariot,2,90\npicking,1,80\nfort,3,\"40,5\"\nsans,3,\n", to: "p.csv"))
    var findings: [Finding] = []
    let reviewed = LearnedForms(
      decisions: decisions, proposals: proposals, release: release, findings: &findings)
    #expect(reviewed.forms.map(\.phrase) == ["picking"], "nothing unreviewed without a threshold")
    #expect(findings.map(\.code) == ["LEXIQUE-008"])
    let trusted = LearnedForms(
      decisions: decisions, proposals: proposals, trust: 20, release: release, findings: &findings)
    #expect(trusted.forms.map(\.phrase) == ["picking", "fort"])
    #expect(trusted.forms.map(\.source) == [.accepted, .trusted])
    #expect(try LearnedForms(text: trusted.text, name: "essai") == trusted)
  }
}
