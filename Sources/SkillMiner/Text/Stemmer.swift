import CStemmer

/// Snowball's French stemmer. Not thread-safe: one a worker.
final class Stemmer {
  private let handle: OpaquePointer

  init() throws {
    guard let handle = sb_stemmer_new("french", "UTF_8") else { throw TextError.stemmerUnavailable }
    self.handle = handle
  }

  deinit { sb_stemmer_delete(handle) }

  /// Stem of a lower-case word in UTF-8, valid until the next call.
  func stem(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let result = sb_stemmer_stem(handle, word.baseAddress, Int32(word.count)) else { return word }
    return UnsafeBufferPointer(start: result, count: Int(sb_stemmer_length(handle)))
  }

  /// Stem of a lower-case word (accents kept: the rules need them).
  func stem(_ word: String) -> String {
    let bytes = Array(word.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let result = sb_stemmer_stem(handle, buffer.baseAddress, Int32(buffer.count)) else { return word }
      let length = Int(sb_stemmer_length(handle))
      return String(decoding: UnsafeBufferPointer(start: result, count: length), as: UTF8.self)
    }
  }
}
