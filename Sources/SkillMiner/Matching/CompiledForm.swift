extension Lexicon {
  /// A form with its guards in interned spellings. An object, so that looking at one counts one reference.
  final class CompiledForm: Sendable {
    let form: SurfaceForm
    /// Index in `items`; -1 when it is linked to none.
    let item: Int32
    /// Folded spellings of its content words, for `exact`.
    let spellings: [Int32]
    /// Folded spellings of all its words, function words included, and where the first content word stands in them.
    let words: [Int32]
    let anchor: Int
    let notBefore: [Int32]
    let notAfter: [Int32]
    let needs: [Int32]
    /// Its words in order as written, cut at spaces, hyphens and apostrophes: whether each opens with a capital. Empty
    /// unless capitals must stand as written.
    let capitals: [Bool]
    /// What a mention of it names as its origin.
    let origin: String

    init(
      form: SurfaceForm, item: Int32, spellings: [Int32], words: [Int32], anchor: Int, notBefore: [Int32],
      notAfter: [Int32], needs: [Int32]
    ) {
      self.form = form
      self.item = item
      self.spellings = spellings
      self.words = words
      self.anchor = anchor
      self.notBefore = notBefore
      self.notAfter = notAfter
      self.needs = needs
      capitals =
        form.guards.matchesCase
        ? form.text.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "'" || $0 == "’" })
          .map { $0.first?.isUppercase == true }
        : []
      origin = "form:\(form.origin.rawValue)"
    }
  }
}
