import TestSupport
import Testing

@testable import SkillMiner

struct ByteScanTests {
  /// Every place of every short text, and the end of it.
  @Test func findsWhatLookingAtEachByteFinds() {
    var random = SeededGenerator(seed: 19)
    var found = 0
    for count in 0..<70 {
      for _ in 0..<20 {
        let bytes = (0..<count).map { _ in UInt8.random(in: 0x28...0x40, using: &random) }
        bytes.withUnsafeBufferPointer { bytes in
          for start in 0...count {
            let place = ByteScan.first(of: 0x30, 0x2B, 0x3F, in: bytes, from: start)
            let wanted = (start..<count).first { [0x30, 0x2B, 0x3F].contains(bytes[$0]) } ?? count
            #expect(place == wanted, "\(Array(bytes)) \(start)")
            found += place < count ? 1 : 0
          }
        }
      }
    }
    #expect(found > 10_000)
  }
}
