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
      while i < bytes.count, words < sample {
        // A word of up to eight bytes stands in one number; no function word is longer.
        var word: UInt64 = 0
        var length = 0
        while i < bytes.count, let next = letter(bytes, at: i) {
          let isShort = length + next.size <= 8
          word = isShort ? word << (UInt64(next.size) * 8) | next.bytes : 0
          length = isShort ? length + next.size : 9
          i += next.size
        }
        if length == 0 {
          i += 1
          while i < bytes.count, bytes[i] & 0xC0 == 0x80 { i += 1 }
          continue
        }
        words += 1
        if length <= 8, let places = index[word] { for place in places { counts[place] += 1 } }
      }
    }
    guard words >= least else { return nil }
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

  /// The letter at a place, in lower case, as a number made of its bytes, and its size; `nil` for anything else.
  @inline(__always)
  private static func letter(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (
    bytes: UInt64, size: Int
  )? {
    let byte = bytes[i]
    if byte < 0x80 {
      let lower = byte | 0x20
      return lower >= 0x61 && lower <= 0x7A ? (UInt64(lower), 1) : nil
    }
    guard i + 1 < bytes.count else { return nil }
    let next = bytes[i + 1]
    if byte == 0xC3 {
      // Latin-1; 0x97 and 0xB7 are × and ÷.
      guard next != 0x97, next != 0xB7 else { return nil }
      return (0xC300 | UInt64(next < 0x9F ? next | 0x20 : next), 2)
    }
    let size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
    guard size > 1, i + size <= bytes.count else { return nil }
    var value = UInt32(byte) & (size == 2 ? 0x1F : size == 3 ? 0x0F : 0x07)
    var raw = UInt64(byte)
    for k in 1..<size {
      value = value << 6 | UInt32(bytes[i + k] & 0x3F)
      raw = raw << 8 | UInt64(bytes[i + k])
    }
    guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return nil }
    return (raw, size)
  }

  private static let index: [UInt64: [Int]] = {
    var index: [UInt64: [Int]] = [:]
    for (place, language) in languages.enumerated() {
      for word in language.words.split(separator: " ") {
        index[word.utf8.reduce(0) { $0 << 8 | UInt64($1) }, default: []].append(place)
      }
    }
    return index
  }()
}
