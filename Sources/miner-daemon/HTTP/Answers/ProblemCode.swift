import HTTPTypes

/// What a request can be answered instead of what it asked for. Codes are permanent.
enum ProblemCode: String, CaseIterable, Sendable {
  case unknownPath = "API-001"
  case methodNotAllowed = "API-002"
  case badRequest = "API-003"
  case unauthenticated = "API-004"
  case forbidden = "API-005"
  case forged = "API-006"
  case tooLarge = "API-007"
  case rateLimited = "API-008"
  case notReady = "API-009"
  case busy = "API-010"
  case unknownResource = "API-011"
  case conflict = "API-012"
  case unsupportedMedia = "API-013"
  case notAcceptable = "API-014"
  case timeout = "API-015"
  case misdirected = "API-016"
  case storage = "API-017"
  case full = "API-018"
  case noData = "API-019"
  case impossible = "API-020"
  case internalError = "API-099"

  var status: HTTPResponse.Status {
    switch self {
    case .unknownPath, .unknownResource: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .badRequest: .badRequest
    case .unauthenticated: .unauthorized
    case .forbidden, .forged: .forbidden
    case .tooLarge: .contentTooLarge
    case .rateLimited: .tooManyRequests
    case .notReady, .busy, .storage: .serviceUnavailable
    case .conflict: .conflict
    case .unsupportedMedia: .unsupportedMediaType
    case .notAcceptable: .notAcceptable
    case .timeout: .requestTimeout
    case .misdirected: .misdirectedRequest
    case .full: HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
    case .noData, .impossible: .unprocessableContent
    case .internalError: .internalServerError
    }
  }

  /// French, the same for every occurrence.
  var title: String {
    switch self {
    case .unknownPath: "Adresse inconnue"
    case .methodNotAllowed: "Méthode refusée"
    case .badRequest: "Demande mal formée"
    case .unauthenticated: "Identification nécessaire"
    case .forbidden: "Droits insuffisants"
    case .forged: "Formulaire périmé"
    case .tooLarge: "Envoi trop volumineux"
    case .rateLimited: "Trop de requêtes"
    case .notReady: "Analyse en préparation"
    case .busy: "Service occupé"
    case .unknownResource: "Objet inconnu"
    case .conflict: "Conflit"
    case .unsupportedMedia: "Type de contenu refusé"
    case .notAcceptable: "Format non proposé"
    case .timeout: "Envoi trop lent"
    case .misdirected: "Nom de serveur inconnu"
    case .storage: "Magasin indisponible"
    case .full: "Disque plein"
    case .noData: "Aucune donnée"
    case .impossible: "Demande impossible"
    case .internalError: "Erreur interne"
    }
  }
}
