/// A sentence cut at its mention, so that a page can mark it without counting.
package struct MarkedSentence: Hashable, Sendable {
  package let before: String
  package let mention: String
  package let after: String

  /// - Parameters: Unicode scalar offsets; offsets that do not fit the sentence mark nothing.
  package init(_ sentence: String, start: Int, end: Int) {
    let scalars = sentence.unicodeScalars
    guard start >= 0, start < end, end <= scalars.count else {
      before = sentence
      mention = ""
      after = ""
      return
    }
    let from = scalars.index(scalars.startIndex, offsetBy: start)
    let to = scalars.index(from, offsetBy: end - start)
    before = String(scalars[..<from])
    mention = String(scalars[from..<to])
    after = String(scalars[to...])
  }
}
