import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// What people do to a portfolio, from the draw to the evaluation, and what is refused.
@Suite struct PortfolioActsTests {
  private let folder: ScratchFolder
  private let store: Store
  private let when = AuditMoment(day: StoreFixtures.today, second: 36_000)

  init() throws {
    folder = try ScratchFolder()
    store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
  }

  private func draw(_ items: [ReviewWorld.Item] = ReviewWorld.items, wanted: Int = 10) throws -> Portfolio {
    let outcome = try PortfolioDrawer().draw(try ReviewWorld.result(items), wanted: wanted)
    try store.perform(
      PortfolioDraw(
        id: "grand-est", name: "Grand Est 2027",
        scope: PortfolioScope(kind: .region, name: "Grand Est", code: "44"),
        wanted: wanted, rules: DrawRules(), excluded: [], pathways: outcome.pathways),
      who: "Région", when: when)
    return try store.portfolio("grand-est")
  }

  private func edit(_ change: PortfolioEdit.Change, seen: Int? = nil, why: String = "") throws {
    let revision = try seen ?? store.portfolio("grand-est").revision
    try store.perform(
      PortfolioEdit(id: "grand-est", seen: revision, change: change, why: why), who: "Branche", when: when)
  }

  private func decide(_ number: Int, _ state: PathwayState, seen: Int? = nil) throws {
    let revision = try seen ?? store.portfolio("grand-est").revision
    try store.perform(
      PortfolioDecision(id: "grand-est", seen: revision, number: number, state: state, why: "Avis du COT"),
      who: "COT", when: when)
  }

  private func code(_ body: () throws -> Void) -> ReviewError.Code? {
    do {
      try body()
      return nil
    } catch { return (error as? ReviewError)?.code }
  }

  @Test func drawnEditedDecided() throws {
    let drawn = try draw()
    #expect(drawn.revision == 1 && drawn.standing.count == 10 && drawn.shortfall == 0)
    #expect(drawn.pathways.map(\.number) == Array(1...10))
    try edit(.retitle(number: 1, title: "CACES en entrepôt"))
    try edit(.annotate(number: 2, note: "Avec l’OPCO"))
    try edit(.remove(number: 3), why: "Déjà financé")
    try edit(.pin(number: 4, isPinned: true))
    try edit(.move(number: 10, place: 1))
    try edit(.regroup(number: 5, filiere: "Métallurgie"))
    let portfolio = try store.portfolio("grand-est")
    #expect(portfolio.revision == 7)
    #expect(portfolio.standing.map(\.number) == [10, 1, 2, 4, 5, 6, 7, 8, 9])
    #expect(portfolio.shortfall == 1)
    #expect(portfolio.pathway(1)?.title == "CACES en entrepôt")
    #expect(portfolio.pathway(3)?.removed?.why == "Déjà financé")
    #expect(portfolio.excluded.map(\.description) == ["RNCP103:f2"])
    #expect(portfolio.pathway(5)?.filiere == "Métallurgie")
    try decide(1, .discussed)
    try decide(1, .validated)
    #expect(try store.portfolio("grand-est").pathway(1)?.decisions.map(\.state) == [.discussed, .validated])
    #expect(try store.portfolio("grand-est").history.count == 9)
    #expect(try store.audit(subject: "grand-est").count == 9)
  }

  @Test func twoReviewersAtOnce() throws {
    let seen = try draw().revision
    try edit(.retitle(number: 1, title: "Premier"), seen: seen)
    do {
      try edit(.retitle(number: 1, title: "Second"), seen: seen)
      Issue.record("a stale edit passed")
    } catch let error as ReviewError {
      #expect(error.code == .stale)
      #expect(error.changes.count == 1)
      #expect(error.description.contains("Premier"))
      #expect(error.description.contains("REVUE-002"))
    }
    #expect(try store.portfolio("grand-est").pathway(1)?.title == "Premier")
    #expect(code { try decide(2, .discussed, seen: seen) } == .stale)
    // The log keeps what was done, not what was refused.
    #expect(try store.audit().count == 2)
  }

