import Hummingbird
import SkillMiner

/// `/health/live`: the process answers. `/health/ready`: it has something to answer. `/metrics`: counts.
enum HealthRoutes {
  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/health/live", .open) { _, _ in
      Answer.fresh("{\"status\":\"ok\",\"version\":\(JSONText.string(Version.current))}\n")
    }
    service.get("/health/ready", .open) { _, _ in
      let published = try app.publication.current()
      return Answer.fresh(
        "{\"status\":\"ok\",\"fingerprint\":\"\(published.fingerprint)\",\"made\":\"\(published.made)\"}\n")
    }
    service.get("/metrics", .published) { _, _ in
      Answer.fresh(app.metrics.text, type: "text/plain; version=0.0.4; charset=utf-8")
    }
  }
}
