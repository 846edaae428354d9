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
      try await act(request, context, app) { form, published in
        let name = form["nom"] ?? ""
        let id = identifier(name)
        return (id, try draw(id, name, form, published))
      }
    }
    service.post("/portefeuilles/{id}/decision", .role(.reviewer)) { request, context in
      let id = try context.parameters.require("id")
      return try await act(request, context, app) { form, _ in
        guard let state = form["etat"].flatMap({ PathwayState(rawValue: $0) }) else { throw bad("l’état") }
        return (
          id,
          PortfolioDecision(
            id: id, seen: try number(form, "revision"), number: try number(form, "numero"), state: state,
            why: form["motif"] ?? "")
        )
      }
    }
    service.post("/portefeuilles/{id}/modification", .role(.reviewer)) { request, context in
      let id = try context.parameters.require("id")
      return try await act(request, context, app) { form, _ in
        (
          id,
          PortfolioEdit(
            id: id, seen: try number(form, "revision"), change: try change(form), why: form["motif"] ?? "")
        )
      }
    }
    service.post("/portefeuilles/{id}/figer", .role(.reviewer)) { request, context in
      let id = try context.parameters.require("id")
      return try await act(request, context, app) { form, _ in
        (id, PortfolioFreeze(id: id, seen: try number(form, "revision")))
      }
    }
  }

  /// Does an act and leads back to its portfolio; a refusal is told on a page.
  private static func act(
    _ request: Request, _ context: ServiceContext, _ app: ServiceApp,
    _ make: @escaping @Sendable (FormFields, Published) throws -> (id: String, act: any ReviewAct)
  ) async throws -> Response {
    guard let identity = context.identity else {
      throw Problem(.unauthenticated, "Connectez-vous d’abord, à /connexion.")
    }
    let form = try await FormFields(request)
    let published = try app.publication.current()
    let name = identity.name
    guard let when = AuditMoment(app.clock.now().description) else {
      throw Problem(.internalError, "L’horloge du serveur est illisible.")
    }
    do {
      let id = try await app.blocking {
        let (id, act) = try make(form, published)
        try app.store.perform(act, who: name, when: when)
        return id
      }
      return Answer.see(Link.portfolio(id).address)
    } catch let error as ReviewError {
      let page = SitePage.refusal(error)
      let answer = try published.edition(for: context.disclosure).site.answer(page, "html")
      return Answer.page(
        String(decoding: answer.body, as: UTF8.self), status: error.code == .stale ? .conflict : .badRequest)
    }
  }

  private static func draw(
    _ id: String, _ name: String, _ form: FormFields, _ published: Published
  ) throws -> PortfolioDraw {
    let wanted = try number(form, "nombre")
    var rules = DrawRules()
    rules.perFiliere = try number(form, "par_filiere")
    rules.allowsExpired = form["echues"] == "oui"
    let filieres = EmbeddedFilieres.all()
    let groups = RegionalGroups(filieres: filieres)
    let branch = filieres.first { $0.id == form["portee"] }
    let outcome = try PortfolioDrawer(rules: rules, groups: groups).draw(
      published.analysis, wanted: min(max(1, wanted), 50)
    ) { candidate in
      guard let branch else { return true }
      return groups.filiere(of: candidate.certification.code, occupations: candidate.links.occupations)
        == branch.name
    }
    return PortfolioDraw(
      id: id, name: name,
      scope: PortfolioScope(
        kind: branch == nil ? .region : .branch, name: branch?.name ?? "toute la collecte", code: branch?.id),
      wanted: wanted, rules: rules, excluded: [], pathways: outcome.pathways)
  }

  private static func change(_ form: FormFields) throws -> PortfolioEdit.Change {
    let n = try number(form, "numero")
    let text = form["texte"] ?? ""
    switch form["quoi"] {
    case "epingler": return .pin(number: n, isPinned: true)
    case "desepingler": return .pin(number: n, isPinned: false)
    case "retirer": return .remove(number: n)
    case "renommer": return .retitle(number: n, title: text)
    case "annoter": return .annotate(number: n, note: text)
    case "monter": return .move(number: n, place: 1)
    default: throw bad("la modification")
    }
  }

  private static func number(_ form: FormFields, _ name: String) throws -> Int {
    guard let value = form[name].flatMap({ Int($0) }) else { throw bad("« \(name) »") }
    return value
  }

  private static func bad(_ what: String) -> Problem {
    Problem(.badRequest, "Le formulaire ne dit pas \(what). Rechargez la page et recommencez.")
  }

  /// Lower-case letters, digits and hyphens of a name: « Grand Est 2027 » becomes `grand-est-2027`.
  static func identifier(_ name: String) -> String {
    let plain = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
    let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return String(words.joined(separator: "-").prefix(60))
  }
}
