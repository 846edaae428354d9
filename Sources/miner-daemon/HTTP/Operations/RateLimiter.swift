import Synchronization

/// A bucket of requests for each client, filled at a steady rate (token bucket).
final class RateLimiter: Sendable {
  private struct Bucket {
    var level: Double
    var filled: Int
  }

  /// Requests a second; 0 for no limit.
  private let rate: Int
  private let burst: Double
  private let most: Int
  private let buckets = Mutex<[String: Bucket]>([:])

  /// - Parameters:
  ///   - rate: requests a second in the long run; 0 for no limit.
  ///   - burst: requests at once.
  ///   - most: clients remembered.
  init(rate: Int, burst: Int, most: Int = 10_000) {
    self.rate = rate
    self.burst = Double(burst)
    self.most = most
  }

  /// Takes one request out of a client's bucket.
  ///
  /// - Returns: 0, or the seconds after which to try again.
  func take(client: String, at milliseconds: Int) -> Int {
    guard rate > 0 else { return 0 }
    return buckets.withLock { buckets in
      if buckets.count >= most, buckets[client] == nil { forget(&buckets, at: milliseconds) }
      var bucket = buckets[client] ?? Bucket(level: burst, filled: milliseconds)
      let elapsed = Double(max(0, milliseconds - bucket.filled)) / 1000
      bucket.level = min(burst, bucket.level + elapsed * Double(rate))
      bucket.filled = milliseconds
      defer { buckets[client] = bucket }
      guard bucket.level >= 1 else {
        return max(1, Int(((1 - bucket.level) / Double(rate)).rounded(.up)))
      }
      bucket.level -= 1
      return 0
    }
  }

  /// Full buckets need not be remembered; should none be full, all start again.
  private func forget(_ buckets: inout [String: Bucket], at milliseconds: Int) {
    let full = burst / Double(rate) * 1000
    buckets = buckets.filter { Double(milliseconds - $0.value.filled) < full }
    if buckets.count >= most { buckets = [:] }
  }
}
