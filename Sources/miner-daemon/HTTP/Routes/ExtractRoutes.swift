import Hummingbird
import SkillMiner
import Taxonomy

/// Mentions of competencies in texts that are not kept.
enum ExtractRoutes {
  /// Texts of one request, and the size of all of them.
  static let most = 100
  static let limit = 1 << 20

  /// One text, the fields of one offer, or many texts.
  struct Body: Decodable {
    var text: String?
    var title: String?
    var description: String?
    var occupation: String?
    var texts: [String]?
  }

  static func add(to service: ServiceRouter) {
    let app = service.app
    service.post("/api/v1/extract", .open) { request, _ in
      let published = try app.publication.current()
      let body = try await JSONBody.read(request, as: Body.self, limit: limit)
      let offers = try offers(of: body)
      let isMany = body.texts != nil
      return Answer.fresh(
        try await app.blocking {
          let results: [JSON] = try published.readers.withReader { reader in
            offers.map { offer in
              let mentions = reader.read(offer)
              return .object([
                (
                  "mentions",
                  MentionsJSON.items(mentions, title: offer.title, description: offer.description)
                )
              ])
            }
          }
          return (isMany ? JSON.object([("results", .array(results))]) : results[0]).text + "\n"
        })
    }
  }

  private static func offers(of body: Body) throws -> [GivenTexts] {
    if let texts = body.texts {
      guard body.text == nil, body.title == nil, body.description == nil, (1...most).contains(texts.count)
      else { throw Problem(.badRequest, "Donnez «\u{A0}texts\u{A0}» seul, avec 1 à \(most) textes.") }
      return texts.map { GivenTexts(title: "", description: $0, occupation: nil) }
    }
    if let text = body.text {
      guard body.title == nil, body.description == nil else {
        throw Problem(
          .badRequest, "Donnez «\u{A0}text\u{A0}», ou «\u{A0}title\u{A0}» et «\u{A0}description\u{A0}».")
      }
      return [GivenTexts(title: "", description: text, occupation: try occupation(body))]
    }
    guard body.title != nil || body.description != nil else {
      throw Problem(
        .badRequest,
        "Donnez «\u{A0}text\u{A0}», «\u{A0}texts\u{A0}», ou «\u{A0}title\u{A0}» et «\u{A0}description\u{A0}»."
      )
    }
    return [
      GivenTexts(
        title: body.title ?? "", description: body.description ?? "", occupation: try occupation(body))
    ]
  }

  private static func occupation(_ body: Body) throws -> ROMECode? {
    guard let text = body.occupation else { return nil }
    guard let code = ROMECode(text) else {
      throw Problem(.badRequest, "«\u{A0}occupation\u{A0}» attend un code ROME comme N1103.")
    }
    return code
  }
}
