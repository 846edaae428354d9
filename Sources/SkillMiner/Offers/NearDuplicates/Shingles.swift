/// The set of word 5-shingles of a text, as 64-bit hashes (A. Broder, "On the resemblance and containment of
/// documents", 1997).
///
/// Words are runs of letters and digits, lower case; everything else is ignored, so that layout does not count.
public struct Shingles: Hashable, Sendable {
  /// Ascending, each once. A text of fewer than five words has one shingle; one without words has none.
  public let hashes: [UInt64]

  /// Words in a shingle.
  static let width = 5

  /// Takes the shingles of a text.
  public init(_ text: String) {
    var all = Self.hashes(of: text)
    all.sort()
    var unique = 0
    for i in all.indices where i == 0 || all[i] != all[unique - 1] {
      all[unique] = all[i]
      unique += 1
    }
    all.removeLast(all.count - unique)
    hashes = all
  }

  /// Hashes in the order of the text, repetitions included.
  static func hashes(of text: String) -> [UInt64] {
    let words = words(text)
    guard words.count > width else { return words.isEmpty ? [] : [combine(words[...])] }
    return words.withUnsafeBufferPointer { words in
      (0...(words.count - width)).map { start in
        var hash = UInt64(width)
        for i in start..<start + width { hash = SplitMix.mix(hash ^ words[i]) }
        return hash
      }
    }
  }

  /// Resemblance: shared shingles over all shingles of both, 0...1; 0 when either has none.
  public func jaccard(_ other: Shingles) -> Double {
    guard !hashes.isEmpty, !other.hashes.isEmpty else { return 0 }
    let shared = hashes.withUnsafeBufferPointer { a in
      other.hashes.withUnsafeBufferPointer { b in
        var i = 0
        var j = 0
        var n = 0
        while i < a.count, j < b.count {
          if a[i] == b[j] {
            n += 1
            i += 1
            j += 1
          } else if a[i] < b[j] {
            i += 1
          } else {
            j += 1
          }
        }
        return n
      }
    }
    return Double(shared) / Double(hashes.count + other.hashes.count - shared)
  }

  /// Hashes of the words in order.
  private static func words(_ text: String) -> [UInt64] {
    var text = text
    // A local copy is found without asking whether it was made yet.
    let foldedASCII = foldedASCII
    return text.withUTF8 { bytes in
      var words: [UInt64] = []
      words.reserveCapacity(bytes.count / 6)
      // FNV-1a over the lower-case bytes.
      var hash = FNV1a.empty
      var isInWord = false
      var i = 0
      while i < bytes.count {
        let byte = bytes[i]
        if byte < 0x80 {
          let folded = foldedASCII[Int(byte)]
          if folded != 0 {
            hash = FNV1a.append(folded, to: hash)
            isInWord = true
            i += 1
            continue
          }
          i += 1
        } else if byte == 0xC3, i + 1 < bytes.count {
          // Latin-1 letters; 0x97 and 0xB7 are × and ÷.
          let low = bytes[i + 1]
          i += 2
          if low != 0x97, low != 0xB7 {
            hash = FNV1a.append(low < 0x9F ? low | 0x20 : low, to: FNV1a.append(byte, to: hash))
            isInWord = true
            continue
          }
        } else {
          let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
          defer { i += length }
          // Letters of other blocks (œ, Greek, Cyrillic) count; punctuation and symbols lie at U+2000 and above,
          // or right behind ASCII.
          if length == 2, byte > 0xC3 {
            for k in 0..<min(2, bytes.count - i) { hash = FNV1a.append(bytes[i + k], to: hash) }
            isInWord = true
            continue
          }
        }
        if isInWord {
          words.append(hash)
          hash = FNV1a.empty
          isInWord = false
        }
      }
      if isInWord { words.append(hash) }
      return words
    }
  }

  /// Letters in lower case and digits; 0 for other signs of ASCII.
  private static let foldedASCII: [UInt8] = (0..<0x80).map { (byte: UInt8) in
    ASCII.isAlphanumeric(byte) ? byte <= 0x39 ? byte : byte | 0x20 : 0
  }

  private static func combine(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(UInt64(words.count)) { SplitMix.mix($0 ^ $1) }
  }
}
