import Hummingbird

/// The candidate modules: as a page for people, as JSON for programs.
enum CandidateRoutes {
  static func add(_ analysis: PublishedAnalysis, to router: Router<BasicRequestContext>) {
    router.get("/") { request, _ in
      Answer.tagged(
        analysis.page, type: "text/html; charset=utf-8", tag: analysis.fingerprint, to: request)
    }
    router.get("/api/v1/candidates") { request, _ in
      Answer.tagged(
        analysis.json, type: "application/json; charset=utf-8", tag: analysis.fingerprint, to: request)
    }
  }
}
