/// An offer as the discovery of terms sees it: runs of content words outside what the taxonomy knows.
struct TermOffer {
  /// Content words in a row: nothing but a few function words, hyphens and slashes stands between them.
  struct Run {
    var keys: [Int32] = []
    /// UTF-16 offsets into the description.
    var starts: [Int] = []
    var ends: [Int] = []
    /// Whether each word stands in a demanded mention without item, or behind a cue.
    var isDemanded: [Bool] = []
    /// The item each word names, as a place in `TermReader.hidden`; -1 outside of all.
    var item: [Int32] = []
    /// Whether each word is new: written like a name, or in no label, title or form of the taxonomy.
    var isNew: [Bool] = []
    /// Whether each word is written like a name: a capital inside the clause, capitals, a digit.
    var isName: [Bool] = []
    /// Whether each word may be the first or the last of a term: it holds a letter and is no auxiliary word.
    var mayEnd: [Bool] = []
  }

  let offer: OfferWithMentions
  let runs: [Run]
}
