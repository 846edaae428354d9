import Hummingbird
import SkillMiner
import Taxonomy

/// Certifications as the last analysis saw them.
enum ReferentialRoutes {
  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/api/v1/referentials", .published) { request, context in
      let published = try app.publication.current()
      let edition = published.edition(for: context.disclosure)
      let query = try Query(request)
      let limit = try query.integer("limit", in: 1...Page.most) ?? Page.standard
      let cursor = try query.text("cursor", limit: 40)
      // In code order, which is not the order of letters: the cursor is the place in the list.
      let all = published.analysis.assessments
      var start = 0
      if let cursor {
        guard let place = all.firstIndex(where: { $0.certification.code.description == cursor }) else {
          throw Problem.unknown("Cette page")
        }
        start = place + 1
      }
      let page = all[start..<min(all.count, start + limit)]
      let isLast = start + limit >= all.count
      return Answer.tagged(
        Page(
          items: page.map { .object(members($0, edition)) },
          next: isLast ? nil : page.last?.certification.code.description
        ).text, type: Answer.json, tag: "\(edition.tag)-\(start)-\(limit)", to: request)
    }
    service.get("/api/v1/referentials/{code}", .published) { request, context in
      let published = try app.publication.current()
      let edition = published.edition(for: context.disclosure)
      let code = try PathValue.text(context, "code").uppercased()
      guard
        let found = published.analysis.assessments.first(where: {
          $0.certification.code.description == code
        })
      else { throw Problem.unknown("Cette certification") }
      return Answer.tagged(
        detail(found, edition).text + "\n", type: Answer.json, tag: edition.tag, to: request)
    }
    service.post("/api/v1/referentials", .role(.administrator)) { request, context in
      try await UploadIntake(app: app).accept(request, .referential, JobParameters(), context)
    }
  }

  private static func members(_ a: CertificationAssessment, _ edition: Edition) -> [(String, JSON)] {
    let c = a.certification
    let isHidden = edition.site.observatory.hides(a)
    return [
      ("code", .string(c.code.description)), ("title", .string(c.title)), ("level", .integer(c.level)),
      ("type", .string(c.type)), ("expiry", .string(c.expiry?.description)), ("expired", .bool(a.isExpired)),
      ("status", .string(a.status.rawValue)), ("links", .string(a.links.origin.rawValue)),
      ("occupations", .strings(a.links.occupations.map(\.value))),
      ("offers", isHidden ? .null : .integer(a.offers)),
    ]
  }

  private static func detail(_ a: CertificationAssessment, _ edition: Edition) -> JSON {
    let c = a.certification
    let blocks = c.blocks.map { block in
      JSON.object([
        ("code", .string(block.code)), ("title", .string(block.title)),
        ("sentences", .strings(block.sentences)),
      ])
    }
    return .object(
      members(a, edition) + [
        ("short_title", .string(c.shortTitle)), ("certifiers", .strings(c.certifiers)),
        ("formacodes", .strings(c.formacodes)), ("nsf", .strings(c.nsf)),
        ("successors", .strings(c.successors.map(\.description))), ("context", .string(c.context)),
        ("prerequisites", .string(c.prerequisites)), ("blocks", .array(blocks)),
      ])
  }
}
