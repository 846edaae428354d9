import Dispatch
import Synchronization
import Testing

@testable import miner_daemon

@Suite struct OrderedSinkTests {
  @Test(arguments: [1, 2, 7]) func portionsComeOutInOrder(threads: Int) {
    let taken = Atomic(0)
    let delivered = Mutex<[Int]>([])
    let sink = OrderedSink<Int>(bound: 2) { portion in delivered.withLock { $0.append(portion) } }
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let number = taken.add(1, ordering: .relaxed).oldValue
        guard number < 2000 else { return }
        sink.put(number * 3, number: number)
      }
    }
    #expect(delivered.withLock { $0 } == (0..<2000).map { $0 * 3 })
  }
}
