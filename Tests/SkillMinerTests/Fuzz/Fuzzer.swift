import Foundation
import TestSupport

/// A small deterministic fuzzer: seeds are cut, doubled, spliced and flipped, from a generator with a seed.
///
/// `SKILLMINER_FUZZ_ROUNDS` asks for more rounds, `SKILLMINER_FUZZ_SEED` for others.
struct Fuzzer {
  private var generator: SeededGenerator
  private let corpus: [[UInt8]]
  /// The seed of this run, to say with a failure.
  let seed: UInt64

  init(_ corpus: [[UInt8]]) {
    let environment = ProcessInfo.processInfo.environment
    seed = environment["SKILLMINER_FUZZ_SEED"].flatMap { UInt64($0) } ?? 2024
    generator = SeededGenerator(seed: seed)
    self.corpus = corpus
  }

  /// Rounds of this run.
  static func rounds(_ usual: Int) -> Int {
    ProcessInfo.processInfo.environment["SKILLMINER_FUZZ_ROUNDS"].flatMap { Int($0) } ?? usual
  }

  /// The next input.
  mutating func next() -> [UInt8] {
    var bytes = corpus.randomElement(using: &generator) ?? []
    for _ in 0..<Int.random(in: 1...6, using: &generator) { mutate(&bytes) }
    return bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let at = Int.random(in: 0...bytes.count, using: &generator)
    let length = Int.random(in: 0...min(16, bytes.count - at), using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes.removeSubrange(at..<at + length)
    case 1: bytes.insert(contentsOf: bytes[at..<at + length], at: at)
    case 2:
      let other = corpus.randomElement(using: &generator) ?? []
      let from = Int.random(in: 0...other.count, using: &generator)
      bytes.insert(contentsOf: other[from...].prefix(24), at: at)
    case 3 where at < bytes.count: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 4 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &generator)
    default:
      let marks = Array("\"\\{}[]:,;\n\r\t'’·.œ\u{AD}\u{301}\u{200D}👩\u{202F}0".utf8)
      let from = Int.random(in: 0..<marks.count, using: &generator)
      bytes.insert(contentsOf: marks[from...].prefix(4), at: at)
    }
  }
}
