import Dispatch
import Synchronization
import Taxonomy

/// Compares all current offers for near-duplicates and keeps the clusters.
struct ClusterUpdate {
  /// Texts sketched at a time.
  private static let batch = 2000
  /// Threads that sketch; the result does not depend on it.
  private static let threads = 2

  let store: Store
  let progress: IngestProgressHandler?

  private struct Text {
    let offer: Int64
    let created: CalendarDate?
    let text: String
  }

  func run() throws {
    let total = try store.offerCount()
    var index = NearDuplicateIndex<Int64>()
    var waiting: [Text] = []
    func flush() throws {
      for (text, sketch) in zip(waiting, Self.sketch(waiting)) {
        index.add(id: text.offer, shingles: sketch.0, signature: sketch.1, created: text.created)
      }
      waiting.removeAll(keepingCapacity: true)
      try progress?(IngestProgress(phase: .clustering, done: index.count, total: total))
    }
    try store.forEachText { offer, created, title, description in
      waiting.append(Text(offer: offer, created: created, text: title + "\n" + description))
      if waiting.count == Self.batch { try flush() }
    }
    try flush()
    try store.replaceClusters(
      index.clusters().flatMap { cluster in cluster.members.map { (offer: $0, kept: cluster.kept) } })
  }

  /// Sketches in the order of the texts: each thread takes one run of them.
  private static func sketch(_ texts: [Text]) -> [(Shingles, MinHashSignature)] {
    let results = Mutex([[(Shingles, MinHashSignature)]](repeating: [], count: threads))
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let run = texts[texts.count * thread / threads..<texts.count * (thread + 1) / threads]
      let sketches = run.map {
        let shingles = Shingles($0.text)
        return (shingles, MinHashSignature(shingles))
      }
      results.withLock { $0[thread] = sketches }
    }
    return results.withLock { $0 }.flatMap { $0 }
  }
}
