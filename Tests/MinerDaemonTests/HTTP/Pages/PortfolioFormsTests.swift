import HTTPTypes
import SkillMiner
import Testing

@testable import miner_daemon

/// Deciding from the pages: who may, what is kept, what is refused and how that is told.
@Suite struct PortfolioFormsTests {
  @Test func drawDecideModifyAndFreeze() async throws {
    let service = try TestService.published()
    let (headers, csrf) = try await service.signIn(.reviewer)
    func send(_ path: String, _ body: String) async throws -> TestService.Reply {
      try await service.send("POST", path, headers: headers, body: body + "&csrf=\(csrf)")
    }
    let drawn = try await send(
      "/portefeuilles", "nom=Grand+Est+2027&portee=&nombre=3&par_filiere=3&echues=oui")
    #expect(drawn.status == 303)
    #expect(drawn.headers[.location] == "/portefeuilles/grand-est-2027")
    let board = try await service.send("GET", "/portefeuilles/grand-est-2027", headers: headers)
    #expect(board.status == 200)
    #expect(board.text.contains("Grand Est 2027") && board.text.contains("name=\"csrf\""))
    let portfolio = try service.app.store.portfolio("grand-est-2027")
    let first = try #require(portfolio.standing.first?.number)
    let path = "/portefeuilles/grand-est-2027"

    let decided = try await send(
      path + "/decision", "revision=1&numero=\(first)&etat=discussed&motif=COT+du+3+mars")
    #expect(decided.status == 303)
    let stale = try await send(path + "/decision", "revision=1&numero=\(first)&etat=validated&motif=x")
    #expect(stale.status == 409)
    #expect(stale.text.contains("Ce qui a changé entre-temps") && stale.text.contains("COT du 3 mars"))
    let leap = try await send(path + "/decision", "revision=2&numero=\(first)&etat=discussed&motif=x")
    #expect(leap.status == 400)
    let renamed = try await send(
      path + "/modification", "revision=2&numero=\(first)&quoi=renommer&texte=%3Cb%3EModule%3C%2Fb%3E&motif=")
    #expect(renamed.status == 303)
    let frozen = try await send(path + "/figer", "revision=3")
    #expect(frozen.status == 303)
    let after = try await service.send("GET", path, headers: headers)
    #expect(after.text.contains("&lt;b&gt;Module&lt;/b&gt;") && !after.text.contains("<b>Module</b>"))
    let mark = try #require(try service.app.store.portfolio("grand-est-2027").frozen.first)
    #expect(after.text.contains(mark.fingerprint) && mark.who == "Relectrice d’essai")
    #expect(try service.app.store.verifyAudit().findings.isEmpty)
  }

