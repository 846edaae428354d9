import Hummingbird
import SkillMiner
import Synchronization
import Taxonomy

/// Proposed forms of the lexicon: list, learn, decide, apply.
enum LexiconRoutes {
  struct Decision: Decodable {
    let rank: Int
    let verdict: String
    var why: String?
  }

  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/api/v1/lexicon/proposals", .role(.reader)) { request, _ in
      let query = try Query(request)
      let limit = try query.integer("limit", in: 1...Page.most) ?? Page.standard
      let after = try query.integer("cursor", in: 1...Int.max) ?? 0
      return Answer.fresh(
        try await app.blocking {
          guard app.spool != nil else { return Page(items: [], next: nil).text }
          let rest = try LexiconDesk(app: app).proposals().drop { $0.entry.rank <= after }
          let page = rest.prefix(limit)
          return Page(
            items: page.map { item($0.entry, $0.decision) },
            next: rest.count > limit ? page.last.map { String($0.entry.rank) } : nil
          ).text
        })
    }
    service.post("/api/v1/lexicon/proposals", .role(.reviewer)) { _, context in
      _ = try app.requireWritable()
      return try await UploadIntake.queue(.lexiconLearn, JobParameters(), context, app: app)
    }
    service.post("/api/v1/lexicon/decisions", .role(.reviewer)) { request, context in
      _ = try app.requireWritable()
      let body = try await JSONBody.read(request, as: Decision.self, limit: 1 << 16)
      guard ["accepted", "rejected"].contains(body.verdict) else {
        throw Problem(.badRequest, "«\u{A0}verdict\u{A0}» attend accepted ou rejected.")
      }
      guard body.why?.unicodeScalars.contains(where: { $0.value < 0x20 }) != true else {
        throw Problem(.badRequest, "«\u{A0}why\u{A0}» tient sur une ligne.")
      }
      let who = context.identity?.name ?? ""
      try await app.blocking {
        try LexiconDesk.order.withLock { _ in
          try LexiconDesk(app: app).decide(
            rank: body.rank, isAccepted: body.verdict == "accepted", who: who, why: body.why ?? "")
        }
      }
      return Answer.empty()
    }
    service.post("/api/v1/lexicon/apply", .role(.administrator)) { _, context in
      _ = try app.requireWritable()
      return try await UploadIntake.queue(.lexiconApply, JobParameters(), context, app: app)
    }
  }

  private static func item(_ entry: ProposalsFile.Entry, _ decision: LexiconDecisions.Decision?) -> JSON {
    .object([
      ("rank", .integer(entry.rank)), ("phrase", .string(entry.phrase)),
      ("code", .string(entry.target.description)), ("label", .string(entry.label)),
      ("g2", entry.g2.map { .number($0) } ?? .null), ("support", .string(entry.support)),
      ("examples", .strings(entry.examples)), ("verdict", .string(decision?.verdict.rawValue)),
      ("why", .string(decision?.why)),
    ])
  }
}
