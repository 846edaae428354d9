/// The hash FNV-1a of 64 bits (G. Fowler, L. C. Noll, K.-P. Vo, 1991): the same on every machine.
enum FNV1a {
  /// The hash of no byte.
  static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of what was hashed and one byte more.
  @inline(__always)
  static func append(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The hash of a text's UTF-8.
  static func hash(_ text: String) -> UInt64 { text.utf8.reduce(empty) { append($1, to: $0) } }
}
