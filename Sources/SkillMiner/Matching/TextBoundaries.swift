/// Where texts are cut into words, in Unicode scalar offsets: what `tokens` shows. Not thread-safe.
public final class TextBoundaries {
  private let breaker: WordBreaker
  private let analyzer: Analyzer?

  /// - Parameter lexicon: whose words decide where glued words are parted; `nil` for ICU's own boundaries.
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public init(lexicon: Lexicon?) throws {
    breaker = try WordBreaker()
    analyzer = try lexicon.map { try Analyzer(vocabulary: $0.vocabulary) }
  }

  /// Boundaries in ascending order, 0 and the length included; an empty text has 0 alone.
  ///
  /// With a lexicon: ICU's boundaries and the edges of the tokens, less what stands inside a token (*C++* is one).
  public func boundaries(of text: String) -> [Int] {
    let units = UTF16Units.array(of: text)
    var isBoundary = [Bool](repeating: false, count: units.count + 1)
    isBoundary[0] = true
    units.withUnsafeBufferPointer { buffer in
      breaker.forEachSegment(buffer) { _, end, _ in isBoundary[end] = true }
      for token in analyzer?.tokens(of: buffer) ?? [] where token.kind != .lineBreak {
        isBoundary[Int(token.start)] = true
        isBoundary[Int(token.end)] = true
        for inside in Int(token.start) + 1..<max(Int(token.start) + 1, Int(token.end)) {
          isBoundary[inside] = false
        }
      }
    }
    var offsets = ScalarOffsets()
    return isBoundary.indices.filter { isBoundary[$0] }.map { offsets.scalar(at: $0, in: units) }
  }
}
