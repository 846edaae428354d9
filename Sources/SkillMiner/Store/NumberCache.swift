import Synchronization

/// Numbers the store gave to what repeats (items, territories, employers), so that each is looked up once.
///
/// Filled inside transactions: a failed one may have given numbers that were never kept, so `Store` forgets them then.
final class NumberCache<Key: Hashable & Sendable>: Sendable {
  private let numbers = Mutex<[Key: Int64]>([:])

  /// The number of a key; `make` finds or gives it when it is not known yet.
  func number(of key: Key, _ make: () throws -> Int64) rethrows -> Int64 {
    if let known = numbers.withLock({ $0[key] }) { return known }
    let number = try make()
    numbers.withLock { $0[key] = number }
    return number
  }

  func forget() { numbers.withLock { $0 = [:] } }
}
