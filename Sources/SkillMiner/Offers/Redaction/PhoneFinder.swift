/// Finds phone numbers: French ones in the usual groupings, and those of the neighbours behind a `+`.
///
/// The grouping decides: `06 12 34 56 78`, `0612345678` and `0 800 123 456` are phone numbers, `01/02/2024 03` and
/// `2 x 8` are not.
enum PhoneFinder {
  static func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var i = 0
    while true {
      // "0", "+" and "(".
      i = ByteScan.first(of: 0x30, 0x2B, 0x28, in: bytes, from: i)
      if i >= bytes.count { break }
      guard isFree(bytes, before: i),
        let end = international(bytes, i) ?? national(bytes, i)
      else {
        i += 1
        continue
      }
      found.append(i..<end)
      i = end
    }
    return found
  }

  // MARK: - Forms

  /// Lengths of the groups of digits in which the ten digits of a French number are written.
  private static let groupings: Set<[Int]> = [
    [10], [2, 2, 2, 2, 2], [4, 2, 2, 2], [2, 8], [4, 6], [4, 3, 3], [1, 9], [1, 3, 3, 3], [1, 3, 2, 2, 2],
    [2, 4, 4],
    [2, 2, 6], [2, 2, 3, 3], [2, 3, 3, 2], [2, 2, 2, 4], [1, 1, 2, 2, 2, 2], [3, 3, 4], [6, 4], [2, 4, 2, 2],
    [8, 2],
  ]

  private static func national(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard bytes[start] == 0x30 else { return nil }
    guard let digits = Digits(bytes, from: start, count: 10), digits.second != 0x30,
      groupings.contains(digits.groups), digits.isConsistent
    else { return nil }
    // "départements 01/38/69/73/74"
    if digits.groups.count == 5, follows(bytes, start, ["dépt", "dept", "départ", "depart", "dép"]) {
      return nil
    }
    return digits.end
  }

  private static let prefixes = [
    "33", "32", "352", "41", "49", "34", "39", "44", "351", "212", "213", "216", "377", "376", "262", "590",
    "594",
    "596", "687", "689",
  ]

  /// `+33 6 …`, `+33 (0)6 …`, `0033 6 …`, `(+33) 6 …`.
  private static func international(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var i = start
    if bytes[i] == 0x28 { i += 1 }
    if i < bytes.count, bytes[i] == 0x2B {
      i += 1
    } else if i + 1 < bytes.count, bytes[i] == 0x30, bytes[i + 1] == 0x30 {
      i += 2
    } else {
      return nil
    }
    guard
      let prefix = prefixes.first(where: { prefix in
        i + prefix.utf8.count < bytes.count && zip(bytes[i...], prefix.utf8).allSatisfy { $0 == $1 }
      })
    else { return nil }
    i += prefix.utf8.count
    while i < bytes.count, [0x20, 0x2E, 0x2D, 0x29].contains(bytes[i]) { i += 1 }
    if i + 2 < bytes.count, bytes[i] == 0x28, bytes[i + 1] == 0x30, bytes[i + 2] == 0x29 {
      i += 3
      while i < bytes.count, [0x20, 0x2E, 0x2D].contains(bytes[i]) { i += 1 }
    }
    if prefix == "33", i < bytes.count, bytes[i] == 0x30 { i += 1 }
    if prefix == "33" { return Digits(bytes, from: i, count: 9)?.end }
    return (8...10).reversed().lazy.compactMap { Digits(bytes, from: i, count: $0)?.end }.first
  }

  // MARK: - Digits

  /// Exactly so many digits, in groups.
  private struct Digits {
    var groups: [Int] = [0]
    var separators: [UInt8] = []
    var end: Int
    var second: UInt8 = 0

    init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, count: Int) {
      var i = start
      var seen = 0
      end = start
      while i < bytes.count, seen < count {
        if ASCII.isDigit(bytes[i]) {
          groups[groups.count - 1] += 1
          seen += 1
          if seen == 2 { second = bytes[i] }
          i += 1
        } else if seen > 0, let gap = PhoneFinder.separator(bytes, i), i + gap.length < bytes.count,
          ASCII.isDigit(bytes[i + gap.length])
        {
          groups.append(0)
          separators.append(gap.kind)
          i += gap.length
        } else {
          return nil
        }
      }
      guard seen == count, PhoneFinder.isFree(bytes, behind: i) else { return nil }
      end = i
    }

    /// Five pairs with slashes and blanks mixed are something else: dates, lists.
    var isConsistent: Bool {
      if groups == [2, 2, 2, 2, 2] { return Set(separators.dropFirst()).count == 1 }
      return !separators.contains(0x2F)
    }
  }

  /// A separator between groups: a blank, dot, hyphen or slash, possibly with blanks around it.
  private static func separator(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (kind: UInt8, length: Int)? {
    var i = start
    var kind: UInt8?
    while i < bytes.count, i - start < 4 {
      switch bytes[i] {
      case 0x20: i += 1
      case 0x2E, 0x2D, 0x2F, 0x5F:
        guard kind == nil else { return nil }
        kind = bytes[i]
        i += 1
      case 0xC2 where i + 1 < bytes.count && bytes[i + 1] == 0xA0: i += 2
      case 0xE2 where i + 2 < bytes.count && bytes[i + 1] == 0x80:
        // Thin and narrow blanks, and the hyphens of typesetters.
        if [0x82, 0x83, 0x89, 0xAF].contains(bytes[i + 2]) {
          i += 3
        } else if (0x90...0x93).contains(bytes[i + 2]), kind == nil {
          kind = 0x2D
          i += 3
        } else {
          return nil
        }
      default: return i > start ? (kind ?? 0x20, i - start) : nil
      }
    }
    return i > start && i - start <= 6 ? (kind ?? 0x20, i - start) : nil
  }

  /// Whether no number or word runs into a number that starts here.
  private static func isFree(_ bytes: UnsafeBufferPointer<UInt8>, before start: Int) -> Bool {
    guard start > 0 else { return true }
    let previous = bytes[start - 1]
    if ASCII.isDigit(previous) || previous == 0x5F { return false }
    // "2.0612…", "12/06 …", "n°A-0612…": glued to something numeric.
    if start > 1, [0x2E, 0x2C, 0x2F, 0x2D].contains(previous), ASCII.isAlphanumeric(bytes[start - 2]),
      ASCII.isDigit(bytes[start - 2])
    {
      return false
    }
    // Words run into numbers where a line break was lost ("au06 12 …"); codes do so in capitals.
    return !(previous >= 0x41 && previous <= 0x5A)
  }

  private static func isFree(_ bytes: UnsafeBufferPointer<UInt8>, behind end: Int) -> Bool {
    guard end < bytes.count else { return true }
    if ASCII.isDigit(bytes[end]) { return false }
    guard end + 1 < bytes.count, ASCII.isDigit(bytes[end + 1]) else { return true }
    // One more group means that it was not ten digits; "/ 06 …" behind it is a second number, " 2 rue …" something else.
    return ![0x2E, 0x2D, 0x2C, 0x20].contains(bytes[end]) || bytes[end + 1] == 0x30 || countsWords(bytes, end)
  }

  /// Whether a blank and a number before a word stand at an offset.
  private static func countsWords(_ bytes: UnsafeBufferPointer<UInt8>, _ blank: Int) -> Bool {
    guard bytes[blank] == 0x20 else { return false }
    var i = blank + 1
    while i < bytes.count, ASCII.isDigit(bytes[i]) { i += 1 }
    return i + 1 < bytes.count && bytes[i] == 0x20 && ASCII.isLetter(bytes[i + 1])
  }

  /// Whether one of the words stands within 40 bytes before an offset.
  private static func follows(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ words: [String]) -> Bool {
    let context = String(decoding: bytes[max(0, start - 40)..<start], as: UTF8.self).lowercased()
    return words.contains { context.contains($0) }
  }
}
