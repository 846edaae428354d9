import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Asks the API “Offres d’emploi v2”: OAuth 2 client credentials, patience with a server that is busy or ill.
final class FranceTravailClient {
  /// Where the API lives.
  struct Addresses: Sendable {
    var token = "https://entreprise.francetravail.fr/connexion/oauth2/access_token?realm=%2Fpartenaire"
    var search = "https://api.francetravail.io/partenaire/offresdemploi/v2/offres/search"
  }

  /// One page of results.
  struct Page {
    /// Offers as the API gives them.
    let offers: [Any]
    /// Results of the whole question.
    let total: Int
  }

  /// Attempts at one request.
  static let attempts = 8

  private let credentials: FranceTravailCredentials
  private let addresses: Addresses
  private let session: URLSession
  private let pause: (Double) throws -> Void
  private var random: SplitMix
  private var token: String?

  /// - Parameters:
  ///   - seed: of the jitter.
  ///   - pause: waits a number of seconds; throws when the work is to end.
  init(
    credentials: FranceTravailCredentials, addresses: Addresses, seed: UInt64,
    pause: @escaping (Double) throws -> Void
  ) {
    self.credentials = credentials
    self.addresses = addresses
    self.pause = pause
    random = SplitMix(seed: seed)
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = 30
    configuration.timeoutIntervalForResource = 120
    session = URLSession(configuration: configuration, delegate: NoRedirects(), delegateQueue: nil)
  }

  deinit { session.invalidateAndCancel() }

  /// One page of a question.
  ///
  /// - Throws: `JobFailure` when the API refuses or stays silent, and what `pause` throws.
  func page(_ slice: FranceTravailSlice, first: Int) throws -> Page {
    let (data, response) = try send { token in
      var request = try Self.request(addresses.search + "?" + slice.query(first: first))
      request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
      request.setValue("application/json", forHTTPHeaderField: "Accept")
      return request
    }
    if response.statusCode == 204 { return Page(offers: [], total: 0) }
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let offers = object["resultats"] as? [Any]
    else { throw JobFailure("France Travail a répondu autre chose que des offres. Réessayez plus tard.") }
    return Page(offers: offers, total: Self.total(response) ?? offers.count)
  }

  /// The number after the slash of `Content-Range: offres 0-149/1234`.
  private static func total(_ response: HTTPURLResponse) -> Int? {
    response.value(forHTTPHeaderField: "Content-Range")?.split(separator: "/").last.flatMap { Int($0) }
  }

  private static let refused = JobFailure(
    "France Travail refuse ces identifiants. Vérifiez-les, et l’abonnement à l’API.")
  private static let silent = JobFailure(
    "France Travail ne répond pas. Le prochain passage reprendra où celui-ci s’est arrêté.")

  private func send(_ make: (String) throws -> URLRequest) throws -> (Data, HTTPURLResponse) {
    for isFirst in [true, false] {
      let (data, response) = try patiently(try make(try currentToken()))
      switch response.statusCode {
      case 200, 204, 206: return (data, response)
      // A token may have run out: one new one is asked for.
      case 401 where isFirst: token = nil
      case 401, 403: throw Self.refused
      default:
        throw JobFailure(
          "France Travail refuse la demande (statut \(response.statusCode)). Réessayez plus tard\u{A0}; si cela "
            + "dure, l’API a changé.")
      }
    }
    throw Self.refused
  }

  /// The first answer that is not that of a server busy or ill; waits between attempts as long as it asks, within bounds.
  private func patiently(_ request: URLRequest) throws -> (Data, HTTPURLResponse) {
    var wait = 1.0
    for attempt in 1...Self.attempts {
      let reply = Exchange(session).run(request)
      var asked: Double?
      if let response = reply.response {
        guard response.statusCode == 429 || (500...599).contains(response.statusCode) else {
          return (reply.data, response)
        }
        asked = response.value(forHTTPHeaderField: "Retry-After").flatMap { Double($0) }
      }
      if attempt == Self.attempts { break }
      // Full jitter, so that clients that failed together do not come back together.
      try pause(max(min(asked ?? 0, 300), wait * (0.5 + random.unit() / 2)))
      wait = min(wait * 2, 60)
    }
    throw Self.silent
  }

  private func currentToken() throws -> String {
    if let token { return token }
    var request = try Self.request(addresses.token)
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    let fields = [
      ("grant_type", "client_credentials"), ("client_id", credentials.client),
      ("client_secret", credentials.secret), ("scope", "api_offresdemploiv2 o2dsoffre"),
    ]
    let form = fields.map { "\($0.0)=\(PercentText.encode($0.1))" }.joined(separator: "&")
    request.httpBody = Data(form.utf8)
    let (data, response) = try patiently(request)
    switch response.statusCode {
    case 200:
      guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
        let text = object["access_token"] as? String
      else { throw JobFailure("France Travail n’a pas donné de jeton. Réessayez plus tard.") }
      token = text
      return text
    case 400, 401, 403: throw Self.refused
    default: throw Self.silent
    }
  }

  private static func request(_ address: String) throws -> URLRequest {
    guard let url = URL(string: address), ["https", "http"].contains(url.scheme ?? "") else {
      throw JobFailure("L’adresse de France Travail est mal écrite dans la configuration.")
    }
    return URLRequest(url: url)
  }
}

/// One request and its answer, waited for on the thread of the job.
private final class Exchange: @unchecked Sendable {
  private let session: URLSession
  private let end = DispatchSemaphore(value: 0)
  private(set) var data = Data()
  private(set) var response: HTTPURLResponse?

  init(_ session: URLSession) { self.session = session }

  /// Without a response when the server could not be reached.
  func run(_ request: URLRequest) -> Exchange {
    session.dataTask(with: request) { data, response, error in
      if error == nil {
        self.data = data ?? Data()
        self.response = response as? HTTPURLResponse
      }
      self.end.signal()
    }.resume()
    end.wait()
    return self
  }
}

/// Credentials go where the configuration says, and nowhere else.
private final class NoRedirects: NSObject, URLSessionTaskDelegate, Sendable {
  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) { completionHandler(nil) }
}
