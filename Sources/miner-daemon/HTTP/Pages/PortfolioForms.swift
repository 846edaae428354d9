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
      try await act(request, context, app, nil) { form, published in
        let name = form["nom"] ?? ""
        let id = identifier(name)
        return (id, try PortfolioDrawing(published: published).first(id, name, form))
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
      return try await act(request, context, app, id) { form, published in
        (id, try PortfolioDrawing(published: published).again(app.store.portfolio(id), form))
      }
    }
    service.post("/portefeuilles/{id}/comparaison", .role(.reviewer)) { _, context in
      let id = try context.parameters.require("id")
      let published = try app.publication.current()
      do {
        try await app.blocking {
          _ = try PortfolioDrawing(published: published).analysis(of: app.store.portfolio(id).scope)
        }
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

  /// Does an act and leads back to its portfolio; a refusal is told on a page.
  private static func act(
    _ request: Request, _ context: ServiceContext, _ app: ServiceApp, _ portfolio: String?,
    _ make: @escaping @Sendable (FormFields, Published) throws -> (id: String, act: any ReviewAct)
  ) async throws -> Response {
    guard let identity = context.identity else {
      throw Problem(.unauthenticated, "Connectez-vous d’abord, à /connexion.")
    }
    let form = try await FormFields(request)
    let published = try app.publication.current()
    let name = identity.name
    let when = app.clock.moment()
    do {
      let id = try await app.blocking {
        let (id, act) = try make(form, published)
        try app.store.perform(act, who: name, when: when)
        return id
      }
      return Answer.see(Link.portfolio(id).address)
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