  @Test func aRegionIsDrawnFromItsOwnOffers() async throws {
    // The offers are those of the fixture; portfolios are kept with the service.
    let service = try TestService.published(withOffers: true)
    let (headers, csrf) = try await service.signIn(.reviewer)
    let list = try await service.send("GET", "/portefeuilles", headers: headers)
    #expect(list.text.contains("value=\"region:44\"") && !list.text.contains("value=\"region:53\""))
    let unknown = try await service.send(
      "POST", "/portefeuilles", headers: headers,
      body: "nom=x&portee=region:53&nombre=3&par_filiere=3&csrf=\(csrf)")
    #expect(unknown.status == 400)
    let drawn = try await service.send(
      "POST", "/portefeuilles", headers: headers,
      body: "nom=Grand+Est&portee=region:44&nombre=3&par_filiere=3&echues=oui&csrf=\(csrf)")
    // Nobody works in this service: the analysis takes longer than the request waits.
    let waiting = try #require(drawn.headers[.location])
    #expect(drawn.status == 303 && waiting == "/travaux/2")
    let page = try await service.send("GET", waiting, headers: headers)
    #expect(
      page.status == 200 && page.text.contains("http-equiv=\"refresh\"") && page.text.contains("Grand Est"))
    #expect(try service.app.store.portfolios().isEmpty)
    await service.work()
    let done = try await service.send("GET", waiting, headers: headers)
    #expect(done.status == 303 && done.headers[.location] == "/portefeuilles/grand-est")
    let portfolio = try service.app.store.portfolio("grand-est")
    #expect(portfolio.scope == PortfolioScope(kind: .region, name: "Grand Est", code: "44"))
    let published = try service.app.publication.current()
    let regional = try #require(published.regional.known("44"))
    #expect(regional.offers < published.analysis.offers)
    #expect(portfolio.standing.allSatisfy { $0.fingerprint == regional.fingerprint })
  }

  @Test func whatAForumDecidedIsReported() async throws {
    let service = try TestService.published()
    let (headers, csrf) = try await service.signIn(.reviewer)
    func send(_ path: String, _ body: String) async throws -> TestService.Reply {
      try await service.send("POST", path, headers: headers, body: body + "&csrf=\(csrf)")
    }
    _ = try await send("/portefeuilles", "nom=p&portee=&nombre=3&par_filiere=3&echues=oui")
    let numbers = try service.app.store.portfolio("p").standing.map(\.number)
    let first = try #require(numbers.first)
    for page in ["feuille", "feuille.json", "feuille.csv", "forum"] {
      #expect(try await service.send("GET", "/portefeuilles/p/\(page)", headers: headers).status == 200)
    }
    let head = "nom=Forum+d%27Erstein&territoire=&jour=2026-11-05&revision=1"
    let empty = try await send("/portefeuilles/p/forum", head + "&decision_\(first)=")
    #expect(empty.status == 400 && empty.text.contains("Aucune ligne n’est remplie"))
    let entered = try await send(
      "/portefeuilles/p/forum",
      head + "&pour_\(first)=12&contre_\(first)=2&decision_\(first)=validated&commentaire_\(first)=%3Cb%3Eoui"
        + "&pour_99=1&contre_99=&decision_99=&commentaire_99=")
    #expect(entered.status == 303)
    #expect(try service.app.store.portfolio("p").pathway(first)?.state == .validated)
    let forum = try #require(try service.app.store.forums().first)
    #expect(forum.record.id == "forum-d-erstein-2026-11-05" && forum.who == "Relectrice d’essai")
    #expect(forum.outcomes.count { $0.refusal != nil } == 1)
    let board = try await service.send("GET", "/portefeuilles/p", headers: headers)
    #expect(board.text.contains("&lt;b&gt;oui") && board.text.contains("Ligne mise de côté"))
    let twice = try await send("/portefeuilles/p/forum", head + "&pour_\(first)=1&decision_\(first)=")
    #expect(twice.status == 400 && twice.text.contains("/portefeuilles/p\""))
    #expect(try service.app.store.verifyAudit().findings.isEmpty)
  }

  @Test func aPortfolioIsEditedByHand() async throws {
    let service = try TestService.published()
    let (headers, csrf) = try await service.signIn(.reviewer)
    var revision = 1
    func edit(_ body: String) async throws -> Int {
      let reply = try await service.send(
        "POST", "/portefeuilles/p/modification", headers: headers,
        body: "revision=\(revision)&motif=&" + body + "&csrf=\(csrf)")
      if reply.status == 303 { revision += 1 }
      return reply.status
    }
    _ = try await service.send(
      "POST", "/portefeuilles", headers: headers,
      body: "nom=p&portee=&nombre=1&par_filiere=3&echues=oui&csrf=\(csrf)")
    let drawn = try service.app.store.portfolio("p")
    let known = Set(drawn.standing.map(\.key))
    let other = try #require(
      try service.app.publication.current().analysis.candidates.map(CandidateKey.init).first {
        !known.contains($0)
      })
    let key = Link.encoded(other.description)
    #expect(try await edit("quoi=ajouter&cle=\(key)") == 303)
    #expect(try await edit("quoi=ajouter&cle=\(key)") == 400)
    #expect(try await edit("quoi=ajouter&cle=RNCP1%3Ainconnue") == 400)
    #expect(try await edit("quoi=placer&numero=2&texte=1") == 303)
    #expect(try await edit("quoi=placer&numero=2&texte=haut") == 400)
    #expect(try await edit("quoi=rattacher&numero=2&texte=Bois") == 303)
    #expect(try await edit("quoi=nommer&texte=Autre+nom") == 303)
    #expect(try await edit("quoi=vouloir&texte=5") == 303)
    let again = try await service.send(
      "POST", "/portefeuilles/p/tirage", headers: headers,
      body: "revision=\(revision)&nombre=2&par_filiere=3&echues=oui&csrf=\(csrf)")
    #expect(again.status == 303)
    let after = try service.app.store.portfolio("p")
    #expect(after.name == "Autre nom" && after.wanted == 2)
    #expect(after.pathways.first { $0.number == 2 }?.filiere == "Bois")
  }

  @Test func onlyReviewersDecide() async throws {
    let service = try TestService.published()
    let anonymous = try await service.send("GET", "/portefeuilles")
    #expect(anonymous.status == 200)
    #expect(anonymous.text.contains("connectez-vous") && !anonymous.text.contains("name=\"nom\""))
    let refused = try await service.send(
      "POST", "/portefeuilles", headers: TestService.form, body: "nom=x&nombre=1&par_filiere=1")
    #expect(refused.status == 401)
    let (reader, csrf) = try await service.signIn(.reader)
    let low = try await service.send("POST", "/portefeuilles", headers: reader, body: "nom=x&csrf=\(csrf)")
    #expect(low.status == 403)
    let (headers, _) = try await service.signIn(.reviewer)
    let forged = try await service.send(
      "POST", "/portefeuilles", headers: headers, body: "nom=x&nombre=1&par_filiere=1&csrf=faux")
    #expect(forged.status == 403)
    #expect(try service.app.store.portfolios().isEmpty)
  }

  @Test func badFormsAreTold() async throws {
    let service = try TestService.published()
    let (headers, csrf) = try await service.signIn(.reviewer)
    for (path, body) in [
      ("/portefeuilles", "nom=&nombre=3&par_filiere=1"),
      ("/portefeuilles", "nom=x&nombre=beaucoup&par_filiere=1"),
      ("/portefeuilles/inconnu/figer", "revision=1"),
      ("/portefeuilles/inconnu/decision", "revision=1&numero=1&etat=x"),
      ("/portefeuilles/inconnu/modification", "revision=1&numero=1&quoi=voler"),
    ] {
      let reply = try await service.send("POST", path, headers: headers, body: body + "&csrf=\(csrf)")
      #expect((400..<500).contains(reply.status), "\(path) \(body)")
    }
  }

  @Test func problemsOfPagesArePages() async throws {
    let service = try TestService.published()
    let (headers, _) = try await service.signIn(.reviewer)
    let browser = headers.merging(["Accept": "text/html,*/*;q=0.8"]) { $1 }
    let forged = try await service.send(
      "POST", "/portefeuilles", headers: browser, body: "nom=x&nombre=1&par_filiere=1&csrf=faux")
    #expect(forged.status == 403 && forged.text.contains("<h1>Formulaire périmé</h1>"))
    #expect(forged.headers[.contentType]?.hasPrefix("text/html") == true)
    let program = try await service.send("GET", "/api/v1/inconnu", headers: ["Accept": "text/html"])
    #expect(program.code == "API-001")
  }

  @Test func pagesWaitForTheFirstAnalysis() async throws {
    let service = try TestService()
    let page = try await service.send("GET", "/")
    #expect(page.status == 503)
    #expect(page.text.contains("L’analyse des offres est en cours"))
  }

  @Test func pagesAndProgramsDoNotMeet() async throws {
    let service = try TestService.published()
    let unknown = try await service.send("GET", "/api/v1/inconnu")
    #expect(unknown.status == 404 && unknown.code == "API-001")
    let page = try await service.send("GET", "/nulle-part")
    #expect(page.status == 404 && page.text.contains("Page introuvable"))
    let tagged = try await service.send("GET", "/methode")
    let tag = try #require(tagged.headers[.eTag])
    let again = try await service.send("GET", "/methode", headers: ["If-None-Match": tag])
    #expect(again.status == 304)
    let style = try await service.send("GET", "/style-\(SiteStyle.version).css")
    #expect(style.status == 200)
  }
}
