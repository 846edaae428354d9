/// A place in the site: path and filters. Everything a page links to is one of these, so that a server, a folder of
/// files and a test can each make of it what they need.
package struct Link: Hashable, Sendable {
  /// A filter in the address.
  package struct Item: Hashable, Sendable {
    package let name: String
    package let value: String
  }

  /// Already encoded, without a slash at the end (but `/`).
  package let path: String
  /// Filters, in the order they are shown.
  package let query: [Item]
  /// Place in the page; empty for its top.
  package var anchor = ""

  /// - Parameters:
  ///   - parts: steps of the path, plain text.
  ///   - query: filters; empty values are left out.
  package init(_ parts: [String], query: [(String, String?)] = [], anchor: String = "") {
    path = "/" + parts.map(Self.encoded).joined(separator: "/")
    self.query = query.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : Item(name: name, value: $0) }
    }
    self.anchor = anchor
  }

  /// As an address of the site.
  package var address: String {
    let filters = query.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
    return path + (filters.isEmpty ? "" : "?" + filters) + (anchor.isEmpty ? "" : "#" + anchor)
  }

  /// The twin of the page in another form (`json`, `csv`, `xlsx`).
  package func twin(_ form: String) -> String {
    let plain = Link(self, anchor: "")
    let file = (path == "/" ? "/index" : path) + "." + form
    return plain.query.isEmpty ? file : file + plain.address.dropFirst(path.count)
  }

  private init(_ other: Link, anchor: String) {
    path = other.path
    query = other.query
    self.anchor = anchor
  }

  /// The page without its filters.
  package var withoutQuery: Link {
    Link(path: path, query: [])
  }

  private init(path: String, query: [Item]) {
    self.path = path
    self.query = query
  }

  /// Percent-encoding of everything that is not unreserved (RFC 3986), colons kept for reading.
  package static func encoded(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x3A:
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        out += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return out
  }
}
