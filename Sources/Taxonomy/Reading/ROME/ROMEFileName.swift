import Foundation

/// What the name of a file of the ROME set says: `unix_referentiel_savoir_v460_utf8.csv` is the table
/// `referentiel_savoir` of release 4.60.
struct ROMEFileName {
  let table: String
  /// `4.60`; `nil` when the name carries no release.
  let release: String?

  init?(_ baseName: String) {
    var name = baseName.lowercased()
    guard name.hasSuffix(".csv") else { return nil }
    name = String(name.dropLast(4))
    if name.hasSuffix("_utf8") { name = String(name.dropLast(5)) }
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
