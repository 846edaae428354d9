/// Takes contact data out of a clean text: e-mail addresses, French phone numbers, names of persons to contact.
///
/// What is found is replaced by `[courriel]`, `[téléphone]` or `[nom]`, so that sentences stay readable. A name is only
/// looked for where somebody is named as a contact (a civility, or a line about contacting or applying); names of
/// streets, schools and employers stay.
public enum ContactRedaction {
  /// A piece of contact data.
  public struct Hit: Hashable, Sendable {
    /// What it is.
    public enum Kind: String, Sendable {
      case mail = "[courriel]"
      case phone = "[téléphone]"
      case name = "[nom]"
    }

    /// What it is.
    public let kind: Kind
    /// UTF-8 offsets into the text.
    public let range: Range<Int>
  }

  /// The text without contact data.
  public static func redact(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes -> String? in
      let hits = hits(in: bytes)
      guard !hits.isEmpty else { return nil }
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count)
      var position = 0
      for hit in hits {
        output.append(contentsOf: bytes[position..<hit.range.lowerBound])
        output.append(contentsOf: hit.kind.rawValue.utf8)
        position = hit.range.upperBound
      }
      output.append(contentsOf: bytes[position...])
      return String(decoding: output, as: UTF8.self)
    } ?? text
  }

  /// Contact data of a text, ascending and disjoint.
  public static func hits(in text: String) -> [Hit] {
    var text = text
    return text.withUTF8 { hits(in: $0) }
  }

  private static func hits(in bytes: UnsafeBufferPointer<UInt8>) -> [Hit] {
    var found = MailFinder.ranges(in: bytes).map { Hit(kind: .mail, range: $0) }
    found += PhoneFinder.ranges(in: bytes).map { Hit(kind: .phone, range: $0) }
    found += NameFinder.ranges(in: bytes).map { Hit(kind: .name, range: $0) }
    guard found.count > 1 else { return found }
    found.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
    var disjoint: [Hit] = []
    for hit in found where hit.range.lowerBound >= disjoint.last?.range.upperBound ?? 0 {
      disjoint.append(hit)
    }
    return disjoint
  }
}

/// Classes of bytes the finders share.
enum ASCII {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
}
