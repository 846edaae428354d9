import Hummingbird

/// The description of the interface.
enum OpenAPIRoutes {
  static func add(to service: ServiceRouter) {
    let tag = ContentTag.of(OpenAPIDocument.text)
    service.get("/api/v1/openapi.json", .open) { request, _ in
      Answer.tagged(OpenAPIDocument.text, type: Answer.json, tag: tag, to: request)
    }
  }
}
