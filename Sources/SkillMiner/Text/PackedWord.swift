/// A folded spelling of at most eight ASCII letters in one machine word, for tests against small fixed sets.
///
/// Zero stands for everything else, so no set holds it.
enum PackedWord {
  /// Longest spelling, in units before folding, that is looked at; the sets hold none that could be longer.
  static let maximumUnits = 64

  /// A folded spelling; 0 when it is empty, longer than eight letters or not ASCII.
  static func folded(_ units: UnsafePointer<UInt16>, _ length: Int) -> UInt64 {
    guard length <= maximumUnits else { return 0 }
    let table = FoldingTable.shared
    var packed: UInt64 = 0
    var shift: UInt64 = 0
    for index in 0..<length {
      let unit = Int(units[index])
      guard unit < FoldingTable.limit else {
        return pack(Folding.fold(UnsafeBufferPointer(start: units, count: length)))
      }
      for place in 0..<table.count(unit) {
        let folded = table.unit(unit, place)
        guard folded < 0x80, shift < 64 else { return 0 }
        packed |= UInt64(folded) << shift
        shift += 8
      }
    }
    return packed
  }

  /// The same of units that are folded already.
  static func pack(_ folded: some Collection<UInt16>) -> UInt64 {
    guard folded.count <= 8 else { return 0 }
    var packed: UInt64 = 0
    for (place, unit) in folded.enumerated() {
      guard unit < 0x80 else { return 0 }
      packed |= UInt64(unit) << UInt64(place * 8)
    }
    return packed
  }
}

/// A small fixed set of packed words: a table without collisions to resolve beyond a step or two.
struct PackedWordSet: Sendable {
  private static let size = 256
  private let slots: FrozenArray<UInt64>

  init(_ words: [String]) {
    var slots = [UInt64](repeating: 0, count: Self.size)
    for word in words {
      let packed = PackedWord.pack(Array(word.utf16))
      var index = Self.place(packed)
      while slots[index] != 0, slots[index] != packed { index = (index + 1) % Self.size }
      slots[index] = packed
    }
    self.slots = FrozenArray(slots)
  }

  /// Whether a packed word is a member; 0 never is.
  func contains(_ packed: UInt64) -> Bool {
    guard packed != 0 else { return false }
    let slots = slots.base
    var index = Self.place(packed)
    while slots[index] != 0 {
      if slots[index] == packed { return true }
      index = (index + 1) % Self.size
    }
    return false
  }

  private static func place(_ packed: UInt64) -> Int {
    Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
