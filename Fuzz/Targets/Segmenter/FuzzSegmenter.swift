import FuzzSupport

@testable import SkillMiner

/// The table's boundaries are ICU's, and tokens stand in order within the text, whatever the units.
private struct Segmenter {
  let fast: WordBreaker
  let slow: WordBreaker
  let analyzer: Analyzer

  init() throws {
    fast = try WordBreaker()
    slow = try WordBreaker(table: nil)
    let learner = try Analyzer(synonyms: [])
    _ = learner.tokens(of: "gestion des stocks, équipe, vous, C++, .NET, évaluation, concevoir")
    analyzer = try Analyzer(vocabulary: learner.vocabulary)
  }

  func ends(_ breaker: WordBreaker, _ units: UnsafeBufferPointer<UInt16>) -> [Int] {
    var ends: [Int] = []
    breaker.forEachSegment(units) { _, end, isWord in ends.append(end << 1 | (isWord ? 1 : 0)) }
    return ends
  }

  func check(_ units: [UInt16]) {
    units.withUnsafeBufferPointer { buffer in
      precondition(ends(fast, buffer) == ends(slow, buffer), "boundaries are not ICU's")
      var last: Int32 = 0
      for token in analyzer.analyse(buffer) {
        precondition(token.start >= last && token.end >= token.start && Int(token.end) <= buffer.count)
        last = token.start
      }
    }
  }
}

nonisolated(unsafe) private let segmenter = try? Segmenter()

/// Checks one input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard let segmenter else { preconditionFailure("ICU is not usable") }
  segmenter.check(FuzzInput.units(FuzzInput.bytes(data, size)))
  return 0
}
