public import Taxonomy

/// Everything the extractor looks for, frozen: built once from a release and the overlays, shared by all threads.
public final class Lexicon: Sendable {
  /// The release it was built from.
  public let release: TaxonomyRelease
  /// Families by identifier, items that stand in no written family included.
  public let families: CompetencyFamilies
  /// SHA-256 of release, overlays and code version; part of every fingerprint.
  public let digest: String

  /// Items in ascending code order; `Phrase.item` indexes it.
  let items: [Competency]
  let itemOfCode: [OGRCode: Int32]
  /// Kind and nature of each item.
  let traits: FrozenArray<ItemTraits>
  let vocabulary: Analyzer.Vocabulary
  let classes: WordClasses
  let sections: SectionDetector
  let index: PhraseIndex
  /// Forms by value of `trie`.
  let forms: [CompiledForm]
  let trie: FrozenTrie
  /// Item and traits of each of `forms`, for loops that touch no object.
  let itemOfForm: FrozenArray<Int32>
  let formTraits: FrozenArray<FormTraits>
  /// Inflection base of each interned spelling, as a number.
  let inflections: FrozenArray<Int32>
  let grammars: GrammarMatcher
  /// Job titles, over content keys; the value is an index in `release.appellations`.
  let titles: FrozenTrie
  /// Job titles to propose occupations from; items are indices in `release.appellations`.
  let titleIndex: PhraseIndex
  /// Wordings that demand nothing, over folded spellings of their content words.
  let stopPhrases: FrozenTrie
  /// How often each key opens a savoir-faire label, and how often it stands in one.
  let taskVerbs: FrozenArray<Float>
  /// Occupations that ask for each item, as a natural logarithm of 1 + count.
  let popularity: FrozenArray<Float>
  let priors: OccupationPriors
  let occupations: OccupationModel
  /// How many phrases hold all keys of each phrase, as a natural logarithm: how general it is.
  let generality: FrozenArray<Float>
  /// Phrases from this one on are written forms; those before it are labels.
  let firstWritten: Int32
  /// Written forms of each item, as a natural logarithm of 1 + count.
  let writtenForms: FrozenArray<Float>
  /// Keys that stand side by side in a label or a form.
  let labelPairs: LabelPairs
  /// Vectors of keys, trained on a store's offers or learned from the labels, and of each item's label.
  let vectors: WordVectors
  let itemVectors: FrozenArray<Float>
  let itemGuards: ItemGuards
  let stanceCues: StanceCues
  let model: LinkerModel

