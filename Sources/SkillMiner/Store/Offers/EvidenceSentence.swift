/// Cuts the sentence a mention stands in out of a text.
///
/// Offers are lists as often as prose, so a line break ends a sentence as `.`, `!`, `?` and `…` do when a space follows
/// them (a point inside `R.489` or `2.5` does not).
public enum EvidenceSentence {
  /// Longest passage, in Unicode scalars; a longer sentence is cut around the mention, marked by `…`.
  public static let cap = 300

  /// - Parameters:
  ///   - text: the field the offsets count in.
  ///   - start: first Unicode scalar of the mention.
  ///   - end: scalar after its last.
  /// - Returns: the passage and the mention's scalar offsets in it; `nil` when the offsets lie outside the text.
  public static func cut(_ text: String, start: Int, end: Int) -> (sentence: String, start: Int, end: Int)? {
    let scalars = scalars(of: text)
    guard start >= 0, start < end, end <= scalars.count else { return nil }
    var from = start
    while from > 0, !endsSentence(scalars, at: from - 1) { from -= 1 }
    var to = end
    while to < scalars.count, !isLineBreak(scalars[to]), !endsSentence(scalars, at: to - 1) { to += 1 }
    while from < start, isMargin(scalars[from]) { from += 1 }
    while to > end, scalars[to - 1].properties.isWhitespace { to -= 1 }

    // Too long: keep the mention in the middle of what is shown.
    var isCutBefore = false
    var isCutAfter = false
    if to - from > cap {
      let room = max(0, cap - (end - start))
      let newFrom = max(from, min(start - room / 2, to - cap))
      let newTo = min(to, max(end, newFrom + cap))
      isCutBefore = newFrom > from
      isCutAfter = newTo < to
      from = isCutBefore ? wordStart(scalars, newFrom, before: start) : newFrom
      to = isCutAfter ? wordEnd(scalars, newTo, after: end) : newTo
    }
    let lead = isCutBefore ? "…\u{A0}" : ""
    let tail = isCutAfter ? "\u{A0}…" : ""
    var passage = String.UnicodeScalarView()
    // Inside a passage every blank is one plain space, scalar for scalar, so that offsets hold.
    for scalar in scalars[from..<to] { passage.append(isLineBreak(scalar) || scalar == "\t" ? " " : scalar) }
    let shift = lead.unicodeScalars.count - from
    return (lead + String(passage) + tail, start + shift, end + shift)
  }

  /// Where a cut falls into a word, the word is left out whole; a text without blanks nearby is cut as it is.
  private static func wordStart(_ scalars: [Unicode.Scalar], _ cut: Int, before limit: Int) -> Int {
    guard !scalars[cut - 1].properties.isWhitespace else { return cut }
    let reach = cut..<min(limit, cut + longestWord)
    return reach.first { scalars[$0].properties.isWhitespace }.map { $0 + 1 } ?? cut
  }

  private static func wordEnd(_ scalars: [Unicode.Scalar], _ cut: Int, after limit: Int) -> Int {
    guard !scalars[cut].properties.isWhitespace else { return cut }
    let reach = max(limit, cut - longestWord)..<cut
    return reach.last { scalars[$0].properties.isWhitespace } ?? cut
  }

  /// Scalars that are looked through for a blank.
  private static let longestWord = 30

  /// The scalars of a text. A page reads hundreds of offers, and the view of a string takes ten times as long.
  private static func scalars(of text: String) -> [Unicode.Scalar] {
    var text = text
    return text.withUTF8 { bytes in
      [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { scalars, count in
        guard let base = scalars.baseAddress else { return }
        var place = 0
        while place < bytes.count {
          // Strings hold well-formed UTF-8: the first byte tells how many follow.
          let lead = UInt32(bytes[place])
          let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
          var value = length == 1 ? lead : lead & (0x7F >> UInt32(length))
          for next in place + 1..<place + length { value = value << 6 | UInt32(bytes[next] & 0x3F) }
          (base + count).initialize(to: Unicode.Scalar(value) ?? "\u{FFFD}")
          count += 1
          place += length
        }
      }
    }
  }

  private static func endsSentence(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let scalar = scalars[index]
    if isLineBreak(scalar) { return true }
    guard scalar == "." || scalar == "!" || scalar == "?" || scalar == "…" else { return false }
    return index + 1 >= scalars.count || scalars[index + 1].properties.isWhitespace
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  /// Blanks and bullets before a sentence.
  private static func isMargin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "-*•·–>●▪".unicodeScalars.contains(scalar)
  }
}
