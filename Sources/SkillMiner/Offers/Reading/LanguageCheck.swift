/// Tells whether a text is French, by the share of its words that are function words of each language.
///
/// Texts of several languages count as French when a fair part of them is: half an advertisement can be read.
enum LanguageCheck {
  /// Words of a text that are looked at.
  private static let sample = 400
  /// Fewer words say nothing.
  private static let least = 25

  /// The other language a text is written in; `nil` when it is French or too short to tell.
  static func otherLanguage(_ text: String) -> String? {
    var counts = [Int](repeating: 0, count: languages.count)
    var words = 0
    var text = text
    text.withUTF8 { bytes in
      var i = 0
      while words < sample, let word = LanguageWord.next(bytes, &i) {
        words += 1
        var places = index.places(of: word)
        while places != 0 {
          counts[places.trailingZeroBitCount] += 1
          places &= places - 1
        }
        // Whatever follows, this is more French than the rule below asks for.
        if counts[0] * 10 >= sample { return }
      }
    }
    guard words >= least, counts[0] * 10 < sample else { return nil }
    let french = counts[0]
    guard let best = counts.indices.dropFirst().max(by: { counts[$0] < counts[$1] }) else { return nil }
    // French runs at 25 to 40 % here; an English text with French place names stays below 5 %.
    guard counts[best] * 100 >= words * 12, french * 100 < words * 10, counts[best] > 2 * french else {
      return nil
    }
    return languages[best].name
  }

  private static let languages: [(name: String, words: String)] = [
    (
      "français",
      "le la les un une des du de et ou à au aux en dans sur pour par avec sans vous nous votre vos notre nos est sont être avoir qui que ce cette ces il elle se sa son ses plus l d s n qu"
    ),
    (
      "anglais",
      "the of and to in a for with you your our we is are be will on as at an or this that have from by their they it who"
    ),
    (
      "allemand",
      "der die das und in zu den mit von für auf ist im dem ein eine einer als auch sich sie wir ihre ihr bei oder nach an sind werden"
    ),
    (
      "espagnol",
      "el la los las de y en un una para con por que del al se su sus nuestro como más es son o tu te"
    ),
    (
      "italien",
      "il lo la i gli le di e in un una per con che del della dei delle al alla si è sono o come più nel"
    ),
    (
      "néerlandais",
      "de het een en van in je voor met op te aan is dat bij als wij onze jij zijn of om ook naar wat"
    ),
    (
      "portugais", "o a os as de e em um uma para com por que do da dos das no na se é são ou ao mais seu sua"
    ),
  ]

  private static let index = LanguageIndex(languages.map { $0.words })
}

/// A word of at most eight bytes in one machine word, lower case; 0 for longer ones, which are nobody's function words.
enum LanguageWord {
  /// The next word at or behind an offset: a run of letters; `nil` at the end.
  ///
  /// Letters are those of ASCII and whatever UTF-8 writes in two bytes or more, but for the blocks of punctuation and
  /// signs (U+0080 to U+00BF, U+2000 to U+2FFF, and beyond the basic plane).
  static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> UInt64? {
    var packed: UInt64 = 0
    var length = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte < 0x80, ASCII.isLetter(byte) {
        packed = packed << 8 | UInt64(byte | 0x20)
        length += 1
        i += 1
      } else if byte >= 0xC3, byte != 0xE2, byte < 0xF0 {
        packed = packed << 8 | UInt64(byte)
        length += 1
        i += 1
        while i < bytes.count, bytes[i] & 0xC0 == 0x80 {
          // `À` to `Þ` have their small letters 32 places behind.
          let tail = byte == 0xC3 && bytes[i] <= 0x9E ? bytes[i] | 0x20 : bytes[i]
          packed = packed << 8 | UInt64(tail)
          length += 1
          i += 1
        }
      } else if length > 0 {
        return length > 8 ? 0 : packed
      } else {
        i += 1
      }
    }
    return length == 0 ? nil : length > 8 ? 0 : packed
  }
}

/// Function words and the languages they belong to, in an open-addressing table.
private struct LanguageIndex {
  private var keys = [UInt64](repeating: 0, count: 1024)
  private var masks = [UInt8](repeating: 0, count: 1024)

  /// - Parameter lists: words of each language, at most eight languages and some hundreds of words.
  init(_ lists: [String]) {
    for (place, list) in lists.enumerated() {
      for word in list.split(separator: " ") {
        var word = String(word)
        let packed = word.withUTF8 { bytes in
          var i = 0
          return LanguageWord.next(bytes, &i) ?? 0
        }
        let slot = slot(of: packed)
        keys[slot] = packed
        masks[slot] |= 1 << UInt8(place)
      }
    }
  }

  /// A bit a language.
  func places(of word: UInt64) -> UInt8 { word == 0 ? 0 : masks[slot(of: word)] }

  /// Where a word stands, or would.
  private func slot(of word: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 54)
    while keys[slot] != 0, keys[slot] != word { slot = (slot + 1) & 1023 }
    return slot
  }
}
