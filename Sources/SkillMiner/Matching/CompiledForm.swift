extension Lexicon {
  /// A form with its guards in interned spellings: all that is said of an occurrence but its item, which `itemOfForm`
  /// knows. An object, so that looking at one counts one reference.
  final class CompiledForm: Sendable {
    /// Of a label without its text and its code: there are tens of thousands.
    let form: SurfaceForm
    /// Folded spellings of its content words, of one that has a single one or is guarded by spelling.
    let spellings: [Int32]
    /// Folded spellings of all its words, function words included, and where the content word stands in them: of one that
    /// has a single one and others beside it.
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
      form: SurfaceForm, spellings: [Int32], words: [Int32], anchor: Int, notBefore: [Int32],
      notAfter: [Int32], needs: [Int32]
    ) {
      let isSingle = spellings.count == 1
      self.form =
        form.origin != .label
        ? form
        : SurfaceForm(
          text: "", code: nil, family: form.family, kind: form.kind, origin: form.origin,
          guards: form.guards)
      self.spellings = isSingle || form.guards.exact || form.guards.allCaps ? spellings : []
      self.words = isSingle && words.count > 1 ? words : []
      self.anchor = anchor
      self.notBefore = notBefore
      self.notAfter = notAfter
      self.needs = needs
      capitals =
        form.guards.matchesCase
        ? form.text.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "'" || $0 == "’" })
          .map { $0.first?.isUppercase == true }
        : []
      origin = form.origin.ofMention
    }
  }
}

extension SurfaceForm.Origin {
  /// What a mention of a form names as its origin.
  var ofMention: String {
    switch self {
    case .label: "form:label"
    case .overlay: "form:overlay"
    case .learned: "form:learned"
    }
  }
}
