import Hummingbird

/// What the analysis found: candidate modules, demand and coverage.
enum AnalysisRoutes {
  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/api/v1/candidates", .published) { request, context in
      let edition = try app.publication.current().edition(for: context.disclosure)
      return try table(edition.candidates, tag: edition.tag, to: request)
    }
    service.get("/api/v1/coverage", .published) { request, context in
      let edition = try app.publication.current().edition(for: context.disclosure)
      return try table(edition.coverage, tag: edition.tag, to: request)
    }
  }

  /// A table in the form the client prefers. The form is part of the tag: caches must not mix them up.
  static func table(_ rendering: Rendering, tag: String, to request: Request) throws -> Response {
    switch try TableFormat.preferred(by: request) {
    case .json: Answer.tagged(rendering.json, type: Answer.json, tag: tag, to: request)
    case .csv: Answer.tagged(rendering.csv, type: Answer.csv, tag: tag + "-csv", to: request)
    }
  }
}
