import Taxonomy

/// Identity of an offer's text: two records of one source id with equal fingerprints are duplicates, with different
/// ones two versions.
public struct TextFingerprint: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// SHA-256, 32 bytes.
  public let bytes: [UInt8]

  /// The same in 64 lower-case hexadecimal digits.
  public var description: String { SHA256.hexadecimal(bytes) }

  /// - Parameters:
  ///   - title: clean and redacted, as it is stored.
  ///   - description: clean and redacted, as it is stored.
  public init(title: String, description: String) {
    var hash = SHA256()
    hash.update(title)
    // NUL cannot stand in a clean text, so no two pairs run into one.
    hash.update([0])
    hash.update(description)
    bytes = hash.finishedBytes()
  }

  /// Fingerprint of an offer's title and description.
  public init(_ offer: JobOffer) { self.init(title: offer.title, description: offer.description) }

  /// By the bytes: an arbitrary but stable order.
  public static func < (a: TextFingerprint, b: TextFingerprint) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes)
  }
}
