import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

@Suite struct AuditTests {
  private func moment(_ text: String) throws -> AuditMoment { try #require(AuditMoment(text)) }

  private func entries(_ count: Int) throws -> [AuditEntry] {
    var entries: [AuditEntry] = []
    for number in 1...count {
      entries.append(
        AuditEntry(
          sequence: number, when: try moment("2026-11-21T09:30:0\(number)Z"), who: "DREETS", act: "essai",
          subject: "s\(number)", payload: "{}", previous: entries.last?.digest ?? AuditEntry.origin))
    }
    return entries
  }

  @Test func momentsAreReadAndWritten() throws {
    #expect(try moment("2026-11-21T09:30:05Z").description == "2026-11-21T09:30:05Z")
    #expect(try moment("2026-11-21T09:30:05Z").second == 34_205)
    for bad in [
      "2026-11-21", "2026-11-21T24:00:00Z", "2026-11-21T09:60:00Z", "2026-13-21T09:30:05Z",
      "2026-11-21 09:30:05Z", "",
    ] {
      #expect(AuditMoment(bad) == nil, "\(bad)")
    }
    #expect(try moment("2026-11-20T23:59:59Z") < moment("2026-11-21T00:00:00Z"))
    #expect(AuditMoment(day: try #require(CalendarDate("2026-11-21"))).description == "2026-11-21T00:00:00Z")
  }

  @Test func aChainHolds() throws {
    let verification = AuditVerification(try entries(4), file: "essai")
    #expect(verification.isIntact)
    #expect(verification.entries == 4)
    #expect(verification.head == (try entries(4).last?.digest))
    #expect(AuditVerification([], file: "vide").isIntact)
  }

  @Test func everyTamperingIsSeen() throws {
    let whole = try entries(4)
    func codes(_ entries: [AuditEntry]) -> Set<String> {
      Set(AuditVerification(entries, file: "essai").findings.map(\.code))
    }
    // An entry taken out, two exchanged, the first cut off.
    #expect(codes([whole[0], whole[2], whole[3]]).contains("AUDIT-001"))
    #expect(codes([whole[0], whole[2], whole[1], whole[3]]).contains("AUDIT-002"))
    #expect(codes(Array(whole.dropFirst())).contains("AUDIT-002"))
    // Content changed with its digest left, or computed anew.
    let e = whole[1]
    let edited = AuditEntry(
      sequence: e.sequence, when: e.when, who: "Autre", act: e.act, subject: e.subject, payload: e.payload,
      previous: e.previous, digest: e.digest)
    #expect(codes([whole[0], edited, whole[2], whole[3]]) == ["AUDIT-003"])
    let forged = AuditEntry(
      sequence: e.sequence, when: e.when, who: "Autre", act: e.act, subject: e.subject, payload: e.payload,
      previous: e.previous)
    #expect(codes([whole[0], forged, whole[2], whole[3]]) == ["AUDIT-002"])
  }

  @Test func noTwoEntriesShareADigestByShiftingText() throws {
    let when = try moment("2026-11-21T09:30:00Z")
    func digest(_ who: String, _ act: String) -> String {
      AuditEntry(
        sequence: 1, when: when, who: who, act: act, subject: "", payload: "", previous: AuditEntry.origin
      ).digest
    }
    #expect(digest("ab", "c") != digest("a", "bc"))
    #expect(digest("a\n1:b", "c") != digest("a", "b"))
  }

  @Test func theStoreKeepsTheLog() throws {
    let folder = try ScratchFolder()
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let when = try moment("2026-11-21T09:30:00Z")
    for n in 1...3 {
      let entry = try store.record(
        act: "essai", subject: n == 2 ? "b" : "a", payload: "{\"n\":\(n)}", who: "COT", when: when
      ) { ledger, entry in
        try ledger.put(ReviewDocument(kind: .portfolio, id: "p", revision: entry.sequence, body: "\(n)"))
      }
      #expect(entry.sequence == n)
    }
    #expect(try store.verifyAudit().isIntact)
    #expect(try store.audit(subject: "a").map(\.sequence) == [1, 3])
    #expect(try store.audit(after: 1, limit: 1).map(\.sequence) == [2])
    #expect(try store.reviewDocument(.portfolio, "p")?.revision == 3)
    #expect(try store.audit().count == 3)
  }

  @Test func anActThatFailsLeavesNothing() throws {
    struct Refused: Error {}
    let folder = try ScratchFolder()
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let when = try moment("2026-11-21T09:30:00Z")
    #expect(throws: Refused.self) {
      _ = try store.record(act: "essai", subject: "a", payload: "{}", who: "COT", when: when) { ledger, _ in
        try ledger.put(ReviewDocument(kind: .portfolio, id: "p", revision: 1, body: ""))
        throw Refused()
      }
    }
    #expect(try store.audit().isEmpty)
    #expect(try store.reviewDocument(.portfolio, "p") == nil)
  }
}