  @Test func everyTransitionIsAllowedOrRefused() throws {
    for from in PathwayState.allCases {
      for to in PathwayState.allCases {
        #expect(from.decisions.contains(to) == Self.allowed.contains("\(from)-\(to)"), "\(from) to \(to)")
      }
    }
    _ = try draw()
    #expect(code { try decide(1, .validated) } == .transition)
    #expect(code { try decide(1, .sent) } == .transition)
    #expect(code { try decide(99, .discussed) } == .unknownPathway)
    try decide(1, .discussed)
    try decide(1, .postponed)
    try decide(1, .discussed)
    try decide(1, .rejected)
    #expect(try store.portfolio("grand-est").pathway(1)?.decisions.count == 4)
    #expect(try store.portfolio("grand-est").shortfall == 1)
  }

  private static let allowed: Set<String> = [
    "proposed-discussed", "discussed-validated", "discussed-rejected", "discussed-postponed",
    "validated-discussed", "rejected-discussed", "postponed-discussed",
  ]

  @Test func frozenAndSent() throws {
    _ = try draw(wanted: 10)
    for number in 1...3 {
      try decide(number, .discussed)
      try decide(number, .validated)
    }
    let revision = try store.portfolio("grand-est").revision
    try store.perform(PortfolioFreeze(id: "grand-est", seen: revision), who: "Région", when: when)
    let mark = try #require(try store.portfolio("grand-est").frozen.last)
    let (frozen, text) = try store.frozenPortfolio(mark.fingerprint)
    #expect(FrozenPortfolio.fingerprint(of: text) == mark.fingerprint)
    #expect(try AuditJSON.text(frozen) == text)
    #expect(frozen.revision == revision && frozen.pathways.count == 10)
    // An edit after the copy: it may not be sent any more.
    try edit(.annotate(number: 9, note: "Après coup"))
    let sending = PortfolioSending(id: "grand-est", fingerprint: mark.fingerprint, why: "Dreets")
    #expect(code { try store.perform(sending, who: "Région", when: when) } == .notFrozen)
    try store.perform(PortfolioFreeze(id: "grand-est", seen: revision + 1), who: "Région", when: when)
    let second = try #require(try store.portfolio("grand-est").frozen.last)
    #expect(second.fingerprint != mark.fingerprint)
    try store.perform(
      PortfolioSending(id: "grand-est", fingerprint: second.fingerprint, why: "Dreets"), who: "Région",
      when: when)
    let sent = try store.portfolio("grand-est")
    #expect(sent.standing.filter { $0.state == .sent }.map(\.number) == [1, 2, 3])
    #expect(sent.history.last?.what.contains("7 de moins que les 10 voulus") == true)
    #expect(try store.frozenPortfolio(mark.fingerprint).text == text)
    #expect(code { try edit(.remove(number: 1)) } == .transition)
    #expect(
      code {
        try store.perform(
          PortfolioSending(id: "grand-est", fingerprint: second.fingerprint, why: ""), who: "Région",
          when: when)
      } == .notFrozen)
  }

  @Test func nothingValidatedIsNotSent() throws {
    _ = try draw()
    try store.perform(PortfolioFreeze(id: "grand-est", seen: 1), who: "Région", when: when)
    let mark = try #require(try store.portfolio("grand-est").frozen.last)
    #expect(
      code {
        try store.perform(
          PortfolioSending(id: "grand-est", fingerprint: mark.fingerprint, why: ""), who: "Région", when: when
        )
      } == .nothing)
  }

  @Test func fewerThanTenIsAllowedAndSaid() throws {
    let portfolio = try draw(Array(ReviewWorld.items.prefix(4)))
    #expect(portfolio.standing.count == 4 && portfolio.shortfall == 6)
    #expect(portfolio.history[0].what.contains("6 de moins que voulu"))
  }

  @Test func drawnAgainKeepsWhatPeopleTouched() throws {
    _ = try draw()
    try edit(.pin(number: 2, isPinned: true))
    try decide(5, .discussed)
    try edit(.remove(number: 1), why: "Non")
    let before = try store.portfolio("grand-est")
    let outcome = try PortfolioDrawer().draw(
      try ReviewWorld.result(), for: before.scope, wanted: 10, again: before)
    try store.perform(
      PortfolioDraw(
        id: "grand-est", seen: before.revision, name: before.name, scope: before.scope, wanted: 10,
        rules: DrawRules(), excluded: [], pathways: outcome.pathways), who: "Région", when: when)
    let after = try store.portfolio("grand-est")
    #expect(after.standing.count == 10)
    #expect(after.standing.prefix(2).map(\.number) == [2, 5])
    #expect(!after.standing.contains { $0.key.certification == "RNCP101" })
    #expect(Set(after.standing.map(\.key.certification)).count == 10)
    #expect(after.pathways.map(\.number) == Array(1...18))
  }

  @Test func aDecisionOnAVanishedCandidateIsKeptAndShownSo() throws {
    _ = try draw()
    let first = try #require(try store.portfolio("grand-est").pathway(1))
    // The next analysis proposes nothing of it any more: people may still decide, and see that it is gone.
    let later = try ReviewWorld.result(Array(ReviewWorld.items.dropFirst()), fingerprint: "f2")
    let standing = PortfolioReview(try store.portfolio("grand-est"), with: later).standings[0]
    #expect(standing.outcome == .vanished && standing.key == nil)
    #expect(standing.changes.first?.hasPrefix("Disparu") == true)
    try decide(1, .discussed)
    try decide(1, .validated)
    let after = try store.portfolio("grand-est")
    #expect(after.pathway(1)?.state == .validated && after.pathway(1)?.key == first.key)
    #expect(code { _ = try PortfolioDrawer.place(of: first.key, in: later) } == .unknownCandidate)
    let csv = PortfolioCSV.text(after, review: PortfolioReview(after, with: later))
    #expect(csv.contains(",disparu,"))
  }

  @Test func formulasInCellsAreNeutralisedOnExport() throws {
    _ = try draw()
    try edit(.retitle(number: 1, title: "=HYPERLINK(\"http://x\")"))
    try edit(.annotate(number: 2, note: "+cmd|' /C calc'!A0"))
    try edit(.regroup(number: 3, filiere: "@SUM(1)"))
    let csv = PortfolioCSV.text(try store.portfolio("grand-est"))
    for cell in ["\"'=HYPERLINK", "'+cmd|", "'@SUM(1)"] { #expect(csv.contains(cell), "\(cell)") }
    for start in ["=", "+", "@"] { #expect(!csv.contains(",\(start)") && !csv.contains(",\"\(start)")) }
  }

  @Test func badTextsAreRefused() throws {
    _ = try draw()
    let megabyte = String(repeating: "é ", count: 350_000)
    #expect(code { try edit(.annotate(number: 1, note: megabyte)) } == .tooLong)
    #expect(code { try edit(.retitle(number: 1, title: " \n\t ")) } == .empty)
    #expect(code { try edit(.rename(name: megabyte)) } == .tooLong)
    #expect(
      code {
        try store.perform(
          PortfolioDecision(id: "grand-est", seen: 1, number: 1, state: .discussed, why: "  "), who: "COT",
          when: when)
      } == .empty)
    #expect(
      code {
        try store.perform(
          PortfolioDecision(id: "grand-est", seen: 1, number: 1, state: .discussed, why: "x"), who: " ",
          when: when)
      } == .empty)
    for id in ["", "Grand Est", "é", "-a", "../a", String(repeating: "a", count: 81)] {
      #expect(
        code {
          try store.perform(
            PortfolioDraw(
              id: id, name: "n", scope: PortfolioScope(kind: .region, name: "r"), wanted: 10,
              rules: DrawRules(),
              excluded: [], pathways: []), who: "Région", when: when)
        } == .identifier, "\(id)")
    }
    #expect(code { _ = try store.portfolio("absent") } == .unknown)
    #expect(code { _ = try draw() } == .taken)
    try edit(.annotate(number: 1, note: "ligne 1\nligne 2\u{0}\u{1B}[31m"))
    #expect(try store.portfolio("grand-est").pathway(1)?.note == "ligne 1\nligne 2 [31m")
  }

  @Test func theLogReplaysToTheSameState() throws {
    _ = try draw()
    try edit(.retitle(number: 1, title: "Titre"), why: "Plus clair")
    try edit(.remove(number: 3), why: "Double")
    try decide(1, .discussed)
    try decide(1, .validated)
    try store.perform(
      PortfolioFreeze(id: "grand-est", seen: try store.portfolio("grand-est").revision), who: "Région",
      when: when)
    let mark = try #require(try store.portfolio("grand-est").frozen.last)
    try store.perform(
      PortfolioSending(id: "grand-est", fingerprint: mark.fingerprint, why: "Dreets"), who: "Région",
      when: when)
    let code = try #require(CertificationCode("RNCP101"))
    try store.perform(
      CoverageOverruling(
        certification: code, family: "f0", level: .covered, note: "Vu au bloc 2", seen: .missing),
      who: "Certificateur", when: when)
    let other = try Store(path: folder.path("autre.sqlite"), access: .readWrite)
    let log = try store.audit()
    #expect(try other.replay(log, file: "journal") == log.count)
    #expect(try other.reviewDigest() == store.reviewDigest())
    #expect(try other.portfolio("grand-est") == store.portfolio("grand-est"))
    #expect(try other.audit() == log)
    #expect(self.code { _ = try other.replay(log, file: "journal") } == .taken)
    let third = try Store(path: folder.path("tiers.sqlite"), access: .readWrite)
    #expect(self.code { _ = try third.replay(Array(log.dropFirst()), file: "journal") } == .damaged)
  }

  /// The log and the frozen copy as files: out, and back, with texts that have undone formats.
  @Test(arguments: RoundTripTests.nasty) func theLogAndTheFrozenCopyGoThroughFiles(_ words: String) throws {
    _ = try draw()
    try edit(.retitle(number: 1, title: "A\(words)"), why: "A\(words)")
    try edit(.annotate(number: 2, note: "\(words)\u{2028}\u{A0}\u{1F9F0}"))
    try store.perform(
      PortfolioFreeze(id: "grand-est", seen: try store.portfolio("grand-est").revision), who: "A\(words)",
      when: when)
    let mark = try #require(try store.portfolio("grand-est").frozen.last)
    let (frozen, text) = try store.frozenPortfolio(mark.fingerprint)
    #expect(try AuditJSON.text(try AuditJSON.value(FrozenPortfolio.self, from: text)) == text)
    #expect(try frozen.pathways.first == store.portfolio("grand-est").pathway(1))
    let log = try store.audit()
    let lines = try AuditReport.lines(log)
    let read = try AuditReport.entries(lines: lines, file: "journal.jsonl")
    #expect(read == log)
    #expect(try AuditReport.lines(read) == lines)
    let other = try Store(path: folder.path("autre.sqlite"), access: .readWrite)
    #expect(try other.replay(read, file: "journal.jsonl") == log.count)
    #expect(try other.reviewDigest() == store.reviewDigest())
    #expect(try other.frozenPortfolio(mark.fingerprint).text == text)
  }

  @Test func overrulingsAreSupersededAndRestored() throws {
    let rncp = try #require(CertificationCode("RNCP101"))
    func overrule(_ level: CoverageVerdict.Level, _ note: String) throws {
      try store.perform(
        CoverageOverruling(certification: rncp, family: "f0", level: level, note: note, seen: .missing),
        who: "Branche",
        when: when)
    }
    try overrule(.covered, "Vu au bloc 2")
    try overrule(.partial, "En partie seulement")
    #expect(try store.overrulings().map(\.overruling.level) == [.partial])
    let restoring = CoverageRestoring(certification: "RNCP101", family: "f0", note: "Erreur")
    try store.perform(restoring, who: "Branche", when: when)
    #expect(try store.overrulings().isEmpty)
    #expect(try store.allOverrulings().map(\.isRestored) == [true])
    #expect(code { try store.perform(restoring, who: "Branche", when: when) } == .unknown)
    #expect(code { try overrule(.covered, " ") } == .empty)
    #expect(try store.audit().count == 3)
  }
}
