/// What a unit below U+0180 folds to and what its small letter is, in bytes.
struct LatinTable: @unchecked Sendable {
  /// Kept for the life of the process.
  static let shared = LatinTable()

  private static let width = 4
  /// Count of bytes, 0xFF for a unit that is left to the slow way; then the bytes.
  private let folds: UnsafePointer<UInt8>
  private let lowers: UnsafePointer<UInt8>

  private init() {
    let size = FoldingTable.limit * (Self.width + 1)
    let folds = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    let lowers = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    folds.initialize(repeating: 0, count: size)
    lowers.initialize(repeating: 0, count: size)
    for unit in 0..<FoldingTable.limit {
      let folded = Folding.fold([UInt16(unit)])
      let lower = String(decoding: [UInt16(unit)], as: UTF16.self).lowercased()
      // The small letter must fold as the letter does, so that words may be folded from either.
      let isPlain = folded.allSatisfy { $0 < 0x80 } && Folding.fold(Array(lower.utf16)) == folded
      Self.store(isPlain ? folded.map { UInt8($0) } : nil, folds + unit * (Self.width + 1))
      Self.store(isPlain ? Array(lower.utf8) : nil, lowers + unit * (Self.width + 1))
    }
    self.folds = UnsafePointer(folds)
    self.lowers = UnsafePointer(lowers)
  }

  private static func store(_ bytes: [UInt8]?, _ row: UnsafeMutablePointer<UInt8>) {
    guard let bytes, bytes.count <= width else {
      row[0] = 0xFF
      return
    }
    row[0] = UInt8(bytes.count)
    for (place, byte) in bytes.enumerated() { row[place + 1] = byte }
  }

  /// Appends what a unit folds to; `false` when it is left to the slow way.
  @inline(__always)
  func fold(_ unit: UInt16, _ bytes: UnsafeMutablePointer<UInt8>, _ length: inout Int) -> Bool {
    Self.append(folds + Int(unit) * (Self.width + 1), bytes, &length)
  }

  /// Appends a unit's small letter in UTF-8; `false` when it is left to the slow way.
  @inline(__always)
  func lower(_ unit: UInt16, _ bytes: UnsafeMutablePointer<UInt8>, _ length: inout Int) -> Bool {
    Self.append(lowers + Int(unit) * (Self.width + 1), bytes, &length)
  }

  @inline(__always)
  private static func append(
    _ row: UnsafePointer<UInt8>, _ bytes: UnsafeMutablePointer<UInt8>, _ length: inout Int
  ) -> Bool {
    let count = Int(row[0])
    guard count <= width else { return false }
    for place in 0..<count { bytes[length + place] = row[place + 1] }
    length += count
    return true
  }
}
