/// The pages people read.
enum PageRoutes {
  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/", .published) { request, _ in
      let published = try app.publication.current()
      return Answer.tagged(published.report, type: Answer.html, tag: published.fingerprint, to: request)
    }
  }
}
