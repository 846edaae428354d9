import CZstd
import Foundation
import Synchronization

/// Texts in few bytes: one Zstandard frame each (RFC 8878), so that any one can be read without its neighbours, with a
/// dictionary of what the texts of the store have in common.
///
/// Shared by all threads.
final class TextCodec: Sendable {
  /// A compression context; used by one thread at a time.
  private final class Packer: @unchecked Sendable {
    let context: OpaquePointer?
    init() { context = ZSTD_createCCtx() }
    deinit { ZSTD_freeCCtx(context) }
  }

  /// The same for the other direction.
  private final class Unpacker: @unchecked Sendable {
    let context: OpaquePointer?
    init() { context = ZSTD_createDCtx() }
    deinit { ZSTD_freeDCtx(context) }
  }

  private struct State {
    var dictionaries: [UInt32: ZstdDictionary] = [:]
    /// The one new texts are packed with.
    var current: ZstdDictionary?
    var packers: [Packer] = []
    var unpackers: [Unpacker] = []
  }

  private let state = Mutex(State())
  /// Finds a dictionary that another connection wrote.
  private let load: @Sendable (UInt32) throws -> [UInt8]?

  /// - Parameter load: called with the number of a dictionary that is not known yet.
  init(load: @escaping @Sendable (UInt32) throws -> [UInt8]? = { _ in nil }) { self.load = load }

  /// Number of the dictionary new texts are packed with; `nil` without one.
  var currentNumber: UInt32? { state.withLock { $0.current?.number } }

  /// Packs new texts with a dictionary from now on; with none when `nil`.
  func use(_ dictionary: ZstdDictionary?) {
    state.withLock {
      $0.current = dictionary
      if let dictionary { $0.dictionaries[dictionary.number] = dictionary }
    }
  }

  /// - Returns: one frame.
  func pack(_ text: String) -> Data {
    let (packer, dictionary) = state.withLock { ($0.packers.popLast() ?? Packer(), $0.current) }
    defer { state.withLock { $0.packers.append(packer) } }
    var text = text
    return text.withUTF8 { source in
      let bound = ZSTD_compressBound(source.count)
      return withUnsafeTemporaryAllocation(byteCount: bound, alignment: 1) { target in
        let written =
          if let dictionary {
            ZSTD_compress_usingCDict(
              packer.context, target.baseAddress, bound, source.baseAddress, source.count, dictionary.packing)
          } else {
            ZSTD_compressCCtx(
              packer.context, target.baseAddress, bound, source.baseAddress, source.count,
              ZstdDictionary.level)
          }
        precondition(ZSTD_isError(written) == 0, "memory for \(bound) bytes")
        return Data(target[..<written])
      }
    }
  }

  /// The text of a frame.
  ///
  /// - Throws: `TextCodecError` when the bytes are damaged or their dictionary is missing.
  func unpack(_ frame: Data) throws -> String {
    let number = frame.withUnsafeBytes { ZSTD_getDictID_fromFrame($0.baseAddress, $0.count) }
    let dictionary = number == 0 ? nil : try dictionary(number)
    let unpacker = state.withLock { $0.unpackers.popLast() ?? Unpacker() }
    defer { state.withLock { $0.unpackers.append(unpacker) } }
    return try frame.withUnsafeBytes { source in
      let size = ZSTD_getFrameContentSize(source.baseAddress, source.count)
      // Two values at the upper end say that the size is unknown; a description has 1 MiB at most.
      guard size < 1 << 32 else { throw TextCodecError.damaged }
      return try String(unsafeUninitializedCapacity: Int(size)) { target in
        let read =
          if let dictionary {
            ZSTD_decompress_usingDDict(
              unpacker.context, target.baseAddress, target.count, source.baseAddress, source.count,
              dictionary.unpacking)
          } else {
            ZSTD_decompressDCtx(
              unpacker.context, target.baseAddress, target.count, source.baseAddress, source.count)
          }
        guard ZSTD_isError(read) == 0 else { throw TextCodecError.damaged }
        return read
      }
    }
  }

  private func dictionary(_ number: UInt32) throws -> ZstdDictionary {
    if let known = state.withLock({ $0.dictionaries[number] }) { return known }
    guard let bytes = try load(number), let dictionary = ZstdDictionary(bytes: bytes) else {
      throw TextCodecError.unknownDictionary(number)
    }
    state.withLock { $0.dictionaries[number] = dictionary }
    return dictionary
  }
}

/// Packed bytes that cannot be read.
enum TextCodecError: Error {
  case damaged
  case unknownDictionary(UInt32)
}
