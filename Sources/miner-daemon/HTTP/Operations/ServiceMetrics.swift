import Synchronization

/// Counts for Prometheus, in its text format.
final class ServiceMetrics: Sendable {
  /// Upper bounds of the buckets of durations, in milliseconds.
  static let bounds = [1, 5, 10, 25, 50, 100, 250, 500, 1000, 5000]

  private struct Route: Hashable, Comparable {
    let method: String
    let route: String
    let status: Int

    static func < (a: Route, b: Route) -> Bool {
      (a.route, a.method, a.status) < (b.route, b.method, b.status)
    }
  }

  private struct State {
    var requests: [Route: Int] = [:]
    var buckets = [Int](repeating: 0, count: ServiceMetrics.bounds.count + 1)
    var milliseconds = 0
    var counters: [String: Int] = [:]
    var gauges: [String: Int] = [:]
  }

  private let state = Mutex(State())

  /// Counts an answered request.
  func count(method: String, route: String, status: Int, milliseconds: Int) {
    let known = Self.methods.contains(method) ? method : "OTHER"
    state.withLock { state in
      state.requests[Route(method: known, route: route, status: status), default: 0] += 1
      let bucket = Self.bounds.firstIndex { milliseconds <= $0 } ?? Self.bounds.count
      state.buckets[bucket] += 1
      state.milliseconds += milliseconds
    }
  }

  /// Adds to a counter, as in `skillminer_jobs_total{kind="offers",state="done"}`.
  func add(_ name: String, _ amount: Int = 1) {
    state.withLock { $0.counters[name, default: 0] += amount }
  }

  /// Sets a gauge.
  func set(_ name: String, to value: Int) { state.withLock { $0.gauges[name] = value } }

  /// Everything counted so far.
  var text: String {
    let state = state.withLock { $0 }
    var out = "# TYPE skillminer_requests_total counter\n"
    for (route, count) in state.requests.sorted(by: { $0.key < $1.key }) {
      out +=
        "skillminer_requests_total{method=\"\(route.method)\",route=\"\(route.route)\",status=\"\(route.status)\"} \(count)\n"
    }
    out += "# TYPE skillminer_request_duration_seconds histogram\n"
    var sum = 0
    for (bound, count) in zip(Self.bounds.map { "\(Double($0) / 1000)" } + ["+Inf"], state.buckets) {
      sum += count
      out += "skillminer_request_duration_seconds_bucket{le=\"\(bound)\"} \(sum)\n"
    }
    out += "skillminer_request_duration_seconds_sum \(Double(state.milliseconds) / 1000)\n"
    out += "skillminer_request_duration_seconds_count \(sum)\n"
    for (kind, values) in [("counter", state.counters), ("gauge", state.gauges)] {
      var family = ""
      for (name, value) in values.sorted(by: { $0.key < $1.key }) {
        let base = String(name.prefix { $0 != "{" })
        if base != family {
          out += "# TYPE \(base) \(kind)\n"
          family = base
        }
        out += "\(name) \(value)\n"
      }
    }
    return out
  }

  private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
}
