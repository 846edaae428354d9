/// Parts of French words that stand apart in writing: what is elided, and the endings of inclusive writing.
enum FrenchParts {
  /// What may stand before an apostrophe as a word of its own, the frequent ones first.
  static let elisions = [
    "l", "d", "n", "s", "qu", "c", "j", "m", "t", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu",
  ]
  /// The same, to be looked up.
  static let elided = PackedWordSet(elisions)

  /// Longest ending as it is written, in units.
  static let longestEnding = 5

  /// Endings that inclusive writing adds to a masculine form.
  static let endings = PackedWordSet([
    "e", "es", "s", "ne", "nes", "le", "les", "lle", "trice", "trices", "rice", "rices", "ice", "ices",
    "euse", "euses", "se", "ses", "ve", "ves", "fe", "ere", "eres", "re", "res", "ure", "eure", "eures",
    "esse", "te", "tes", "x", "ux", "che", "que", "ive", "ives", "sse", "elle", "elles", "aux", "lles",
    "ienne", "iere", "enne",
  ])
}
