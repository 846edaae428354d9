import Foundation
import SkillMiner
import Taxonomy

/// Analyses of single regions. They take as long as there are offers (half a minute with half a million): they are made
/// in the background, and a request waits a moment only, so that small stores answer at once.
struct RegionalDesk {
  typealias Report = (String, Int, Int?) throws -> Void

  /// How long a request waits for an analysis, in tenths of a second.
  static let patience = 15

  let app: ServiceApp

  /// Has the analysis a portfolio is drawn from made when it is not at hand, and waits a moment for it.
  ///
  /// - Parameter portfolio: whose analysis it is, for the page that waits for it.
  /// - Returns: the job that makes it; `nil` when it is at hand, or when it will not be made because no offer of the
  ///   region is there: whoever asks for it is told so.
  func prepare(_ scope: PortfolioScope, of portfolio: String, for context: ServiceContext) async throws
    -> Int64?
  {
    guard app.spool != nil, scope.kind == .region, let code = scope.code else { return nil }
    let published = try app.publication.current()
    let requester = context.identity?.name
    let job = try await app.blocking { () -> Int64? in
      guard published.regional.known(code) == nil,
        published.observatory.territoriesWithOffers(.region).contains(where: { $0.code == code })
      else { return nil }
      return try waiting(code)?.id ?? queue(code, scope.name, portfolio, requester)
    }
    guard let job else { return nil }
    for _ in 0..<Self.patience {
      try await Task.sleep(for: .milliseconds(100))
      if app.publication.latest?.regional.known(code) != nil { return nil }
    }
    return job
  }

  /// The same for what cannot go on without it.
  ///
  /// - Throws: `Problem` `notReady`.
  func require(_ scope: PortfolioScope, of portfolio: String, for context: ServiceContext) async throws {
    guard let job = try await prepare(scope, of: portfolio, for: context) else { return }
    throw Problem(
      .notReady,
      "L’analyse de la région \(scope.name) est en cours (travail \(job)). Réessayez dans un instant.",
      retryAfter: 15)
  }

  /// Parameters of the job that draws.
  func parameters(_ request: PortfolioRequest) -> JobParameters {
    var parameters = JobParameters()
    parameters.name = request.name
    parameters.portfolio = request.id
    parameters.draw = request
    return parameters
  }

  /// Makes the analysis of a region.
  ///
  /// - Returns: what came of it, as a JSON object.
  func analyse(_ parameters: JobParameters, _ report: Report) throws -> String {
    let published = try publication(report)
    let regions = published.observatory.territoriesWithOffers(.region)
    guard let region = regions.first(where: { $0.code == parameters.region }) else {
      throw JobFailure("Aucune offre n’a été collectée dans cette région.")
    }
    let result = try published.regional.result(of: region) { try report("analysing", $0, $1) }
    return JSON.object([
      ("region", .string(region.code)), ("portfolio", .string(parameters.portfolio)),
      ("offers", .integer(result.offers)), ("fingerprint", .string(result.fingerprint)),
    ]).text
  }

  /// Draws a portfolio in the name of who asked for it.
  ///
  /// - Returns: what came of it, as a JSON object.
  func draw(_ parameters: JobParameters, _ job: JobRecord, _ report: Report) throws -> String {
    guard let request = parameters.draw else {
      throw JobFailure("Les paramètres du travail sont illisibles.")
    }
    // Drawn, and then the process died before the job was ended.
    if job.attempts > 1, try isDrawn(request) { return Self.outcome(request) }
    let published = try publication(report)
    do {
      let scope = try request.scope(published, app.store)
      _ = try PortfolioDrawing(published: published).analysis(of: scope) { try report("analysing", $0, $1) }
      try app.store.perform(
        try request.draw(published, app.store), who: job.requester ?? "", when: app.clock.moment())
    } catch let error as ReviewError {
      throw JobFailure(
        ([error.message, error.advice] + error.changes).joined(separator: " ") + " [\(error.code.rawValue)]")
    } catch let problem as Problem {
      throw JobFailure(problem.detail)
    }
    return Self.outcome(request)
  }

  private static func outcome(_ request: PortfolioRequest) -> String {
    JSON.object([("portfolio", .string(request.id))]).text
  }

  private func isDrawn(_ request: PortfolioRequest) throws -> Bool {
    guard let known = try app.store.portfolios().first(where: { $0.id == request.id }) else { return false }
    return known.name == request.name && known.revision == (request.seen ?? 0) + 1
  }

  /// After a start, the first analysis is waited for.
  private func publication(_ report: Report) throws -> Published {
    while true {
      if let published = app.publication.latest { return published }
      try report("waiting", 0, nil)
      Thread.sleep(forTimeInterval: 0.2)
    }
  }

  /// The job that makes the analysis of a region already.
  private func waiting(_ code: String) throws -> JobRecord? {
    for state in [JobRecord.State.running, .queued] {
      let found = try app.store.jobs(before: nil, state: state, limit: 500).first {
        $0.kind == JobKind.regionalAnalysis.rawValue && $0.knownParameters?.region == code
      }
      if let found { return found }
    }
    return nil
  }

  private func queue(_ code: String, _ name: String, _ portfolio: String, _ requester: String?) throws
    -> Int64
  {
    var parameters = JobParameters()
    parameters.name = name
    parameters.region = code
    parameters.portfolio = portfolio
    return try app.jobs.add(
      .regionalAnalysis, parameters, requester: requester, store: app.store, clock: app.clock)
  }
}
