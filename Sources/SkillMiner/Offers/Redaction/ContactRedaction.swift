/// Takes contact data out of a clean text: e-mail addresses, French phone numbers, names and postal addresses of persons
/// to contact, links that lead to one person.
///
/// What is found is replaced by `[courriel]`, `[téléphone]`, `[nom]`, `[adresse]` or `[lien]`, so that sentences stay
/// readable. Names and addresses are only looked for where somebody is named as a contact (a civility, or a line about
/// contacting or applying); names of streets, schools and employers, and the addresses of these, stay.
public enum ContactRedaction {
  /// A piece of contact data.
  public struct Hit: Hashable, Sendable {
    /// What it is.
    public enum Kind: String, Sendable {
      case mail = "[courriel]"
      case phone = "[téléphone]"
      case name = "[nom]"
      case address = "[adresse]"
      case link = "[lien]"
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

  /// Whether an address of a page belongs to a person: it holds an e-mail address, a token or an account.
  static func isPersonal(_ url: String) -> Bool {
    var url = url
    return url.withUTF8 { !MailFinder.ranges(in: $0).isEmpty || !LinkFinder.ranges(in: $0).isEmpty }
  }

  /// Contact data of a text, ascending and disjoint.
  public static func hits(in text: String) -> [Hit] {
    var text = text
    return text.withUTF8 { hits(in: $0) }
  }

  private static func hits(in bytes: UnsafeBufferPointer<UInt8>) -> [Hit] {
    var found = MailFinder.ranges(in: bytes).map { Hit(kind: .mail, range: $0) }
    found += PhoneFinder.ranges(in: bytes).map { Hit(kind: .phone, range: $0) }
    found += LinkFinder.ranges(in: bytes).map { Hit(kind: .link, range: $0) }
    let anchors = ContactAnchors.find(in: bytes)
    let names = NameFinder.ranges(in: bytes, anchors: anchors)
    found += names.map { Hit(kind: .name, range: $0) }
    found += AddressFinder.ranges(in: bytes, anchors: anchors, names: names)
      .map { Hit(kind: .address, range: $0) }
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
