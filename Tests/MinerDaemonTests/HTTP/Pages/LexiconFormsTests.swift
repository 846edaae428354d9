import HTTPTypes
import SkillMiner
import Taxonomy
import TestSupport
import Testing

@testable import miner_daemon

/// Deciding on proposed forms from the page: what is kept, where, and what is refused.
@Suite struct LexiconFormsTests {
  /// A service with two learned forms and one new term to decide on.
  private func service() async throws -> (service: TestService, headers: [String: String], csrf: String) {
    let service = try TestService.published()
    let fixture = try SiteFixture.shared.get()
    try service.app.furnish()
    let code = try #require(fixture.engine.release.competencies.first).code
    let spool = try #require(service.app.spool)
    try OutputFile.write(
      "phrase,code,label,offers,phrase_offers,employers,new_offers,example_1\r\n"
        + "faire <b>le pain</b>,\(code),Pain,9,12,5,3,[o1] On fait <b>le pain</b>.\r\n"
        + "pétrir,\(code),Pain,8,9,4,2,[o2] Pétrir.\r\n", to: spool.lexicon("proposals.csv"))
    try OutputFile.write(
      "phrase,code,label,class,offers,phrase_offers,employers,new_offers\r\nplateforme interne,,,stable,20,20,9,20\r\n",
      to: spool.lexicon("terms.csv"))
    let (headers, csrf) = try await service.signIn(.reviewer)
    return (service, headers, csrf)
  }

  @Test func decisionsAreKeptInTheFileAndInTheLog() async throws {
    let (service, headers, csrf) = try await service()
    func decide(_ body: String) async throws -> Int {
      try await service.send("POST", "/lexique/decisions", headers: headers, body: body + "&csrf=\(csrf)")
        .status
    }
    let page = try await service.send("GET", "/lexique/propositions", headers: headers)
    #expect(page.status == 200 && page.text.contains("faire &lt;b&gt;le pain&lt;/b&gt;"))
    #expect(!page.text.contains("<b>le pain") && !page.text.contains("plateforme interne"))
    let phrase = Link.encoded("faire <b>le pain</b>")
    #expect(try await decide("source=forms&rang=1&tournure=\(phrase)&verdict=accepted&motif=net") == 303)
    // The list was made anew meanwhile; a form nobody proposed; no verdict.
    #expect(try await decide("source=forms&rang=1&tournure=autre&verdict=accepted") == 409)
    #expect(try await decide("source=forms&rang=7&tournure=pétrir&verdict=accepted") == 409)
    #expect(try await decide("source=forms&rang=2&tournure=p%C3%A9trir&verdict=peut-%C3%AAtre") == 400)
    // A term that stands for nothing yet has to be named.
    let term = "source=termes&rang=1&tournure=plateforme+interne"
    #expect(try await decide(term + "&verdict=accepted&cible=&genre=tool") == 400)
    #expect(try await decide(term + "&verdict=accepted&cible=Plateforme+interne&genre=tool") == 303)
    let decisions = try LexiconDecisions(path: try #require(service.app.spool).lexicon("decisions.csv"))
    #expect(decisions.decisions.map(\.who) == ["Relectrice d’essai", "Relectrice d’essai"])
    #expect(decisions.decisions.last?.target == .local(label: "Plateforme interne", kind: .tool))
    let acts = try service.app.store.audit(subject: nil, after: 0, limit: 10)
    #expect(acts.map(\.act) == ["lexicon.decide", "lexicon.decide"])
    #expect(try service.app.store.verifyAudit().findings.isEmpty)
    let after = try await service.send("GET", "/lexique/propositions?source=termes", headers: headers)
    #expect(after.text.contains("acceptée par Relectrice d’essai"))
  }

  @Test func onlyWhoMaySeesTheForms() async throws {
    let (service, headers, csrf) = try await service()
    let anonymous = try await service.send("GET", "/lexique/propositions")
    #expect(anonymous.status == 200)
    #expect(anonymous.text.contains("jeton de relecteur") && !anonymous.text.contains("name=\"verdict\""))
    let reviewer = try await service.send("GET", "/lexique/propositions", headers: headers)
    #expect(
      reviewer.text.contains("name=\"verdict\"") && reviewer.text.contains("il faut le rôle d’administrateur")
    )
    let apply = try await service.send(
      "POST", "/lexique/application", headers: headers, body: "csrf=\(csrf)")
    #expect(apply.status == 403)
    let learn = try await service.send(
      "POST", "/lexique/recherche", headers: headers, body: "source=forms&csrf=\(csrf)")
    #expect(learn.status == 303)
    let waiting = try await service.send("GET", "/lexique/propositions", headers: headers)
    #expect(waiting.text.contains("attend son tour"))
  }
}
