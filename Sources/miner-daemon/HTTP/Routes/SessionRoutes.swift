import HTTPTypes
import Hummingbird

/// Signing in and out with a token, for people who read pages; and who one is, for programs.
enum SessionRoutes {
  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/connexion", .open) { _, context in
      Answer.page(SessionPage.html(context, failure: nil))
    }
    service.post("/connexion", .open) { request, context in
      // Somebody else's page must not sign a visitor in under its own name.
      if let site = request.headers[HeaderNames.fetchSite], site != "same-origin", site != "none" {
        throw Problem(.forged, "Le formulaire ne vient pas de ce serveur.")
      }
      let token = try await FormFields(request)["jeton"] ?? ""
      do {
        let text = token.filter { !$0.isWhitespace }
        let cookie = try await app.access.openSession(token: text, app: app)
        var response = Answer.see("/")
        response.headers[.setCookie] = SessionCookie.header(cookie, isSecure: app.settings.secureCookies)
        return response
      } catch let problem as Problem where problem.code == .unauthenticated {
        return Answer.page(SessionPage.html(context, failure: problem.detail), status: .unauthorized)
      }
    }
    service.post("/deconnexion", .role(.reader)) { request, _ in
      if let cookie = SessionCookie.value(of: request) { app.access.sessions.end(cookie) }
      var response = Answer.see("/")
      response.headers[.setCookie] = SessionCookie.header(nil, isSecure: app.settings.secureCookies)
      return response
    }
    service.get("/api/v1/session", .open) { _, context in
      let identity = context.identity
      return Answer.fresh(
        JSON.object([
          ("authenticated", .bool(identity != nil)), ("name", .string(identity?.name)),
          ("role", .string(identity?.role.rawValue)), ("method", .string(identity?.method.rawValue)),
          ("csrf", .string(identity?.csrf)),
        ]).text + "\n")
    }
  }
}