  /// - Parameters:
  ///   - release: the taxonomy.
  ///   - overlays: written forms, synonyms and families.
  ///   - shelf: keeps the trie of forms for the next run; `nil` to build it each time.
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public init(release: TaxonomyRelease, overlays: Overlays, shelf: TrieShelf? = nil) throws {
    self.release = release
    items = release.competencies
    var itemOfCode: [OGRCode: Int32] = [:]
    for (index, item) in items.enumerated() { itemOfCode[item.code] = Int32(index) }
    self.itemOfCode = itemOfCode
    traits = FrozenArray(items.map { ItemTraits($0) })
    digest = overlays.digest(over: release.digest)

    let analyzer = try Analyzer(synonyms: overlays.synonyms)
    for word in WordClasses.words + SectionDetector.words + StanceCues.words + GrammarMatcher.words {
      _ = analyzer.tokens(of: word)
    }
    for record in overlays.itemGuards {
      for word in record.needs + record.without { _ = analyzer.tokens(of: word) }
    }
    func keys(_ text: String) -> [Int32] { analyzer.tokens(of: text).filter(\.isContent).map(\.key) }
    func wording(_ text: String, of item: Int32) -> PhraseIndex.Wording {
      let content = analyzer.tokens(of: text).filter(\.isContent)
      return PhraseIndex.Wording(item: item, keys: content.map(\.key), spellings: content.map(\.form))
    }

    // Phrases to link to: labels in all their readings, then the written forms.
    var written: [PhraseIndex.Wording] = []
    var taskCounts: [Int32: Float] = [:]
    var itemKeys = [[Int32]](repeating: [], count: items.count)
    for (index, item) in items.enumerated() {
      var seen = Set<[Int32]>()
      for (rank, phrase) in LabelVariants.phrases(item.label).enumerated() {
        let wording = wording(phrase, of: Int32(index))
        if seen.insert(wording.keys).inserted { written.append(wording) }
        if rank == 0 { itemKeys[index] = wording.keys }
        if rank == 0, item.kind == .knowHow || item.kind == .macro, let first = wording.keys.first {
          taskCounts[first, default: 0] += 1
        }
      }
    }
    let labelPhrases = written.count
    var compiled: [CompiledForm] = []
    var builder = TrieBuilder()
    var itemOfForm: [Int32] = []
    // Labels of several words and their variants differ in nothing but keys and item: one object for those of a kind.
    var plain: [Mention.Kind: CompiledForm] = [:]
    func add(_ form: SurfaceForm) {
      let all = analyzer.tokens(of: form.text).filter { $0.kind == .word || $0.kind == .number }
      let tokens = all.filter(\.isContent)
      // A task label of one content word says too little to be a form.
      guard tokens.count > (form.origin == .label && form.kind == .knowHow ? 1 : 0) else { return }
      let item = form.code.flatMap { itemOfCode[$0] } ?? -1
      func ids(_ words: [String]) -> [Int32] { words.flatMap { analyzer.tokens(of: $0).map(\.form) } }
      builder.insert(tokens.map(\.key), value: Int32(compiled.count))
      itemOfForm.append(item)
      let isPlain = form.origin == .label && tokens.count > 1 && form.guards.isEmpty
      if isPlain, let known = plain[form.kind] { return compiled.append(known) }
      let made = CompiledForm(
        form: form, spellings: tokens.map(\.form), words: all.map(\.form),
        anchor: all.firstIndex { $0.isContent } ?? 0, notBefore: ids(form.guards.notBefore),
        notAfter: ids(form.guards.notAfter), needs: ids(form.guards.needs))
      if isPlain { plain[form.kind] = made }
      compiled.append(made)
    }
    for form in overlays.forms {
      // A form for an item that this release does not hold is a form for nothing; it stays unlinked.
      add(form)
      // One word alone is too ambiguous to be linked by its key: the trie and its guards are for that.
      if let code = form.code, let item = itemOfCode[code] {
        let wording = wording(form.text, of: item)
        if wording.keys.count > 1 { written.append(wording) }
      }
    }
    for item in items { for form in Self.labelForms(item) { add(form) } }
    trie = shelf.map { $0.trie(builder) } ?? builder.frozen()
    let grammars = GrammarMatcher(release: release) { analyzer.tokens(of: $0) }
    forms = compiled
    self.itemOfForm = FrozenArray(itemOfForm)
    formTraits = FrozenArray(compiled.map { FormTraits($0.form) })

    var titleBuilder = TrieBuilder()
    var titlePhrases: [PhraseIndex.Wording] = []
    var occupationKeys = [ROMECode: [Int32]](minimumCapacity: release.occupations.count)
    for occupation in release.occupations { occupationKeys[occupation.code] = keys(occupation.label) }
    for (index, appellation) in release.appellations.enumerated() {
      for title in TitleVariants.titles(appellation) {
        let titleKeys = keys(title)
        titleBuilder.insert(titleKeys, value: Int32(index))
        titlePhrases.append(PhraseIndex.Wording(item: Int32(index), keys: titleKeys, spellings: titleKeys))
        occupationKeys[appellation.occupation, default: []] += titleKeys
      }
    }
    titles = titleBuilder.frozen()
    var stopBuilder = TrieBuilder()
    for phrase in overlays.stopPhrases {
      stopBuilder.insert(analyzer.tokens(of: phrase).filter(\.isContent).map(\.form), value: 0)
    }
    stopPhrases = stopBuilder.frozen()

    vocabulary = analyzer.vocabulary.frozen()
    self.grammars = grammars.frozen(spellings: vocabulary.forms.names)
    let forms = vocabulary.forms
    var bases = Interner()
    inflections = FrozenArray(forms.names.map { bases.intern(Inflection.base($0)) })
    itemGuards = ItemGuards(overlays.itemGuards, itemOfCode: itemOfCode, itemCount: items.count) {
      bases.intern(Inflection.base($0))
    }
    func spellings(_ phrase: String) -> [Int32] {
      analyzer.tokens(of: phrase).filter { $0.kind != .punctuation }.map(\.form)
    }
    sections = SectionDetector(forms: spellings)
    let stanceCues = StanceCues(forms: spellings)
    self.stanceCues = stanceCues
    model = overlays.model(over: release.digest)
    var linkCounts = [Float](repeating: 0, count: items.count)
    for link in release.links { if let item = itemOfCode[link.competency] { linkCounts[Int(item)] += 1 } }
    titleIndex = PhraseIndex(written: titlePhrases, keyCount: vocabulary.keys.count, weak: [])
    let weak = Set(WeakHeads.words.flatMap(keys))
    families = FamilyBuilder.families(
      release: release, itemOfCode: itemOfCode, written: overlays.families, itemKeys: itemKeys, weak: weak,
      linked: linkCounts)
    index = PhraseIndex(written: written, keyCount: vocabulary.keys.count, weak: weak)
    var taskVerbs = [Float](repeating: 0, count: vocabulary.keys.count)
    for (key, count) in taskCounts where key >= 0 { taskVerbs[Int(key)] = count }
    self.taskVerbs = FrozenArray(taskVerbs)
    popularity = FrozenArray(linkCounts.map { PhraseIndex.log(1 + $0) })
    classes = WordClasses(
      vocabulary: forms,
      thirdPlural: { id in
        let word = forms[id]
        guard word.utf8.count >= 5, word.hasSuffix("ent"), !word.hasSuffix("ment") else { return false }
        return analyzer.tokens(of: word).first.map { $0.key >= 0 && taskVerbs[Int($0.key)] >= 3 } ?? false
      }, cues: stanceCues.firsts)
    firstWritten = index.phraseCount(before: labelPhrases, in: written)
    var formCounts = [Float](repeating: 0, count: items.count)
    for wording in written[labelPhrases...] { formCounts[Int(wording.item)] += 1 }
    writtenForms = FrozenArray(formCounts.map { PhraseIndex.log(1 + $0) })
    labelPairs = LabelPairs(written.map(\.keys))
    // A written form and the label of its item say the same in other words.
    let said = written[labelPhrases...].map { Array(Set($0.keys + itemKeys[Int($0.item)])).sorted() }
    let keyNames = vocabulary.keys.names
    let vectors =
      overlays.vectors(over: release.digest).map { WordVectors($0, keys: keyNames) }
      ?? WordVectors(labels: itemKeys + said, keys: keyNames)
    self.vectors = vectors
    itemVectors = Self.vectors(of: itemKeys, vectors, index)
    priors = OccupationPriors(release: release, itemOfCode: itemOfCode)
    generality = FrozenArray(index.generality())
    occupations = OccupationModel(
      release: release, titleKeys: release.occupations.map { occupationKeys[$0.code] ?? [] },
      itemKeys: itemKeys,
      itemOfCode: itemOfCode, keyCount: vocabulary.keys.count)
  }

