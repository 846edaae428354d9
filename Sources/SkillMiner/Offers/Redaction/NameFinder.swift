/// Finds names of persons in lines about contacting somebody.
///
/// A name is a civility and what follows it, or a known first name and a surname, where the words before speak of
/// contact; or, straight behind "contact :", a word and one in capitals.
struct NameFinder {
  /// - Parameter anchors: as `ContactAnchors` finds them.
  static func ranges(in bytes: UnsafeBufferPointer<UInt8>, anchors: [Int]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var stretch: Range<Int>?
    for anchor in anchors {
      // Only what stands around such a word, on its line, is split into words.
      let next = start(ofLine: bytes, before: anchor)..<end(ofLine: bytes, from: anchor)
      if let open = stretch, next.lowerBound <= open.upperBound {
        stretch = open.lowerBound..<max(open.upperBound, next.upperBound)
      } else {
        if let stretch { found += NameFinder(bytes, line: stretch).ranges() }
        stretch = next
      }
    }
    if let stretch { found += NameFinder(bytes, line: stretch).ranges() }
    return found
  }

  /// The start of the line, or of what is looked at before a contact word at an offset.
  private static func start(ofLine bytes: UnsafeBufferPointer<UInt8>, before anchor: Int) -> Int {
    var start = anchor
    let limit = max(0, anchor - before)
    while start > limit, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// The end of the line, or of what can belong to a contact word at an offset.
  private static func end(ofLine bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    let limit = min(bytes.count, start + reach + 80)
    while end < limit, bytes[end] != 0x0A { end += 1 }
    return end
  }

  /// How much before a contact word is looked at, in bytes.
  private static let before = 60
  /// How far behind a contact word a name is believed to belong to it, in bytes.
  private static let reach = 140

  private let bytes: UnsafeBufferPointer<UInt8>
  private let words: [LineWord]
  /// Ends of the contact words, ascending.
  private let contacts: [Int]

  private init(_ bytes: UnsafeBufferPointer<UInt8>, line: Range<Int>) {
    self.bytes = bytes
    let words = LineWord.split(bytes, line)
    self.words = words
    contacts = words.filter { ContactWords.isContact($0.folded) }.map(\.range.upperBound)
  }

  private func ranges() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var i = 0
    while i < words.count {
      if let end = name(at: i) {
        found.append(words[i].range.lowerBound..<words[end - 1].range.upperBound)
        i = end
      } else {
        i += 1
      }
    }
    return found
  }

  /// The index behind the name that starts with a word.
  private func name(at i: Int) -> Int? {
    let word = words[i]
    guard word.isCapitalised else { return nil }
    if word.folded.utf8.first == 0x6D, ContactWords.civilities.contains(word.folded),
      !gap(before: i).hasSuffix("/")
    {
      return nameBehindCivility(at: i)
    }
    guard isInContact(word), !isPlaceName(before: i) else { return nil }
    let isFirstName = FirstNames.contains(word.folded)
    let end = surnameEnd(from: i + 1, limit: 3)
    if isFirstName, end > i + 1 { return end }
    // "MARTIN Julie"
    if word.isUpper, word.folded.count > 2, i + 1 < words.count, words[i + 1].isCapitalised,
      !words[i + 1].isUpper,
      gap(before: i + 1) == " ", FirstNames.contains(words[i + 1].folded), !ContactWords.isTitle(word.folded)
    {
      return i + 2
    }
    guard isStraightBehindContact(i), !ContactWords.isTitle(word.folded) else { return nil }
    if isFirstName { return i + 1 }
    let hasUpperSurname = end > i + 1 && words[i + 1].isUpper && words[i + 1].folded.count > 2
    return hasUpperSurname && !word.isUpper ? end : nil
  }

  private func nameBehindCivility(at i: Int) -> Int? {
    guard i + 1 < words.count, words[i + 1].isCapitalised, !ContactWords.isTitle(words[i + 1].folded),
      [" ", ". ", ".", "  "].contains(gap(before: i + 1))
    else { return nil }
    let name = words[i + 1]
    if words[i].folded == "m" {
      // "M.I.A.G.E.", "taille M", "120M USD" are no gentlemen.
      let start = words[i].range.lowerBound
      if start > 0, ASCII.isDigit(bytes[start - 1]) || bytes[start - 1] == 0x2E { return nil }
      if name.folded.utf8.count < 3 || (gap(before: i + 1) == " " && !isInContact(words[i])) { return nil }
    }
    let isBrandLike = words[i].isUpper && words[i].folded.count > 1
    guard isInContact(words[i]) || FirstNames.contains(name.folded) || (name.isUpper && !isBrandLike) else {
      return nil
    }
    if ContactWords.brandsBehindCivility.contains(name.folded) { return nil }
    return surnameEnd(from: i + 1, limit: 4)
  }

  /// The end of a run of capitalised words, with particles between them.
  private func surnameEnd(from start: Int, limit: Int) -> Int {
    var end = start
    var i = start
    while i < words.count, i - start < limit + 2, end - start < limit {
      let gap = gap(before: i)
      guard i == start || gap == " " || gap == ". " || gap == "\u{A0}" || gap == "-" else { break }
      if i == start, gap != " ", gap != ". ", gap != "\u{A0}", gap != "." { break }
      if words[i].isCapitalised {
        if ContactWords.isTitle(words[i].folded), !ContactWords.particles.contains(words[i].folded) { break }
        i += 1
        // A particle in capitals needs a name behind it.
        if !ContactWords.particles.contains(words[i - 1].folded) { end = i }
      } else if ContactWords.particles.contains(words[i].folded) {
        i += 1
      } else {
        break
      }
    }
    return end
  }

  private func isInContact(_ word: LineWord) -> Bool {
    // The last contact word before it, by bisection: a line may be a megabyte long.
    var low = 0
    var high = contacts.count
    while low < high {
      let middle = (low + high) / 2
      if contacts[middle] <= word.range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && word.range.lowerBound - contacts[low - 1] <= Self.reach
  }

  /// Whether the word follows a contact word with at most a colon or a preposition between.
  private func isStraightBehindContact(_ i: Int) -> Bool {
    guard i > 0 else { return false }
    let gap = gap(before: i)
    if gap.contains(":") || gap == " " {
      if ContactWords.isDirectContact(words[i - 1].folded) { return gap.contains(":") || words[i - 1].isVerb }
      // "Contact RH : …"
      return gap.contains(":") && i > 1 && ContactWords.isDirectContact(words[i - 2].folded)
    }
    return false
  }

  /// "rue Jean Jaurès", "lycée Simone Veil".
  private func isPlaceName(before i: Int) -> Bool {
    for back in 1...3 where i - back >= 0 {
      if ContactWords.placeWords.contains(words[i - back].folded) { return true }
      guard words[i - back].folded.count <= 3 || back == 1 else { return false }
    }
    return false
  }

  private func gap(before i: Int) -> String {
    guard i > 0 else { return "" }
    return String(decoding: bytes[words[i - 1].range.upperBound..<words[i].range.lowerBound], as: UTF8.self)
  }
}
