import HTTPTypes
import Hummingbird
import NIOCore
import SkillMiner
import Taxonomy

/// An answer that is not what was asked for (RFC 9457).
struct Problem: Error {
  /// Permanent code with its status and title.
  let code: ProblemCode
  /// French: what is wrong with this request and what to do; nothing of the inside.
  let detail: String
  /// Headers that go with the status.
  var headers: HTTPFields

  init(_ code: ProblemCode, _ detail: String, headers: HTTPFields = [:]) {
    self.code = code
    self.detail = detail
    self.headers = headers
  }

  /// - Parameter retryAfter: seconds after which the same request may succeed.
  init(_ code: ProblemCode, _ detail: String, retryAfter: Int) {
    self.init(code, detail, headers: [.retryAfter: String(retryAfter)])
  }

  /// Nothing of this kind has this name.
  static func unknown(_ what: String) -> Problem {
    Problem(.unknownResource, "\(what) n’existe pas.")
  }

  /// What any error of a route is to its client; a cause that is not the client's says nothing of the inside.
  static func of(_ error: any Error, app: ServiceApp) -> Problem {
    switch error {
    case let problem as Problem: problem
    case let error as StoreError: of(error)
    case let error as ReadingError:
      Problem(.badRequest, "\(error.finding.message) \(error.finding.advice) [\(error.finding.code)]")
    case is NIOTooManyBytesError:
      Problem(.tooLarge, "Le corps de la requête dépasse la taille admise.")
    case let error as any HTTPResponseError: of(error.status)
    case is CancellationError: Problem(.busy, "Le service s’arrête. Réessayez dans un instant.")
    default: Problem(.internalError, "La requête n’a pas abouti. Donnez son numéro à l’administrateur.")
    }
  }

  private static func of(_ status: HTTPResponse.Status) -> Problem {
    switch status {
    case .notFound:
      Problem(
        .unknownPath,
        "Rien ne répond à cette adresse. L’interface est décrite à /api/v1/openapi.json.")
    case .contentTooLarge: Problem(.tooLarge, "Le corps de la requête dépasse la taille admise.")
    case .requestTimeout: Problem(.timeout, "L’envoi a duré trop longtemps.")
    default: Problem(.badRequest, "La requête n’a pas pu être lue.")
    }
  }

  private static func of(_ error: StoreError) -> Problem {
    switch error.code {
    case .full: Problem(.full, "Le disque du serveur est plein. Prévenez l’administrateur.")
    case .busy:
      Problem(.busy, "Le magasin est occupé. Réessayez dans un instant.", retryAfter: 5)
    case .noTaxonomy:
      Problem(
        .notReady, "Le magasin n’a pas encore de taxonomie. Réessayez dans un instant.",
        retryAfter: 5)
    default:
      Problem(.storage, "Le magasin ne répond pas [\(error.code.rawValue)]. Prévenez l’administrateur.")
    }
  }
}
