import Taxonomy

/// Takes contact data out of a raw record before it is kept: a record set aside is stored like any other.
enum QuarantineRedaction {
  /// The record; byte for byte as it was read when there is nothing to take out, otherwise in UTF-8.
  static func redact(_ raw: [UInt8]) -> [UInt8] {
    let text = TextDecoding.decode(raw, as: TextDecoding.isUTF8(raw) ? .utf8 : .windows1252)
    let redacted = ContactRedaction.redact(text)
    return redacted == text ? raw : Array(redacted.utf8)
  }
}
