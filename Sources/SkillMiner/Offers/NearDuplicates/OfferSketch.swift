/// What is kept of a text to find texts that resemble it: of 128 minima of hash functions over its shingles (A. Broder,
/// 1997), four bits each (P. Li and C. König, "b-bit minwise hashing", 2010), 64 bytes in all.
///
/// Two texts of resemblance R agree in R + (1 - R) / 16 of the 128 places, give or take 0.04.
public struct OfferSketch: Hashable, Sendable {
  /// One band of eight places a lane; all zero for a text without words.
  var bands: SIMD16<UInt32>

  /// Bands a candidate is found by: a pair of resemblance 0.9 shares none of them once in ten thousand.
  static let bandCount = 16
  /// Size of a stored sketch.
  static let size = 64
  /// Places of 128 from which two texts are compared in full: a pair of resemblance 0.9 agrees in 116, with a standard
  /// deviation of 3.3.
  static let agreementWorthComparing = 96

  /// No words.
  public static let none = OfferSketch(bands: .zero)

  /// Sketches a text.
  public init(title: String, description: String) {
    self.init(shingles: Shingles.hashes(of: title + "\n" + description))
  }

  /// - Parameter shingles: in any order; repetitions do not count.
  init(shingles: [UInt64]) {
    guard !shingles.isEmpty else {
      self = .none
      return
    }
    var minima = [SIMD4<UInt16>](repeating: .zero, count: Self.multipliers.count)
    shingles.withUnsafeBufferPointer { shingles in
      // Four products at a time keep their minima in registers over all shingles. With its upper bit turned a number is
      // ordered as a signed one, of which the processor takes eight minima in one instruction.
      let turned = SIMD8<Int16>(repeating: .min)
      for k in stride(from: 0, to: minima.count, by: 4) {
        let (m0, m1) = (Self.multipliers[k], Self.multipliers[k + 1])
        let (m2, m3) = (Self.multipliers[k + 2], Self.multipliers[k + 3])
        var low = SIMD8<Int16>(repeating: .max)
        var high = low
        for hash in shingles {
          let a = Self.values(SIMD2(Self.middle(hash, m0), Self.middle(hash, m1))) ^ turned
          let b = Self.values(SIMD2(Self.middle(hash, m2), Self.middle(hash, m3))) ^ turned
          low = pointwiseMin(low, a)
          high = pointwiseMin(high, b)
        }
        let (first, second) = (
          SIMD8<UInt16>(truncatingIfNeeded: low ^ turned), SIMD8<UInt16>(truncatingIfNeeded: high ^ turned)
        )
        (minima[k], minima[k + 1]) = (first.lowHalf, first.highHalf)
        (minima[k + 2], minima[k + 3]) = (second.lowHalf, second.highHalf)
      }
    }
    var bands = SIMD16<UInt32>.zero
    for (k, four) in minima.enumerated() {
      for lane in 0..<4 {
        let place = k * 4 + lane
        // Small minima all begin with zeros: the four bits are taken of all sixteen.
        let bits = UInt32((four[lane] &* 0x9E37) >> 12)
        bands[place / 8] |= bits << UInt32(place % 8 * 4)
      }
    }
    self.bands = bands
  }

  private init(bands: SIMD16<UInt32>) { self.bands = bands }

  /// One product of 128 bits gives four functions: its bits 48 to 111. Those above would order the shingles as they are,
  /// whatever the multiplier.
  @inline(__always)
  private static func middle(_ hash: UInt64, _ multiplier: UInt64) -> UInt64 {
    let product = hash.multipliedFullWidth(by: multiplier)
    return product.high << 16 | product.low >> 48
  }

  @inline(__always)
  private static func values(_ products: SIMD2<UInt64>) -> SIMD8<Int16> {
    unsafeBitCast(products, to: SIMD8<Int16>.self)
  }

  /// - Parameter bytes: as `stored` gives them.
  init(stored bytes: UnsafeRawBufferPointer) {
    bands = .zero
    for band in 0..<Self.bandCount {
      bands[band] = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: band * 4, as: UInt32.self))
    }
  }

  /// The sketch in 64 bytes.
  var stored: [UInt8] {
    (0..<Self.bandCount).flatMap { band in
      (0..<4).map { UInt8(truncatingIfNeeded: bands[band] >> UInt32($0 * 8)) }
    }
  }

  /// Whether the text has words.
  var hasWords: Bool { bands != .zero }

  /// A number that equal sketches share, and few others.
  var digest: UInt32 {
    var digest: UInt64 = 0
    for band in 0..<Self.bandCount { digest = SplitMix.mix(digest ^ UInt64(bands[band])) }
    return UInt32(truncatingIfNeeded: digest)
  }

  /// Places of 128 in which two sketches agree.
  func agreement(_ other: OfferSketch) -> Int {
    var differing = bands ^ other.bands
    differing |= differing &>> 1
    differing |= differing &>> 2
    differing &= SIMD16(repeating: 0x1111_1111)
    // One bit a place that differs; the eight of a lane are added into one number by multiplication.
    let sums = (differing &* SIMD16(repeating: 0x1111_1111)) &>> 28
    return 128 - Int(sums.wrappedSum())
  }

  /// Fixed: sketches are stored and compared across runs.
  private static let multipliers: [UInt64] = (0..<32).map { SplitMix.mix(UInt64($0)) | 1 }
}
