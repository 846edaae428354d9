import Foundation
import Hummingbird
import SkillMiner
import Taxonomy

/// What people send from the pages of portfolios. Each act names the revision that was seen, and goes into the log with
/// who did it.
enum PortfolioForms {
  static func add(to service: ServiceRouter) {
    let app = service.app
    service.post("/portefeuilles", .role(.reviewer)) { request, context in
      try await draw(request, context, app, nil) { form, published in
        let name = form["nom"] ?? ""
        return try PortfolioDrawing(published: published).first(identifier(name), name, form)
      }
    }
    service.post("/portefeuilles/{id}/decision", .role(.reviewer)) { request, context in
      let id = try context.parameters.require("id")
      return try await act(request, context, app, id) { form, _ in
        guard let state = form["etat"].flatMap({ PathwayState(rawValue: $0) }) else {
          throw FormFields.refusal("l’état")
        }
        return (
          id,
          PortfolioDecision(
            id: id, seen: try form.number("revision"), number: try form.number("numero"), state: state,
            why: form["motif"] ?? "")
        )
      }
    }
    service.post("/portefeuilles/{id}/modification", .role(.reviewer)) { request, context in
      let id = try context.parameters.require("id")
      return try await act(request, context, app, id) { form, published in
        (
          id,
          PortfolioEdit(
            id: id, seen: try form.number("revision"),
            change: try change(form, published, app.store.portfolio(id)), why: form["motif"] ?? "")
        )
      }
    }
    service.post("/portefeuilles/{id}/tirage", .role(.reviewer)) { request, context in
      let id = try context.parameters.require("id")
      return try await draw(request, context, app, id) { form, published in
        try PortfolioDrawing(published: published).again(app.store.portfolio(id), form)
      }
    }
    service.post("/portefeuilles/{id}/comparaison", .role(.reviewer)) { _, context in
      let id = try context.parameters.require("id")
      do {
        let scope = try await app.blocking { try app.store.portfolio(id).scope }
        if let job = try await RegionalDesk(app: app).prepare(scope, of: id, for: context) {
          return Answer.see(WorkPage.address(job))
        }
        let published = try app.publication.current()
        try await app.blocking { _ = try PortfolioDrawing(published: published).analysis(of: scope) }
      } catch is ReviewError {
        throw Problem.unknown("Ce portefeuille")
      }
      return Answer.see(Link.portfolio(id).address)
    }
    service.post("/portefeuilles/{id}/forum", .role(.reviewer)) { request, context in
      let id = try context.parameters.require("id")
      return try await act(request, context, app, id) { form, _ in (id, try ForumEntry(form).record(of: id)) }
    }
    service.post("/portefeuilles/{id}/figer", .role(.reviewer)) { request, context in
      let id = try context.parameters.require("id")
      return try await act(request, context, app, id) { form, _ in
        (id, PortfolioFreeze(id: id, seen: try form.number("revision")))
      }
    }
  }

  /// Draws at once when what it is drawn from is at hand; else later, and leads to the page that waits for it.
  private static func draw(
    _ request: Request, _ context: ServiceContext, _ app: ServiceApp, _ portfolio: String?,
    _ make: @escaping @Sendable (FormFields, Published) throws -> PortfolioRequest
  ) async throws -> Response {
    let form = try await FormFields(request)
    let published = try app.publication.current()
    return try await told(context, portfolio, published) { identity in
      let (wanted, scope) = try await app.blocking {
        let wanted = try make(form, published)
        return (wanted, try wanted.scope(published, app.store))
      }
      let desk = RegionalDesk(app: app)
      if try await desk.prepare(scope, of: wanted.id, for: context) != nil {
        let job = try await app.blocking {
          try app.jobs.add(
            .portfolioDraw, desk.parameters(wanted), requester: identity.name, store: app.store,
            clock: app.clock)
        }
        return Answer.see(WorkPage.address(job))
      }
      let (latest, when) = (try app.publication.current(), app.clock.moment())
      _ = try await app.blocking {
        try app.store.perform(try wanted.draw(latest, app.store), who: identity.name, when: when)
      }
      return Answer.see(Link.portfolio(wanted.id).address)
    }
  }

  /// Does an act and leads back to its portfolio.
  private static func act(
    _ request: Request, _ context: ServiceContext, _ app: ServiceApp, _ portfolio: String,
    _ make: @escaping @Sendable (FormFields, Published) throws -> (id: String, act: any ReviewAct)
  ) async throws -> Response {
    let form = try await FormFields(request)
    if form["quoi"] == "ajouter" {
      let scope = try await app.blocking {
        try ReviewRoutes.told { try app.store.portfolio(portfolio).scope }
      }
      try await RegionalDesk(app: app).require(scope, of: portfolio, for: context)
    }
    let published = try app.publication.current()
    let when = app.clock.moment()
    return try await told(context, portfolio, published) { identity in
      let id = try await app.blocking {
        let (id, act) = try make(form, published)
        try app.store.perform(act, who: identity.name, when: when)
        return id
      }
      return Answer.see(Link.portfolio(id).address)
    }
  }

  /// Tells a refusal of the review on a page.
  private static func told(
    _ context: ServiceContext, _ portfolio: String?, _ published: Published,
    _ body: (Identity) async throws -> Response
  ) async throws -> Response {
    guard let identity = context.identity else {
      throw Problem(.unauthenticated, "Connectez-vous d’abord, à /connexion.")
    }
    do {
      return try await body(identity)
    } catch let error as ReviewError {
      let page = SitePage.refusal(error, back: portfolio.map(Link.portfolio))
      let answer = try published.edition(for: context.disclosure).site.answer(page, "html")
      return Answer.page(
        String(decoding: answer.body, as: UTF8.self), status: error.code == .stale ? .conflict : .badRequest)
    }
  }

  private static func change(
    _ form: FormFields, _ published: Published, _ portfolio: Portfolio
  ) throws -> PortfolioEdit.Change {
    let text = form["texte"] ?? ""
    switch form["quoi"] {
    case "ajouter":
      guard let key = form["cle"].flatMap({ CandidateKey($0) }) else { throw FormFields.refusal("le module") }
      return .add(try PortfolioDrawing(published: published).pathway(key, for: portfolio))
    case "nommer": return .rename(name: text)
    case "vouloir":
      guard let count = Int(text) else { throw FormFields.refusal("le nombre de parcours voulus") }
      return .want(count: count)
    default: break
    }
    let n = try form.number("numero")
    switch form["quoi"] {
    case "epingler": return .pin(number: n, isPinned: true)
    case "desepingler": return .pin(number: n, isPinned: false)
    case "retirer": return .remove(number: n)
    case "renommer": return .retitle(number: n, title: text)
    case "annoter": return .annotate(number: n, note: text)
    case "rattacher": return .regroup(number: n, filiere: text)
    case "placer":
      guard let place = text.isEmpty ? 1 : Int(text), place >= 1 else { throw FormFields.refusal("le rang") }
      return .move(number: n, place: place)
    default: throw FormFields.refusal("la modification")
    }
  }

  /// Lower-case letters, digits and hyphens of a name: « Grand Est 2027 » becomes `grand-est-2027`.
  static func identifier(_ name: String) -> String {
    let plain = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
    let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return String(words.joined(separator: "-").prefix(60))
  }
}
