import Taxonomy

/// What near-duplicates are found by, as it travels between machines: the same shingles and bands that `SketchIndex`
/// compares, so that any engine which joins on bands and verifies on shingles finds its clusters.
public struct TextSketch: Hashable, Sendable {
  /// SHA-256 of the shingles, hexadecimal: equal for texts with equal shingles.
  public let digest: String
  /// One hash a band; two texts are compared when they share one.
  public let bands: [UInt64]
  /// Ascending, each once.
  public let shingles: [UInt64]

  /// Sketches a text.
  ///
  /// - Returns: `nil` for a text without words, which is never a duplicate.
  public init?(_ text: String) {
    let set = Shingles(text)
    guard !set.hashes.isEmpty else { return nil }
    let sketch = OfferSketch(shingles: set.hashes)
    shingles = set.hashes
    bands = (0..<OfferSketch.bandCount).map { UInt64(sketch.bands[$0]) }
    digest = SHA256.digest(Self.bytes(set.hashes))
  }

  /// Numbers in eight bytes each, lowest byte first.
  public static func bytes(_ numbers: [UInt64]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * 8)
    for number in numbers {
      for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    return bytes
  }
}
