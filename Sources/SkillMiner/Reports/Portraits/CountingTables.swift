import Synchronization

/// Flat memory that counting needs, as long as a store has near-duplicate clusters and employers. Lent to one count at a
/// time and given back clean, so that a portrait of twenty offers does not pay for a million.
final class CountingTables: Sendable {
  /// What is lent; every value is `false` or 0 between two counts.
  struct Tables: Sendable {
    /// By near-duplicate cluster.
    var isSeen: [Bool]
    /// By employer: offers of all, and of those under one's eyes.
    var sizes: [Int32]
    var run: [Int32]
  }

  private let clusters: Int
  private let employers: Int
  private let idle = Mutex<[Tables]>([])

  init(clusters: Int, employers: Int) {
    self.clusters = clusters
    self.employers = employers
  }

  /// - Parameter body: leaves the tables as it found them.
  func lend<Value>(_ body: (inout Tables) -> Value) -> Value {
    var tables =
      idle.withLock { $0.popLast() }
      ?? Tables(
        isSeen: [Bool](repeating: false, count: clusters), sizes: [Int32](repeating: 0, count: employers),
        run: [Int32](repeating: 0, count: employers))
    defer { idle.withLock { [tables] in $0.append(tables) } }
    return body(&tables)
  }
}
