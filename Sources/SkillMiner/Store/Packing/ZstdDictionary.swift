import CZstd

/// A dictionary of byte strings that texts of one store have in common, made ready for both directions.
///
/// Immutable once made: libzstd lets any number of threads use one digested dictionary.
final class ZstdDictionary: @unchecked Sendable {
  /// Its number in the store; stands in each text packed with it.
  let number: UInt32
  let bytes: [UInt8]
  let packing: OpaquePointer
  let unpacking: OpaquePointer

  /// Size of a trained dictionary, in bytes: with 110 KiB, what zstd recommends, real offers take a twentieth more.
  static let size = 256 << 10
  /// Level 5: beside 3, a seventh smaller on generated offers and a thirtieth on real ones, for ten microseconds a text.
  static let level: Int32 = 5

  /// - Returns: `nil` when the bytes are no dictionary.
  init?(bytes: [UInt8]) {
    number = ZDICT_getDictID(bytes, bytes.count)
    guard number != 0, let packing = ZSTD_createCDict(bytes, bytes.count, Self.level) else { return nil }
    guard let unpacking = ZSTD_createDDict(bytes, bytes.count) else {
      ZSTD_freeCDict(packing)
      return nil
    }
    self.bytes = bytes
    self.packing = packing
    self.unpacking = unpacking
  }

  deinit {
    ZSTD_freeCDict(packing)
    ZSTD_freeDDict(unpacking)
  }

  /// Trains a dictionary on texts; the same texts give the same bytes.
  ///
  /// - Returns: `nil` when the texts have too little in common, or are too few.
  static func trained(on texts: [[UInt8]]) -> [UInt8]? {
    let samples = Array(texts.joined())
    let sizes = texts.map(\.count)
    var dictionary = [UInt8](repeating: 0, count: size)
    let written = ZDICT_trainFromBuffer(&dictionary, size, samples, sizes, UInt32(sizes.count))
    guard ZDICT_isError(written) == 0, written > 0 else { return nil }
    return Array(dictionary[..<written])
  }
}
