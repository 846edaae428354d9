import Hummingbird
import SkillMiner
import Taxonomy

/// What signals and searches can be asked for: territories, sectors, filières.
enum PlaceRoutes {
  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/api/v1/territories", .published) { request, _ in
      let query = try Query(request)
      let level = try query.choice("level", Territory.Level.self)
      let name = try query.text("q", limit: 100)?.lowercased()
      let limit = try query.integer("limit", in: 1...Page.most) ?? Page.standard
      let cursor = try query.text("cursor", limit: 60)
      let text = try await app.blocking {
        var all = try app.store.territories()
        // Communes are many: they are listed when they are asked for.
        if level == .commune {
          all += try app.store.communes().map { Territory(level: .commune, code: $0.code, name: $0.name) }
        }
        let kept = Set(all).filter { territory in
          (level.map { $0 == territory.level } ?? (territory.level != .commune))
            && (name.map { territory.name.lowercased().contains($0) } ?? true)
        }
        return Page.of(kept.sorted(), after: cursor, limit: limit, key: key) { territory in
          .object([
            ("level", .string(territory.level.rawValue)), ("code", .string(territory.code)),
            ("name", .string(territory.name)),
          ])
        }.text
      }
      return Answer.tagged(text, type: Answer.json, tag: ContentTag.of(text), to: request)
    }
    service.post("/api/v1/territories", .role(.administrator)) { request, context in
      try await UploadIntake(app: app).accept(request, .territories, JobParameters(), context)
    }
    service.get("/api/v1/sectors", .published) { request, _ in
      let level = try Query(request).choice("level", NAFLevel.self) ?? .division
      let text = try await app.blocking {
        Page(
          items: try app.store.sectors().codes(at: level).map {
            .object([("code", .string($0.code)), ("name", .string($0.name))])
          }, next: nil
        ).text
      }
      return Answer.tagged(text, type: Answer.json, tag: ContentTag.of(text), to: request)
    }
    service.get("/api/v1/filieres", .published) { request, _ in
      let text = Page(
        items: FiliereOccupations.all().map {
          .object([
            ("id", .string($0.id)), ("label", .string($0.label)),
            ("occupations", .strings($0.occupations.map(\.value))),
          ])
        }, next: nil
      ).text
      return Answer.tagged(text, type: Answer.json, tag: ContentTag.of(text), to: request)
    }
  }

  private static func key(_ territory: Territory) -> String {
    "\(territory.level.rawValue):\(territory.code)"
  }
}
