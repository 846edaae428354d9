import Taxonomy

/// What verdicts need to know of one family: its labels as words, its items' macro-competencies, its acronyms.
struct FamilyForms: Sendable {
  struct Label: Sendable {
    let words: PlainWords
    /// `nil` for the family's own label.
    let code: OGRCode?
  }

  let family: CompetencyFamily
  let codes: Set<OGRCode>
  /// The distinct labels of the family and its items, with and without what stands in brackets.
  let labels: [Label]
  /// Macro-competencies of the items that are no macro-competency themselves.
  let macros: Set<OGRCode>
  /// Items that are macro-competencies.
  let ownMacros: Set<OGRCode>
  /// Words that by themselves name the certificate: R489, SST, HACCP.
  let acronyms: Set<String>

  init(_ family: CompetencyFamily, release: TaxonomyRelease) {
    self.family = family
    codes = Set(family.codes)
    var labels: [Label] = []
    var seen = Set<PlainWords>()
    func add(_ text: String, _ code: OGRCode?) {
      for variant in [text, Self.withoutBrackets(text)] {
        let words = PlainWords(variant)
        let letters = words.words.reduce(0) { $0 + $1.utf8.count }
        if letters >= 3, seen.insert(words).inserted { labels.append(Label(words: words, code: code)) }
      }
    }
    add(family.label, nil)
    var macros = Set<OGRCode>()
    var ownMacros = Set<OGRCode>()
    for code in family.codes {
      guard let item = release.competency(code) else { continue }
      add(item.label, code)
      if item.kind == .macro {
        ownMacros.insert(code)
      } else if let macro = item.macro {
        macros.insert(macro)
      }
    }
    self.labels = labels
    self.macros = macros
    self.ownMacros = ownMacros
    acronyms = Self.acronyms(in: family.label)
  }

  /// Words of a label in capitals (SST, HACCP) or that join letters and figures (R489), folded.
  static func acronyms(in label: String) -> Set<String> {
    let capitals = label.split { !($0.isLetter || $0.isNumber) }.filter { word in
      word.count >= 3 && word.allSatisfy { $0.isUppercase || $0.isNumber } && word.contains { $0.isLetter }
    }
    let codes = PlainWords(label).words.filter(CredentialNaming.isReference)
    return Set(capitals.flatMap { PlainWords(String($0)).words } + codes)
      .subtracting(CredentialNaming.genericWords).subtracting(CredentialNaming.commonAcronyms)
  }

  private static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    return String(
      text.filter { c in
        if c == "(" { depth += 1 }
        defer { if c == ")" { depth = max(0, depth - 1) } }
        return depth == 0
      })
  }
}
