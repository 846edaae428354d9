import HTTPTypes
import Hummingbird

/// Turns every error of a route into problem JSON; a cause that is not the client's says nothing of the inside.
struct ProblemMiddleware<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as any HTTPResponseError {
      guard error.status == .notFound else {
        return Answer.problem(
          error.status, title: "Requête refusée", detail: "La requête n’a pas pu être traitée.")
      }
      return Answer.problem(
        .notFound, title: "Page inconnue",
        detail: "Rien ne répond à \(request.method) \(request.uri.path). "
          + "Essayez /, /api/v1/candidates ou /health/live.")
    } catch {
      return Answer.problem(
        .internalServerError, title: "Erreur interne", detail: "La requête n’a pas abouti.")
    }
  }
}
