import Hummingbird
import SkillMiner

/// `/health/live`: the process answers.
enum HealthRoutes {
  static func add(to router: Router<BasicRequestContext>) {
    router.get("/health/live") { _, _ in
      Answer.fresh(
        "{\"status\":\"ok\",\"version\":\(JSONText.string(Version.current))}\n",
        type: "application/json; charset=utf-8")
    }
  }
}
