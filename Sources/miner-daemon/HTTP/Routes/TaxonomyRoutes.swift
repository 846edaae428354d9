import Hummingbird
import SkillMiner
import Taxonomy

/// Releases of the ROME and of ESCO: list, import, what changed between two.
enum TaxonomyRoutes {
  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/api/v1/taxonomies", .published) { request, _ in
      let text = try await app.blocking {
        let current = try app.store.releaseIdentity()
        let rome = try app.store.releases().map { release in
          JSON.object([
            ("name", .string(release.name)), ("kind", .string("rome")), ("digest", .string(release.digest)),
            ("current", .bool(release.digest == current?.digest)),
          ])
        }
        let esco = try app.store.escoReleases().map { release in
          JSON.object([
            ("name", .string(release.name)), ("kind", .string("esco")), ("digest", .string(release.digest)),
            ("current", .bool(false)),
          ])
        }
        return Page(items: rome + esco, next: nil).text
      }
      return Answer.tagged(text, type: Answer.json, tag: ContentTag.of(text), to: request)
    }
    service.get("/api/v1/taxonomies/diff", .published) { request, _ in
      let query = try Query(request)
      guard let from = try query.text("from"), let to = try query.text("to") else {
        throw Problem(.badRequest, "Donnez «\u{A0}from\u{A0}» et «\u{A0}to\u{A0}», deux noms de versions.")
      }
      let text = try await app.blocking { try diff(from, to, app.store) }
      return Answer.tagged(text, type: Answer.json, tag: ContentTag.of(text), to: request)
    }
    service.post("/api/v1/taxonomies", .role(.administrator)) { request, context in
      try await UploadIntake(app: app).accept(request, .taxonomy, JobParameters(), context)
    }
  }

  private static func diff(_ from: String, _ to: String, _ store: Store) throws -> String {
    if let old = try store.release(named: from), let new = try store.release(named: to) {
      let diff = ReleaseDiff(from: old, to: new)
      return JSON.object([
        ("from", .string(diff.old)), ("to", .string(diff.new)),
        ("occupations", item(diff.occupations) { $0.value }),
        ("appellations", item(diff.appellations) { $0.description }),
        ("competencies", item(diff.competencies) { $0.description }),
        (
          "links",
          .object([("added", .integer(diff.links.added)), ("removed", .integer(diff.links.removed))])
        ),
        (
          "emerging",
          .array(
            diff.emerging.map {
              .object([
                ("occupation", .string($0.occupation.value)),
                ("competency", .string($0.competency.description)),
              ])
            })
        ),
      ]).text + "\n"
    }
    if let old = try store.escoRelease(named: from), let new = try store.escoRelease(named: to) {
      let diff = ESCODiff(from: old, to: new)
      return JSON.object([
        ("from", .string(diff.old)), ("to", .string(diff.new)),
        ("skills", item(diff.skills) { $0.description }),
        ("occupations", item(diff.occupations) { $0.description }),
      ]).text + "\n"
    }
    throw Problem.unknown("L’une de ces versions")
  }

  private static func item<ID>(_ diff: ItemDiff<ID>, _ name: (ID) -> String) -> JSON {
    func items(_ items: [ItemDiff<ID>.Item]) -> JSON {
      .array(items.map { .object([("id", .string(name($0.id))), ("label", .string($0.label))]) })
    }
    func changes(_ changes: [ItemDiff<ID>.Change]) -> JSON {
      .array(
        changes.map {
          .object([("id", .string(name($0.id))), ("from", .string($0.old)), ("to", .string($0.new))])
        })
    }
    return .object([
      ("added", items(diff.added)), ("removed", items(diff.removed)), ("renamed", changes(diff.renamed)),
      ("moved", changes(diff.moved)), ("unchanged", .integer(diff.unchanged)),
    ])
  }
}
