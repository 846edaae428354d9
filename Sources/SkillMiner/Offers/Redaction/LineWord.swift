/// A word of a line as the search for names sees it: letters, with hyphens inside.
struct LineWord {
  /// UTF-8 offsets.
  let range: Range<Int>
  /// Lower case.
  let folded: String
  /// Starts with a capital.
  let isCapitalised: Bool
  /// Has no lower-case letter.
  let isUpper: Bool

  /// Forms such as "contactez", "appeler", behind which a name needs no colon.
  var isVerb: Bool { folded.hasSuffix("er") || folded.hasSuffix("ez") || folded.hasSuffix("dre") }

  static func split(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [LineWord] {
    var words: [LineWord] = []
    var i = line.lowerBound
    while i < line.upperBound {
      let start = i
      while let length = letter(bytes, i, line.upperBound) { i += length }
      if i == start {
        i += 1
        continue
      }
      while i + 1 < line.upperBound, bytes[i] == 0x2D, letter(bytes, i + 1, line.upperBound) != nil {
        i += 1
        while let length = letter(bytes, i, line.upperBound) { i += length }
      }
      words.append(LineWord(UnsafeBufferPointer(rebasing: bytes[start..<i]), start..<i))
    }
    return words
  }

  /// - Parameter bytes: of the word.
  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.range = range
    // Beyond U+00FF small letters do not lie 32 places behind.
    guard !bytes.contains(where: { $0 == 0xC4 || $0 == 0xC5 }) else {
      let text = String(decoding: bytes, as: UTF8.self)
      folded = text.lowercased()
      isCapitalised = text.unicodeScalars.first?.properties.isUppercase ?? false
      isUpper = !text.unicodeScalars.contains { $0.properties.isLowercase }
      return
    }
    var hasSmall = false
    folded = String(unsafeUninitializedCapacity: bytes.count) { target in
      for i in bytes.indices {
        let byte = bytes[i]
        let isCapital = Self.isCapital(bytes, i)
        if !isCapital, byte != 0xC3, byte != 0x2D { hasSmall = true }
        target[i] = isCapital ? byte | 0x20 : byte
      }
      return bytes.count
    }
    isCapitalised = Self.isCapital(bytes, bytes.first == 0xC3 ? 1 : 0)
    isUpper = !hasSmall
  }

  /// Whether the letter whose last byte stands at an offset is a capital of ASCII or Latin-1.
  private static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    guard i < bytes.count else { return false }
    return bytes[i] < 0x80 ? bytes[i] >= 0x41 && bytes[i] <= 0x5A : bytes[i] <= 0x9E
  }

  /// Length of the letter at an offset: ASCII, Latin-1 and Latin Extended-A.
  private static func letter(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Int? {
    guard i < end else { return nil }
    if ASCII.isLetter(bytes[i]) { return 1 }
    guard i + 1 < end, (0xC3...0xC5).contains(bytes[i]),
      !(bytes[i] == 0xC3 && [0x97, 0xB7].contains(bytes[i + 1]))
    else { return nil }
    return 2
  }
}
