import CSodium

/// Keeps secrets so that whoever reads the store cannot use them (Argon2id, RFC 9106, by libsodium).
public enum SecretHash {
  /// Random text that nobody guesses.
  ///
  /// - Parameter bytes: of randomness; 32 for a secret.
  /// - Returns: letters, digits, `-` and `_` (base64url, RFC 4648), without padding.
  public static func random(bytes: Int) -> String {
    _ = sodium_init()
    var raw = [UInt8](repeating: 0, count: bytes)
    randombytes_buf(&raw, raw.count)
    return base64(raw)
  }

  /// The hash to keep, with its salt and parameters; different at each call. Takes about a tenth of a second and
  /// 64 MiB.
  ///
  /// - Returns: `nil` when there is no memory for it.
  public static func hash(_ secret: String) -> String? {
    guard sodium_init() >= 0 else { return nil }
    var out = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
    let bytes = secret.utf8.map { CChar(bitPattern: $0) }
    guard
      crypto_pwhash_str(
        &out, bytes, UInt64(bytes.count), UInt64(crypto_pwhash_opslimit_interactive()),
        crypto_pwhash_memlimit_interactive()) == 0
    else { return nil }
    return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether a hash was made from a secret. As costly as making it.
  public static func verify(_ secret: String, hash: String) -> Bool {
    guard sodium_init() >= 0 else { return false }
    let size = crypto_pwhash_strbytes()
    var kept = hash.utf8.prefix(size - 1).map { CChar(bitPattern: $0) }
    kept += [CChar](repeating: 0, count: size - kept.count)
    let bytes = secret.utf8.map { CChar(bitPattern: $0) }
    return crypto_pwhash_str_verify(kept, bytes, UInt64(bytes.count)) == 0
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var out: [UInt8] = []
    var rest: UInt32 = 0
    var bits = 0
    for byte in bytes {
      rest = rest << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        out.append(digits[Int(rest >> UInt32(bits) & 63)])
      }
      rest &= (1 << UInt32(bits)) - 1
    }
    if bits > 0 { out.append(digits[Int(rest << UInt32(6 - bits) & 63)]) }
    return String(decoding: out, as: UTF8.self)
  }
}
