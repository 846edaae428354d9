/// What inflection leaves of a folded word: number, gender and the commonest verb endings are dropped, derivation kept.
enum Inflection {
  /// *rigoureuses* → *rigoureu*, *adaptée* and *adapter* → *adapt*, but *adaptable* → *adaptabl*.
  static func base(_ folded: String) -> String {
    var word = Substring(folded)
    func cut(_ suffix: String, to replacement: String = "") -> Bool {
      guard word.hasSuffix(suffix), word.count - suffix.count >= 3 else { return false }
      word = word.dropLast(suffix.count) + replacement[...]
      return true
    }
    _ = cut("s") || cut("aux", to: "al") || cut("x")
    _ =
      cut("euse", to: "eu") || cut("ive", to: "if") || cut("ee") || cut("er") || cut("ez") || cut("ent")
      || cut("e")
    // nn, ll, tt before a dropped e
    let end = word.suffix(2)
    if end.count == 2, end.first == end.last, word.count > 3 { word.removeLast() }
    return String(word)
  }
}
