/// What the analyser has to know of a folded spelling and of a stem, laid out to be looked up in bytes.
///
/// Made once from a vocabulary that learns no more, shared by all threads.
final class SpellingIndex: Sendable {
  /// What is known of a folded spelling.
  struct Known {
    /// Its number in the vocabulary; -1 when it is not there.
    var form: Int32
    /// The number of the key that a written table gives it, -1 when the vocabulary lacks that key; `unwritten` when no
    /// table does.
    var key: Int32
    var isFunction: Bool
  }

  /// No table gives a key.
  static let unwritten: Int32 = -2
  static let unknown = Known(form: -1, key: unwritten, isFunction: false)

  private let spellings: ByteIndex
  private let known: FrozenArray<Known>
  private let stems: ByteIndex
  private let stemKeys: FrozenArray<Int32>
  private let keys: ByteIndex
  /// By place in `keys`.
  private let keyNumbers: FrozenArray<Int32>

  init(_ vocabulary: Analyzer.Vocabulary) {
    let synonyms = vocabulary.synonyms
    var names = vocabulary.forms.names
    let written = Set(FunctionWords.all).union(Morphology.irregular.keys)
    names += written.subtracting(names).sorted()
    spellings = ByteIndex(names)
    known = FrozenArray(
      names.map { name in
        Known(
          form: vocabulary.forms.id(name),
          key: Morphology.irregular[name].map { vocabulary.keys.id(synonyms.of($0)) } ?? Self.unwritten,
          isFunction: FunctionWords.all.contains(name))
      })
    let irregular = Morphology.irregularStems.keys.sorted()
    stems = ByteIndex(irregular)
    stemKeys = FrozenArray(
      irregular.map {
        vocabulary.keys.id(synonyms.of(Morphology.irregularStems[$0] ?? ""))
      })
    // Keys that stand for another one have a place of their own and its number.
    let aliases = synonyms.keys.keys.sorted()
    keys = ByteIndex(vocabulary.keys.names + aliases)
    keyNumbers = FrozenArray(
      vocabulary.keys.names.indices.map { Int32($0) } + aliases.map { vocabulary.keys.id(synonyms.of($0)) })
  }

  /// What is known of a folded spelling.
  func known(_ folded: UnsafePointer<UInt8>, _ length: Int) -> Known {
    let place = spellings.place(folded, length)
    return place < 0 ? Self.unknown : known[Int(place)]
  }

  /// The number of a key; -1 when the vocabulary lacks it.
  func key(_ key: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    let place = keys.place(key, length)
    return place < 0 ? -1 : keyNumbers[Int(place)]
  }

  /// The number of the key that the written table gives a stem; `unwritten` when it gives none.
  func key(stem: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    let place = stems.place(stem, length)
    return place < 0 ? Self.unwritten : stemKeys[Int(place)]
  }
}
