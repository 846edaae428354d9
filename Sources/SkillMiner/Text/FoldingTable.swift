/// What folding makes of each unit below U+0180, asked from ICU once and laid out flat.
struct FoldingTable: @unchecked Sendable {
  /// First unit that is not in the table.
  static let limit = 0x180
  private static let width = 4

  private let units: UnsafePointer<UInt16>
  private let counts: UnsafePointer<UInt8>

  /// Kept for the life of the process.
  static let shared = FoldingTable()

  private init() {
    let units = UnsafeMutablePointer<UInt16>.allocate(capacity: Self.limit * Self.width)
    units.initialize(repeating: 0, count: Self.limit * Self.width)
    let counts = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.limit)
    for unit in 0..<Self.limit {
      let folded = Folding.foldByICU([UInt16(unit)])
      precondition(folded.count <= Self.width, "ICU folds U+\(String(unit, radix: 16)) to too many units")
      counts[unit] = UInt8(folded.count)
      for (place, value) in folded.enumerated() { units[unit * Self.width + place] = value }
    }
    self.units = UnsafePointer(units)
    self.counts = UnsafePointer(counts)
  }

  /// How many units a unit folds to, 0 to 3.
  @inline(__always)
  func count(_ unit: Int) -> Int { Int(counts[unit]) }

  /// One of them.
  @inline(__always)
  func unit(_ unit: Int, _ place: Int) -> UInt16 { units[unit * Self.width + place] }
}
