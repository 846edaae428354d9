/// Form and key of a Latin spelling, worked out in bytes: what `Analyzer.makeEntry` gives, without a string on the way.
///
/// Not thread-safe: one an analyser. A spelling that folds to more than ASCII, or whose ending has rules of its own, is left
/// to the slow way.
struct LatinSpelling {
  /// Longest bytes: every unit folds to four at most.
  private static let room = Analyzer.longestWord * 4 + 8

  private let index: SpellingIndex
  private let folded = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
  private let lower = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
  private let base = UnsafeMutablePointer<UInt8>.allocate(capacity: room)

  init(index: SpellingIndex) { self.index = index }

  func deallocate() {
    folded.deallocate()
    lower.deallocate()
    base.deallocate()
  }

  /// What was found.
  struct Result {
    var form: Int32
    var key: Int32
    var isFunction: Bool
    /// `flags` that follow from the ending.
    var ending: Token.Flags
  }

  /// - Parameter units: at most `Analyzer.longestWord`.
  func read(_ units: UnsafeBufferPointer<UInt16>, hasDigit: Bool, _ stemmer: Stemmer) -> Result? {
    let table = LatinTable.shared
    var length = 0
    var lowerLength = 0
    for unit in units {
      guard unit < FoldingTable.limit, table.fold(unit, folded, &length),
        table.lower(unit, lower, &lowerLength)
      else { return nil }
    }
    let known = index.known(folded, length)
    guard !isLeft(length) else { return nil }
    return Result(
      form: known.form, key: key(known, length, lowerLength, hasDigit, stemmer),
      isFunction: known.isFunction, ending: ending(length))
  }

  private func key(
    _ known: SpellingIndex.Known, _ length: Int, _ lowerLength: Int, _ hasDigit: Bool, _ stemmer: Stemmer
  ) -> Int32 {
    if hasDigit { return index.key(folded, length) }
    if known.key != SpellingIndex.unwritten { return known.key }
    let stem = stemmer.stem(UnsafeBufferPointer(start: lower, count: lowerLength))
    guard var count = fold(stem) else { return slowKey(stem) }
    let written = index.key(stem: base, count)
    if written != SpellingIndex.unwritten { return written }
    count = Self.normalise(base, count)
    return index.key(base, count)
  }

  /// A stem that is not Latin cannot come of a Latin word; should it, the slow way decides.
  private func slowKey(_ stem: UnsafeBufferPointer<UInt8>) -> Int32 {
    let key = Morphology.normalised(Folding.fold(String(decoding: stem, as: UTF8.self)))
    return Array(key.utf8).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { index.key($0, bytes.count) } ?? -1
    }
  }

  /// Folds a stem into `base`; its length, `nil` when it is more than ASCII.
  private func fold(_ stem: UnsafeBufferPointer<UInt8>) -> Int? {
    let table = LatinTable.shared
    var length = 0
    var at = 0
    while at < stem.count {
      var unit = UInt16(stem[at])
      at += 1
      if unit >= 0x80 {
        guard unit & 0xE0 == 0xC0, at < stem.count else { return nil }
        unit = (unit & 0x1F) << 6 | UInt16(stem[at] & 0x3F)
        at += 1
      }
      guard unit < FoldingTable.limit, table.fold(unit, base, &length) else { return nil }
    }
    return length
  }

  /// Whether the ending asks for more than rules on stems: *audit*, *précis*, *menus*, *formateur*.
  private func isLeft(_ length: Int) -> Bool {
    guard length >= 5 else { return false }
    let end = folded + length
    switch (end[-2], end[-1]) {
    // -it, -is, -as, -os, -us
    case (0x69, 0x74), (0x69, 0x73), (0x61, 0x73), (0x6F, 0x73), (0x75, 0x73): return true
    // -ateur, -ateurs, -atrice, -atrices
    case (0x75, 0x72), (0x72, 0x73), (0x63, 0x65), (0x65, 0x73): return length >= 8
    default: return false
    }
  }

  private func ending(_ length: Int) -> Token.Flags {
    guard length >= 4 else { return [] }
    switch (folded[length - 2], folded[length - 1]) {
    case (0x65, 0x7A): return .secondPerson  // ez
    case (0x65, 0x72), (0x69, 0x72), (0x72, 0x65): return .infinitive  // er, ir, re
    default: return []
    }
  }

  /// `Morphology.normalised` in place; the new length.
  static func normalise(_ stem: UnsafeMutablePointer<UInt8>, _ given: Int) -> Int {
    var length = given
    func ends(_ suffix: StaticString, keeping least: Int = 4) -> Bool {
      let count = suffix.utf8CodeUnitCount
      guard length - count >= least else { return false }
      for offset in 0..<count where stem[length - count + offset] != suffix.utf8Start[offset] { return false }
      length -= count
      return true
    }
    if ends("issag") || ends("issement") || ends("iss") || ends("ation") {
    } else if ends("ition") {
      stem[length] = 0x69
      stem[length + 1] = 0x74
      length += 2
    } else {
      _ =
        ends("ement") || ends("ment") || ends("age") || ends("ag", keeping: 3) || ends("aison")
        || ends("anc")
    }
    if length > 0, stem[length - 1] == 0x79 { stem[length - 1] = 0x69 }
    if length > 4, stem[length - 1] == stem[length - 2], stem[length - 1] != 0x73 { length -= 1 }
    return length
  }
}
