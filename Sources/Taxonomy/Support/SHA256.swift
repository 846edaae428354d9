import CSodium

/// SHA-256 digest of bytes or of a stream (FIPS 180-4, by libsodium).
public struct SHA256 {
  private var state = crypto_hash_sha256_state()

  /// Starts an empty digest.
  public init() {
    crypto_hash_sha256_init(&state)
  }

  /// Adds bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return }
    crypto_hash_sha256_update(&state, base.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
  }

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Adds the UTF-8 bytes of a text.
  public mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
  }

  /// The digest of what was added so far.
  ///
  /// - Returns: 64 lower-case hexadecimal digits.
  public func finish() -> String { Self.hexadecimal(finishedBytes()) }

  /// The same as 32 bytes.
  public func finishedBytes() -> [UInt8] {
    var state = state
    var out = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256_final(&state, &out)
    return out
  }

  /// Digest of bytes at hand, hexadecimal.
  public static func digest(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// Bytes in lower-case hexadecimal digits, two each.
  public static func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { target in
      var i = 0
      for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
          target[i] = digit < 10 ? 0x30 + digit : 0x57 + digit
          i += 1
        }
      }
      return i
    }
  }
}
