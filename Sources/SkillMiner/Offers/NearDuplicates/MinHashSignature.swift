/// A sketch of a set of shingles: the share of equal values estimates the resemblance of two texts (Broder, 1997).
public struct MinHashSignature: Hashable, Sendable {
  /// Smallest value of each of 128 hash functions; empty for a text without words.
  public let values: [UInt32]

  /// Hash functions.
  static let size = 128
  /// Bands of the signature for candidates: with 16 bands of 8 rows a pair of resemblance 0.9 is missed once in ten
  /// thousand.
  static let bands = 16
  static let rows = size / bands

  /// Sketches a set of shingles.
  public init(_ shingles: Shingles) {
    guard !shingles.hashes.isEmpty else {
      values = []
      return
    }
    values = [UInt32](unsafeUninitializedCapacity: Self.size) { minima, count in
      minima.initialize(repeating: .max)
      Self.multipliers.withUnsafeBufferPointer { multipliers in
        for hash in shingles.hashes {
          // Multiply-shift (Dietzfelbinger et al., 1997) with odd multipliers.
          for k in 0..<Self.size {
            minima[k] = min(minima[k], UInt32(truncatingIfNeeded: (hash &* multipliers[k]) >> 32))
          }
        }
      }
      count = Self.size
    }
  }

  /// Estimated resemblance, 0...1; its standard error is below 0.045.
  public func similarity(_ other: MinHashSignature) -> Double {
    guard !values.isEmpty, values.count == other.values.count else { return 0 }
    return Double(zip(values, other.values).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }) / Double(values.count)
  }

  /// Hash of a band's rows.
  func band(_ band: Int) -> UInt64 {
    values[(band * Self.rows)..<((band + 1) * Self.rows)].reduce(UInt64(band)) {
      SplitMix.mix($0 ^ UInt64($1))
    }
  }

  /// Fixed: signatures may be stored and compared across runs.
  private static let multipliers: [UInt64] = (0..<size).map { SplitMix.mix(UInt64($0)) | 1 }
}
