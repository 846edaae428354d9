import Taxonomy

/// A title cut at its option or speciality: *Maintenance des véhicules option B véhicules de transport routier* and its
/// siblings share what stands before the cut.
struct CertificationOption {
  /// Words before the cut.
  let base: [String]
  /// Words from the cut on; empty when the title has no option.
  let option: [String]

  init(title: String) {
    let words = PlainWords(title).words
    let cut = words.firstIndex { $0 == "option" || $0 == "specialite" || $0 == "mention" } ?? words.count
    // A title that begins with the word (*Mention complémentaire …*) has no base to share.
    guard cut >= 2, cut < words.count else {
      base = words
      option = []
      return
    }
    base = Array(words[..<cut])
    option = Array(words[cut...])
  }

  /// Whether two titles are options of one.
  static func areSiblings(_ a: Certification, _ b: Certification) -> Bool {
    guard a.code != b.code, a.code.register == b.code.register, a.level == b.level else { return false }
    let (x, y) = (CertificationOption(title: a.title), CertificationOption(title: b.title))
    return x.base == y.base && !x.option.isEmpty && !y.option.isEmpty && x.option != y.option
  }
}
