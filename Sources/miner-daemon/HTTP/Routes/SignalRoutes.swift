import Hummingbird
import SkillMiner
import Taxonomy

/// Tables of signals, made when they are first asked for and kept until the data change.
enum SignalRoutes {
  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/api/v1/signals", .published) { request, context in
      let published = try app.publication.current()
      let query = try SignalQuery(try Query(request), published: published, for: context.disclosure)
      let table: SignalTables.Table
      if let known = published.signals.known(query.key) {
        table = known
      } else {
        do {
          table = try await app.blocking {
            try published.signals.table(query, for: published)
          }
        } catch let error as ReadingError where error.finding.code == "SIGNAL-001" {
          throw Problem(.noData, "\(error.finding.message) \(error.finding.advice) [SIGNAL-001]")
        } catch let error as ReadingError where error.finding.code == "SIGNAL-002" {
          throw Problem(.unknownResource, "\(error.finding.message) \(error.finding.advice) [SIGNAL-002]")
        }
      }
      return try AnalysisRoutes.table(table.rendering, tag: table.result.fingerprint, to: request)
    }
  }
}
