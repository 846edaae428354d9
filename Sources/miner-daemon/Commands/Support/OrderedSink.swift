import Foundation

/// Puts the work of several threads back in order: a portion is delivered when all before it are.
///
/// Bounded: a thread that is too far ahead waits. The thread that holds the next portion never waits, so all end.
final class OrderedSink<Portion>: @unchecked Sendable {
  private let condition = NSCondition()
  private let bound: Int
  private let deliver: (Portion) -> Void
  private var next = 0
  private var waiting: [Int: Portion] = [:]

  /// - Parameters:
  ///   - bound: portions that may wait for one before them.
  ///   - deliver: called with each portion in order, by one thread at a time.
  init(bound: Int, deliver: @escaping (Portion) -> Void) {
    self.bound = max(1, bound)
    self.deliver = deliver
  }

  /// Gives the portion of a number (from 0, each once).
  func put(_ portion: Portion, number: Int) {
    condition.lock()
    defer { condition.unlock() }
    while number > next + bound { condition.wait() }
    waiting[number] = portion
    while let ready = waiting.removeValue(forKey: next) {
      deliver(ready)
      next += 1
    }
    condition.broadcast()
  }
}
