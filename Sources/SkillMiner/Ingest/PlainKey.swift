import Foundation

/// Keys under which names that people write differently are equal: case, accents, punctuation and spaces do not count.
enum PlainKey {
  /// Lower-case letters and digits in words separated by one space; empty when there are none.
  static func fold(_ text: String) -> String {
    words(text).joined(separator: " ")
  }

  /// A key equal for offers of one employer, `nil` when the name says nothing.
  ///
  /// Legal forms are left out (« Dupont SARL » and « DUPONT »); names that hide the employer give no key, because
  /// all the offers without a name would otherwise be taken for one employer's.
  static func employer(_ name: String?) -> String? {
    guard let name else { return nil }
    let key = words(name).filter { !legalForms.contains(String($0)) }.joined(separator: " ")
    return key.isEmpty || anonymous.contains(key) ? nil : key
  }

  private static let legalForms: Set<String> = [
    "sa", "sas", "sasu", "sarl", "eurl", "sci", "snc", "scop", "selarl", "earl", "gie", "ste", "societe",
    "ets",
    "etablissements",
  ]
  private static let anonymous: Set<String> = [
    "confidentiel", "anonyme", "non communique", "non renseigne", "inconnu", "entreprise confidentielle",
    "nc",
  ]

  private static func words(_ text: String) -> [Substring] {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
      .split { !($0.isLetter || $0.isNumber) }
  }
}
