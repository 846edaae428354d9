/// A number, a street and, where they follow, a postcode and a town.
struct StreetAddress {
  /// UTF-8 offset behind it.
  let end: Int
  /// Whether a distribution code (`CS 12345`, `cedex`) says that it receives the mail of a company.
  let isOfCompany: Bool

  /// How long the name of a street is believed to be, in bytes.
  private static let reach = 80

  /// - Parameter start: a digit.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    if start > 0, ASCII.isAlphanumeric(bytes[start - 1]) || [0x2C, 0x2E, 0x2F].contains(bytes[start - 1]) {
      return nil
    }
    var i = start
    while i < bytes.count, ASCII.isDigit(bytes[i]) { i += 1 }
    guard i - start <= 4 else { return nil }
    let limit = min(bytes.count, i + Self.reach)
    var words = LineWord.split(bytes, i..<limit)[...]
    // "12 bis", "12 B"
    if let suffix = words.first, AddressWords.suffixes.contains(suffix.folded),
      Self.isPlain(bytes, i..<suffix.range.lowerBound, signs: [0x20])
    {
      i = suffix.range.upperBound
      words = words.dropFirst()
    }
    guard let street = words.first, AddressWords.streets.contains(street.folded),
      Self.isPlain(bytes, i..<street.range.lowerBound, signs: [0x20, 0x2C, 0x2D])
    else { return nil }
    let behind = street.range.upperBound
    if let postcode = Self.postcode(bytes, behind..<limit) {
      let town = Self.town(bytes, from: postcode.upperBound)
      end = town
      isOfCompany = Self.namesCompany(bytes, behind..<min(bytes.count, town + 24))
      return
    }
    var last = behind
    while last < limit, ![0x0A, 0x2C, 0x3B, 0x2E, 0x28, 0x29, 0x3A, 0x22].contains(bytes[last]),
      !Self.isDash(bytes, last)
    {
      last += 1
    }
    while last > behind, bytes[last - 1] == 0x20 { last -= 1 }
    // A street has a name: "4 cours par semaine" is none.
    let name = LineWord.split(bytes, behind..<last).prefix(4)
    guard name.contains(where: \.isCapitalised) else { return nil }
    end = last
    isOfCompany = Self.namesCompany(bytes, behind..<min(bytes.count, last + 40))
  }

  /// Five digits that stand alone, with nothing before them but what the name of a street is made of.
  private static func postcode(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var i = range.lowerBound
    while i < range.upperBound {
      if ASCII.isDigit(bytes[i]) {
        let start = i
        while i < bytes.count, ASCII.isDigit(bytes[i]) { i += 1 }
        if i - start == 5 { return start..<i }
      } else if [0x3B, 0x3A, 0x21, 0x3F, 0x40].contains(bytes[i]) {
        return nil
      } else {
        i += 1
      }
    }
    return nil
  }

  /// The end of the town behind a postcode; the postcode's when none follows on its line.
  private static func town(_ bytes: UnsafeBufferPointer<UInt8>, from postcode: Int) -> Int {
    let line =
      postcode..<(bytes[postcode..<min(bytes.count, postcode + 60)].firstIndex(of: 0x0A)
      ?? min(bytes.count, postcode + 60))
    var end = postcode
    var position = postcode
    for word in LineWord.split(bytes, line).prefix(6) {
      guard isPlain(bytes, position..<word.range.lowerBound, signs: [0x20, 0x2C, 0x2D, 0x27]),
        word.range.lowerBound - position <= 3
      else { break }
      position = word.range.upperBound
      if word.isCapitalised {
        end = position
      } else if !ContactWords.particles.contains(word.folded), !AddressWords.inTowns.contains(word.folded) {
        break
      }
    }
    return end
  }

  private static func isPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, signs: [UInt8]
  ) -> Bool {
    bytes[range].allSatisfy {
      signs.contains($0) || $0 == 0xC2 || $0 == 0xA0 || $0 == 0xE2 || $0 == 0x80 || $0 == 0x99
    }
  }

  /// " - " or a long dash.
  private static func isDash(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    if bytes[i] == 0x2D { return bytes[i - 1] == 0x20 }
    return bytes[i] == 0xE2 && i + 2 < bytes.count && bytes[i + 1] == 0x80
      && (0x93...0x94).contains(bytes[i + 2])
  }

  private static func namesCompany(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    LineWord.split(bytes, range).contains { word in
      word.folded == "cedex" || (word.folded == "cs" || word.folded == "bp") && word.isUpper
    }
  }
}
