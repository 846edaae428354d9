import Hummingbird
import SkillMiner
import Taxonomy

/// Tables of training supply: who teaches what, and where.
enum SupplyRoutes {
  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/api/v1/supply", .published) { request, _ in
      let tables = try await app.blocking { try app.store.supplyTables() }
      let text =
        JSON.object([
          (
            "tables",
            .array(
              tables.map {
                .object([
                  ("name", .string($0.name)), ("day", .string($0.day.description)),
                  ("digest", .string($0.digest)),
                ])
              })
          )
        ]).text + "\n"
      return Answer.tagged(text, type: Answer.json, tag: ContentTag.of(text), to: request)
    }
    service.post("/api/v1/supply", .role(.contributor)) { request, _ in
      _ = try app.requireWritable()
      let query = try Query(request)
      let name = try query.text("name", limit: 200) ?? SupplyImporter.defaultName
      let file = SpoolFolder.safe(try query.text("file", limit: 200) ?? "api.csv")
      let bytes = try await BodyBytes.collect(request, limit: 64 << 20)
      guard !bytes.isEmpty else { throw Problem(.badRequest, "Le corps est vide\u{A0}: un CSV est attendu.") }
      let record = try await app.blocking {
        try SupplyImporter(store: app.store, today: app.clock.today()).importBytes(
          bytes, file: file, name: name)
      }
      guard record.state == .finished else {
        let why = try await app.blocking { try app.store.findings(import: record.id).first }
        throw Problem(.impossible, why?.description ?? "La table n’a pas pu être lue.")
      }
      app.dataChanged.ring()
      return Answer.fresh(JSON.object(ImportOutcome.members(record)).text + "\n", status: .created)
    }
  }
}