  /// The identifier of the family an item counts for; `nil` when neither the release nor a written family holds it.
  public func family(of code: OGRCode) -> String? { families.id(of: code) }

  /// The vector of each item's label, of unit length or zero, one after the other.
  private static func vectors(
    of labels: [[Int32]], _ vectors: WordVectors, _ index: PhraseIndex
  ) -> FrozenArray<Float> {
    var all = [Float](repeating: 0, count: labels.count * WordVectors.dimensions)
    all.withUnsafeMutableBufferPointer { all in
      guard let base = all.baseAddress else { return }
      for (item, keys) in labels.enumerated() {
        let row = base + item * WordVectors.dimensions
        for key in keys { vectors.add(key, index.weight(key), to: row) }
        WordVectors.normalise(row)
      }
    }
    return FrozenArray(all)
  }

  /// Labels that may be matched word for word: not the single ordinary words that poison a matcher (*Son*, *C*).
  ///
  /// A label that stands whole in a clause is the longest form there: *coordonner l'activité d'une équipe* is not
  /// *coordonner l'activité* and a rest.
  static func labelForms(_ item: Competency) -> [SurfaceForm] {
    guard item.kind != .softSkill else { return [] }
    return LabelVariants.phrases(item.label).compactMap { phrase in
      let words = phrase.split(separator: " ").count
      guard words >= 2 || item.nature == .software && phrase.count >= 4 else { return nil }
      var guards = SurfaceForm.Guards()
      if item.nature == .software && words == 1 {
        guards.exact = true
        guards.matchesCase = true
      }
      if item.nature == .credential { guards.exact = false }
      return SurfaceForm(
        text: phrase, code: item.code, kind: Mention.Kind(item), origin: .label, guards: guards)
    }
  }
}

extension Mention.Kind {
  /// The kind of a mention linked to an item.
  init(_ item: Competency) {
    switch (item.nature, item.kind) {
    case (.credential, _): self = .credential
    case (.software, _): self = .tool
    case (.language, _): self = .language
    case (_, .knowHow), (_, .macro): self = .knowHow
    case (_, .softSkill): self = .softSkill
    case (_, .knowledge): self = .knowledge
    }
  }
}

extension CompetencyFamily.Kind {
  /// The kind of the family an item makes when it stands alone.
  public init(_ item: Competency) {
    switch (item.nature, item.kind) {
    case (.credential, _): self = .credential
    case (.software, _): self = .tool
    case (.language, _): self = .language
    case (_, .knowHow), (_, .macro): self = .knowHow
    case (_, .softSkill): self = .softSkill
    case (_, .knowledge): self = .knowledge
    }
  }
}
