import Foundation
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// What is remembered from clause to clause changes nothing of what is read.
@Suite struct ReadingMemoTests {
  @Test func aWorkerThatReadMuchReadsAsAFreshOne() throws {
    let extractor = try EmbeddedEngine.shared.get().extractor
    let corpus = SharedData.packageRoot.appending(path: "corpora/offres-demo.jsonl.gz").path
    var offers: [(title: String, description: String, occupation: ROMECode?)] = []
    _ = try OfferReader(today: try #require(CalendarDate("2026-10-01"))).read(path: corpus) { record in
      guard offers.count < 400, case .offer(let offer, _, _) = record else { return }
      offers.append((offer.title, offer.description, offer.occupation))
    }
    #expect(offers.count == 400)
    let old = try extractor.makeWorker()
    func read(_ worker: Extractor.Worker, _ at: Int) -> [Mention] {
      worker.extract(
        title: offers[at].title, description: offers[at].description, occupation: offers[at].occupation)
    }
    let first = offers.indices.map { read(old, $0) }
    for at in offers.indices.reversed() { #expect(read(old, at) == first[at], "offer \(at)") }
    for at in stride(from: 0, to: offers.count, by: 40) {
      #expect(read(try extractor.makeWorker(), at) == first[at], "offer \(at)")
    }
  }

  @Test func theMemoForgetsAndNeverLies() {
    let memo = NumberMemo(numbers: 256, slots: 16)
    var random = SeededGenerator(seed: 3)
    var found = 0
    func value(_ key: [Int32]) -> [Int32] { key.map { $0 &* 7 } + [Int32(key.count)] }
    for _ in 0..<5000 {
      let key = (0..<Int.random(in: 1...4, using: &random)).map { _ in Int32.random(in: 0..<3, using: &random)
      }
      key.withUnsafeBufferPointer { own in
        let hash = NumberMemo.hash(own)
        if let known = memo.find(own, hash) {
          #expect(Array(known) == value(key))
          found += 1
        } else {
          value(key).withUnsafeBufferPointer { memo.add(own, hash, $0) }
          #expect(memo.find(own, hash).map(Array.init) == value(key))
        }
      }
    }
    #expect(found > 500)
    // What is larger than an eighth of it is not kept.
    let large = [Int32](repeating: 1, count: 64)
    large.withUnsafeBufferPointer {
      memo.add($0, NumberMemo.hash($0), $0)
      #expect(memo.find($0, NumberMemo.hash($0)) == nil)
    }
  }
}
