public import Taxonomy

/// Gives the coverage verdict of a family in a certification's text. Rules are tried from the strongest to the
/// weakest and passages in their order, so that the passage shown is always the first that decides.
public final class CoverageJudge {
  private let lexicon: Lexicon
  private let gestures: CredentialGestures
  private let implied: ImpliedCredentials
  private var forms: [String: FamilyForms] = [:]

  /// - Parameter tables: what people wrote down of certificates.
  public init(lexicon: Lexicon, tables: CoverageTables) {
    self.lexicon = lexicon
    gestures = tables.gestures
    implied = tables.implied
  }

  /// The verdict; `missing` for a text without blocks, which callers sort out first (`CertificationText.isEvaluable`).
  public func verdict(of family: CompetencyFamily, in text: CertificationText) -> CoverageVerdict {
    let forms = forms(of: family)
    if family.kind == .credential { return credentialVerdict(forms, text) }
    let blocks = text.passages.filter(\.isInBlock)
    // What the certification is called is certainly no gap of it.
    let titles = text.passages.filter { $0.passage.place == .title }
    return covered(forms, blocks) ?? wordForWord(forms.labels, titles) ?? neighbour(forms, blocks) ?? .missing
  }

  private func forms(of family: CompetencyFamily) -> FamilyForms {
    if let known = forms[family.id] { return known }
    let made = FamilyForms(family, release: lexicon.release)
    forms[family.id] = made
    return made
  }

  // MARK: Competencies

  private func covered(_ forms: FamilyForms, _ blocks: [CertificationText.Passage]) -> CoverageVerdict? {
    first(in: blocks) { passage, mention in
      self.belongs(mention, to: forms)
        ? CoverageVerdict(level: .covered, reason: .form, passage: passage, item: mention.code) : nil
    } ?? first(in: blocks) { passage, mention in
      self.isNarrower(mention, than: forms)
        ? CoverageVerdict(level: .covered, reason: .narrower, passage: passage, item: mention.code) : nil
    } ?? wordForWord(forms.labels, blocks) ?? allWords(forms.labels, blocks)
  }

  private func neighbour(_ forms: FamilyForms, _ blocks: [CertificationText.Passage]) -> CoverageVerdict? {
    first(in: blocks) { passage, mention in
      self.isBroader(mention, than: forms)
        ? CoverageVerdict(level: .partial, reason: .broader, passage: passage, item: mention.code) : nil
    }
      ?? first(in: blocks) { passage, mention in
        guard let code = mention.code, let macro = self.lexicon.release.competency(code)?.macro,
          forms.macros.contains(macro)
        else { return nil }
        return CoverageVerdict(level: .partial, reason: .sibling, passage: passage, item: code)
      }
  }

  private func belongs(_ mention: Mention, to forms: FamilyForms) -> Bool {
    if mention.family == forms.family.id { return true }
    return mention.code.map(forms.codes.contains) ?? false
  }

  /// A child of a macro-competency of the family, or an item whose label says all that a label of the family says and
  /// more (*gestion des stocks* ← *gestion des stocks de produits frais*).
  private func isNarrower(_ mention: Mention, than forms: FamilyForms) -> Bool {
    guard let code = mention.code, let item = lexicon.release.competency(code) else { return false }
    if let macro = item.macro, forms.ownMacros.contains(macro) { return true }
    let words = Set(PlainWords(item.label).content)
    return forms.labels.contains { label in
      let content = Set(label.words.content)
      return content.count >= 2 && content.isStrictSubset(of: words)
    }
  }

  private func isBroader(_ mention: Mention, than forms: FamilyForms) -> Bool {
    guard let code = mention.code, let item = lexicon.release.competency(code) else { return false }
    if forms.macros.contains(code) { return true }
    let words = Set(PlainWords(item.label).content)
    guard !words.isEmpty else { return false }
    return forms.labels.contains { words.isStrictSubset(of: Set($0.words.content)) }
  }

  // MARK: Certificates and licences

  private func credentialVerdict(_ forms: FamilyForms, _ text: CertificationText) -> CoverageVerdict {
    let passages = text.passages
    let named =
      first(in: passages) { passage, mention in
        guard self.belongs(mention, to: forms) else { return nil }
        return CoverageVerdict(level: .covered, reason: .named, passage: passage, item: mention.code)
      } accept: { passage, mention in
        CredentialNaming.isNamed(passage.words(of: mention), acronyms: forms.acronyms)
      }
    if let named { return named }
    for passage in passages where !forms.acronyms.isDisjoint(with: passage.words.words) {
      return CoverageVerdict(level: .covered, reason: .named, passage: passage.passage)
    }
    let naming = forms.labels.filter {
      $0.code == nil || CredentialNaming.isNamed($0.words, acronyms: forms.acronyms)
    }
    if let verdict = wordForWord(naming, passages) { return verdict }
    return implied(forms, passages) ?? gesture(forms, passages.filter(\.isInBlock)) ?? .missing
  }

  /// A title, or what one must have before, that supposes the licence.
  private func implied(_ forms: FamilyForms, _ passages: [CertificationText.Passage]) -> CoverageVerdict? {
    passages.first {
      implied.rule(for: forms.family.id, passage: $0.passage, words: $0.words) != nil
    }.map { CoverageVerdict(level: .covered, reason: .implied, passage: $0.passage) }
  }

  private func gesture(_ forms: FamilyForms, _ blocks: [CertificationText.Passage]) -> CoverageVerdict? {
    let gesture = gestures.gesture(of: forms.family.id)
    return first(in: blocks) { passage, mention in
      let teaches = mention.code.map { gesture?.codes.contains($0) ?? false } ?? false
      guard teaches || self.belongs(mention, to: forms) else { return nil }
      return CoverageVerdict(level: .partial, reason: .gesture, passage: passage, item: mention.code)
    } ?? blocks.first { passage in
      gesture?.terms.contains { passage.words.containsAll($0, within: Self.window) } ?? false
    }.map { CoverageVerdict(level: .partial, reason: .gesture, passage: $0.passage) }
      ?? wordForWord(forms.labels, blocks).map {
        CoverageVerdict(level: .partial, reason: .gesture, passage: $0.passage, item: $0.item)
      }
  }

  // MARK: Guards

  /// How many consecutive words the words of a label may be spread over.
  private static let window = 12

  private func wordForWord(
    _ labels: [FamilyForms.Label], _ passages: [CertificationText.Passage]
  ) -> CoverageVerdict? {
    for passage in passages {
      for label in labels where passage.words.contains(label.words) {
        return CoverageVerdict(
          level: .covered, reason: .wordForWord, passage: passage.passage, item: label.code)
      }
    }
    return nil
  }

  private func allWords(
    _ labels: [FamilyForms.Label], _ passages: [CertificationText.Passage]
  ) -> CoverageVerdict? {
    let wanted = labels.map { ($0.words.content, $0.code) }.filter { Set($0.0).count >= 2 }
    for passage in passages {
      for (words, code) in wanted where passage.words.containsAll(words, within: Self.window) {
        return CoverageVerdict(level: .covered, reason: .words, passage: passage.passage, item: code)
      }
    }
    return nil
  }

  private func first(
    in passages: [CertificationText.Passage], _ decide: (BlockPassage, Mention) -> CoverageVerdict?,
    accept: (CertificationText.Passage, Mention) -> Bool = { _, _ in true }
  ) -> CoverageVerdict? {
    for passage in passages {
      for mention in passage.mentions where mention.stance != .negated {
        if let verdict = decide(passage.passage, mention), accept(passage, mention) { return verdict }
      }
    }
    return nil
  }
}
