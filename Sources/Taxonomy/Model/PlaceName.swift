/// Names of places made comparable: capitals, no accents, `ST` spelt out, no punctuation.
enum PlaceName {
  /// `Saint-Étienne-du-Rouvray` and `ST ETIENNE DU ROUVRAY CEDEX` both give `SAINT ETIENNE DU ROUVRAY`.
  static func key(_ name: String) -> String {
    let folded = fold(name)
    var words: [String] = []
    for bytes in folded.split(separator: 0x20) {
      let part = String(decoding: bytes, as: UTF8.self)
      switch part {
      case "ST": words.append("SAINT")
      case "STE": words.append("SAINTE")
      case "CEDEX": return words.joined(separator: " ")
      case "ARRONDISSEMENT", "ARR": continue
      default: words.append(ordinal(bytes) ?? part)
      }
    }
    return words.joined(separator: " ")
  }

  /// A key without the article it begins with.
  static func withoutArticle(_ key: String) -> String {
    for article in ["LE ", "LA ", "LES ", "L "] where key.hasPrefix(article) {
      return String(key.dropFirst(article.count))
    }
    return key
  }

  /// `10E`, `1ER`, `01` are numbers of arrondissements.
  private static func ordinal(_ word: ArraySlice<UInt8>) -> String? {
    let digits = word.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard !digits.isEmpty, let n = Int(String(decoding: digits, as: UTF8.self)),
      ["", "E", "EME", "ER", "ERE"].contains(String(decoding: word.dropFirst(digits.count), as: UTF8.self))
    else { return nil }
    return String(n)
  }

  /// ASCII capitals and digits; everything else is a space. By hand, because a gazetteer folds seventy thousand names.
  private static func fold(_ name: String) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A: out.append(UInt8(scalar.value))
      case 0x61...0x7A: out.append(UInt8(scalar.value - 0x20))
      case 0x300...0x36F: continue
      case 0xC0...0xFF: out += latin1[Int(scalar.value - 0xC0) & 0x1F]
      case 0x152, 0x153: out += Array("OE".utf8)
      case 0x178: out.append(UInt8(ascii: "Y"))
      default: out.append(0x20)
      }
    }
    return out
  }

  /// Base letters of À…ß, which are those of à…ÿ too.
  private static let latin1: [[UInt8]] = [
    "A", "A", "A", "A", "A", "A", "AE", "C", "E", "E", "E", "E", "I", "I", "I", "I", "D", "N", "O", "O", "O",
    "O",
    "O", " ", "O", "U", "U", "U", "U", "Y", "TH", "Y",
  ].map { Array($0.utf8) }
}
