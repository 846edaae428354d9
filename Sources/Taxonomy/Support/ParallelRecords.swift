import Dispatch
import Synchronization

/// Does independent work on many values on all cores, with the results in the order of the values.
public enum ParallelRecords {
  /// - Parameters:
  ///   - portion: values a thread takes at a time: enough to make taking cheap, few enough to end together.
  ///   - body: called once for each value, on any thread.
  public static func map<Value: Sendable, Outcome: Sendable>(
    _ values: [Value], portion: Int = 32, _ body: @Sendable (Value) -> Outcome
  ) -> [Outcome] {
    let portions = (values.count + portion - 1) / portion
    guard portions > 1 else { return values.map(body) }
    let results = Mutex([[Outcome]](repeating: [], count: portions))
    DispatchQueue.concurrentPerform(iterations: portions) { index in
      let part = values[index * portion..<min(values.count, (index + 1) * portion)].map(body)
      results.withLock { $0[index] = part }
    }
    return results.withLock { $0 }.flatMap { $0 }
  }
}
