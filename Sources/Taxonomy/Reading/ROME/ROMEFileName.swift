import Foundation

/// What the name of a file of the ROME set says: `unix_referentiel_savoir_v460_utf8.csv` is the table
/// `referentiel_savoir` of release 4.60.
struct ROMEFileName {
  /// The three sets France Travail publishes.
  enum Format: String {
    case csv, xml, json
  }

  let format: Format
  let table: String
  /// `4.60`; `nil` when the name carries no release.
  let release: String?

  init?(_ baseName: String) {
    var name = baseName.lowercased()
    guard let dot = name.lastIndex(of: "."),
      let format = Format(rawValue: String(name[name.index(after: dot)...]))
    else { return nil }
    self.format = format
    name = String(name[..<dot])
    for suffix in ["-pretty", "_utf8", "_iso8859-15", "_iso-8859-15"] where name.hasSuffix(suffix) {
      name = String(name.dropLast(suffix.count))
    }
    if name.hasPrefix("unix_") { name = String(name.dropFirst(5)) }
    var release: String?
    if let mark = name.range(of: "_v", options: .backwards) {
      let digits = name[mark.upperBound...]
      if (2...4).contains(digits.count), digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        release = "\(digits.prefix(1)).\(digits.dropFirst())"
        name = String(name[..<mark.lowerBound])
      }
    }
    guard !name.isEmpty else { return nil }
    table = name
    self.release = release
  }
}
