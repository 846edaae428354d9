import Dispatch
import Foundation
import Synchronization
import Taxonomy

/// Reads many offers on several threads; results come in the order of the offers, whatever the threads did.
final class ReadingPool {
  /// What is read in one offer.
  struct Reading: Sendable {
    var occupations: [OfferOccupation] = []
    var mentions: [Mention] = []
    /// The description packed, when that was asked for.
    var body: Data?
    /// The sketch of title and description, likewise.
    var sketch: OfferSketch?
  }

  /// Offers a thread takes at a time: enough to make taking cheap, few enough to end together.
  private static let portion = 32

  private let engine: ReadingEngine
  private let wantsOccupations: Bool
  private let workers: [Extractor.Worker]
  private let codec: TextCodec?

  /// - Parameters:
  ///   - threads: as many as the machine has cores when `nil`; what is read does not depend on it.
  ///   - wantsOccupations: whether titles are to be matched against appellations as well.
  ///   - codec: packs the texts, and sketches are made, when given.
  init(
    engine: ReadingEngine, threads: Int? = nil, wantsOccupations: Bool = true, codec: TextCodec? = nil
  ) throws {
    let threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    self.engine = engine
    self.codec = codec
    self.wantsOccupations = wantsOccupations
    workers = try engine.idle.take(max(1, threads), from: engine.extractor)
  }

  deinit { engine.idle.giveBack(workers) }

  /// Reads offers; the row in `OfferToRead` is not looked at.
  func read(_ offers: [OfferToRead]) -> [Reading] {
    let portions = (offers.count + Self.portion - 1) / Self.portion
    let taken = Atomic(0)
    let results = Mutex([[Reading]](repeating: [], count: portions))
    // Each iteration is the only one to touch its worker.
    nonisolated(unsafe) let workers = self.workers
    let engine = self.engine
    let wantsOccupations = self.wantsOccupations
    let codec = self.codec
    DispatchQueue.concurrentPerform(iterations: workers.count) { thread in
      let worker = workers[thread]
      while true {
        let index = taken.add(1, ordering: .relaxed).oldValue
        guard index < portions else { return }
        let range = index * Self.portion..<min(offers.count, (index + 1) * Self.portion)
        let readings = offers[range].map { Self.read($0, engine, worker, wantsOccupations, codec) }
        results.withLock { $0[index] = readings }
      }
    }
    return results.withLock { $0 }.flatMap { $0 }
  }

  private static func read(
    _ offer: OfferToRead, _ engine: ReadingEngine, _ worker: Extractor.Worker, _ wantsOccupations: Bool,
    _ codec: TextCodec?
  ) -> Reading {
    let resolver = engine.occupations
    let declared = resolver.declared(
      offer.occupation, label: offer.occupationLabel, appellation: offer.appellation, title: offer.title)
    // Only an occupation that is sure may weigh on what is read.
    let prior = declared.count == 1 ? declared[0].code : declared.isEmpty ? nil : offer.occupation
    var reading = Reading(
      occupations: declared.isEmpty && wantsOccupations ? resolver.proposed(title: offer.title) : declared,
      mentions: worker.extract(title: offer.title, description: offer.description, occupation: prior))
    if let codec {
      reading.body = codec.pack(offer.description)
      reading.sketch = OfferSketch(title: offer.title, description: offer.description)
    }
    return reading
  }
}
