import Synchronization

/// Values by scope: those of wide scopes are made beforehand and stay, of the others the latest. Pages of scopes without
/// end (each occupation of each commune) must not fill the memory.
final class ScopeMemory<Value: Sendable>: Sendable {
  private struct State {
    var kept: [PageScope: Value] = [:]
    var recent: [PageScope: Value] = [:]
    /// Scopes of `recent`, oldest first, behind those that left.
    var order: [PageScope] = []
    var left = 0

    mutating func add(_ value: Value, _ scope: PageScope, limit: Int) {
      guard recent.updateValue(value, forKey: scope) == nil else { return }
      order.append(scope)
      guard order.count - left > limit else { return }
      recent[order[left]] = nil
      left += 1
      if left > limit {
        order.removeFirst(left)
        left = 0
      }
    }
  }

  private let limit: Int
  private let state = Mutex(State())

  /// - Parameter limit: how many values stay that were not made to stay.
  init(limit: Int) { self.limit = limit }

  func known(_ scope: PageScope) -> Value? {
    state.withLock { $0.kept[scope] ?? $0.recent[scope] }
  }

  /// The value of a scope. It is made outside the lock: two who ask at once may both make it, and make the same.
  ///
  /// - Parameter stays: whether it is kept for good.
  func value(_ scope: PageScope, stays: Bool = false, _ make: () -> Value) -> Value {
    if let known = known(scope) { return known }
    let value = make()
    state.withLock { state in
      if stays {
        state.kept[scope] = value
      } else {
        state.add(value, scope, limit: limit)
      }
    }
    return value
  }
}
