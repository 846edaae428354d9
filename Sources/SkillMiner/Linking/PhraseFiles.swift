/// Where the phrases of an index are filed: under one key that says nearly half of them, and under two keys of theirs.
///
/// What a clause shares with a phrase is one key alone, or two at least. Phrases that share two are found by looking up
/// pairs of the clause's keys, and are few; those that share one alone stand sorted by what the key says of them, so
/// that a reader who wants the best few stops after a few. Scanning all phrases of a key instead, with a signature of
/// their other keys, took six times as long.
struct PhraseFiles: Sendable {
  /// A key that stands in phrases filed under another.
  struct Partner {
    let key: Int32
    /// Where those phrases start in `paired`; they end where those of the next partner start.
    let start: Int32
  }

  /// A phrase of which the key it is filed under says enough alone.
  struct Single {
    let phrase: Int32
    /// Weight of the phrase.
    let weight: Float
  }

  /// Where the singles of each key start, and where the last end.
  let singleStarts: FrozenArray<Int32>
  /// By key; of one key the lightest phrases first, then the lowest.
  let singles: FrozenArray<Single>
  /// Where the partners of each key start, and where the last end.
  let partnerStarts: FrozenArray<Int32>
  /// By key; of one key ascending. One more closes the last.
  let partners: FrozenArray<Partner>
  /// Bits of the partners of each key: a bit that is not set denies all keys that share it.
  let partnerBits: FrozenArray<UInt64>
  /// Phrases by pair, ascending.
  let paired: FrozenArray<Int32>
  /// Bits of the pairs, a power of two, sixteen for each: one that is not set denies the pair (Bloom 1970).
  private let pairBits: FrozenArray<UInt64>
  private let pairShift: UInt64

  /// The bit that stands for a key in `partnerBits`.
  @inline(__always)
  static func bit(_ key: Int32) -> UInt64 {
    1 << ((UInt64(UInt32(bitPattern: key)) &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  /// - Parameters:
  ///   - filed: the keys that each phrase is filed under.
  ///   - phraseKeys: keys of all phrases, as the phrases name them.
  ///   - weights: weight of each key.
  init(_ filed: [[Int32]], phrases: [PhraseIndex.Phrase], phraseKeys: [Int32], weights: [Float]) {
    var filedUnder = [[Int32]](repeating: [], count: weights.count)
    for (index, keys) in filed.enumerated() { for key in keys { filedUnder[Int(key)].append(Int32(index)) } }
    var singleStarts: [Int32] = [0]
    var singles: [Single] = []
    var partnerStarts: [Int32] = [0]
    var partners: [Partner] = []
    var partnerBits: [UInt64] = []
    var paired: [Int32] = []
    var pairs: [UInt64] = []
    for key in filedUnder.indices {
      var own: [Single] = []
      pairs.removeAll(keepingCapacity: true)
      for index in filedUnder[key] {
        let phrase = phrases[Int(index)]
        if weights[key] >= PhraseIndex.minimumCoverage * phrase.weight {
          own.append(Single(phrase: index, weight: phrase.weight))
        }
        for other in phraseKeys[Int(phrase.firstKey)..<Int(phrase.endKey)] where Int(other) != key {
          pairs.append(UInt64(other) << 32 | UInt64(index))
        }
      }
      own.sort { ($0.weight, $0.phrase) < ($1.weight, $1.phrase) }
      singles += own
      singleStarts.append(Int32(singles.count))
      pairs.sort()
      var bits: UInt64 = 0
      var last: Int32 = -1
      for pair in pairs {
        let other = Int32(pair >> 32)
        if other != last {
          partners.append(Partner(key: other, start: Int32(paired.count)))
          bits |= Self.bit(other)
          last = other
        }
        paired.append(Int32(truncatingIfNeeded: pair & 0xFFFF_FFFF))
      }
      partnerBits.append(bits)
      partnerStarts.append(Int32(partners.count))
    }
    partners.append(Partner(key: -1, start: Int32(paired.count)))
    self.singleStarts = FrozenArray(singleStarts)
    self.singles = FrozenArray(singles)
    self.partnerStarts = FrozenArray(partnerStarts)
    self.partners = FrozenArray(partners)
    self.partnerBits = FrozenArray(partnerBits)
    self.paired = FrozenArray(paired)
    let size = UInt64(max(64, partners.count * 16 - 1))
    pairShift = UInt64(size.leadingZeroBitCount)
    var pairBits = [UInt64](repeating: 0, count: 1 << (UInt64.bitWidth - Int(pairShift) - 6))
    for key in filedUnder.indices {
      for at in Int(partnerStarts[key])..<Int(partnerStarts[key + 1]) {
        let place = Self.hash(Int32(key), partners[at].key) >> pairShift
        pairBits[Int(place >> 6)] |= 1 << (place & 63)
      }
    }
    self.pairBits = FrozenArray(pairBits)
  }

  @inline(__always)
  private static func hash(_ key: Int32, _ other: Int32) -> UInt64 {
    (UInt64(UInt32(bitPattern: key)) << 32 | UInt64(UInt32(bitPattern: other))) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Whether phrases filed under a key may hold another one: `false` is certain, `true` is right but for one in sixteen.
  @inline(__always)
  func mayPair(_ key: Int32, _ other: Int32) -> Bool {
    let place = Self.hash(key, other) >> pairShift
    return pairBits.base[Int(place >> 6)] & (1 << (place & 63)) != 0
  }

  /// The phrases filed under a key that hold another one as well.
  @inline(__always)
  func phrases(under key: Int32, with other: Int32) -> UnsafeBufferPointer<Int32> {
    var low = Int(partnerStarts.base[Int(key)])
    let end = Int(partnerStarts.base[Int(key) + 1])
    var count = end - low
    let partners = partners.base
    while count > 0 {
      let half = count / 2
      if partners[low + half].key < other {
        low += half + 1
        count -= half + 1
      } else {
        count = half
      }
    }
    guard low < end, partners[low].key == other else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = Int(partners[low].start)
    return UnsafeBufferPointer(start: paired.base + start, count: Int(partners[low + 1].start) - start)
  }
}
