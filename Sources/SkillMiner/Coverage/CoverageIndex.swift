import Taxonomy

/// What every certification teaches, by family: answers which of them certifies a gap already.
struct CoverageIndex {
  private struct Place {
    let certification: Int
    let passage: BlockPassage
  }

  /// Most alternatives named for one family of one certification.
  private static let limit = 3

  private let judge: CoverageJudge
  private let today: CalendarDate
  private let implied: ImpliedCredentials
  private var certifications: [Certification] = []
  private var texts: [CertificationText] = []
  private var position: [CertificationCode: Int] = [:]
  private var byFamily: [String: [Place]] = [:]

  init(judge: CoverageJudge, today: CalendarDate, implied: ImpliedCredentials) {
    self.judge = judge
    self.implied = implied
    self.today = today
  }

  /// Adds a certification with its text as read.
  mutating func add(_ certification: Certification, _ text: CertificationText) {
    let number = certifications.count
    position[certification.code] = number
    certifications.append(certification)
    texts.append(text)
    let isRegister = certification.code.register == .rs
    for passage in text.passages where passage.isInBlock || (isRegister && passage.passage.place == .title) {
      var families = Self.taught(in: passage)
      if isRegister {
        families += implied.families.filter { !families.contains($0) && isImplied($0, passage) }
      }
      for family in families {
        let place = Place(certification: number, passage: passage.passage)
        // The first passage of a certification is enough.
        if byFamily[family]?.last?.certification != number { byFamily[family, default: []].append(place) }
      }
    }
  }

  /// Families a passage of a programme names, in text order.
  static func taught(in passage: CertificationText.Passage) -> [String] {
    var families: [String] = []
    for mention in passage.mentions where mention.stance != .negated {
      // Other readings of a block are guesses among neighbours: good enough to doubt a gap, not to name what
      // certifies it.
      guard let family = mention.family, !families.contains(family),
        mention.origin == "grammar" || mention.origin.hasPrefix("form")
      else { continue }
      if mention.kind == .credential, !CredentialNaming.isNamed(passage.words(of: mention), acronyms: []) {
        continue
      }
      families.append(family)
    }
    return families
  }

  /// Certifications that certify a family, ascending.
  func certifying(_ family: String) -> [CertificationCode] {
    let named = (byFamily[family] ?? []).map { certifications[$0.certification].code }
    let ruled = implied.rules.filter { $0.families.contains(family) }.flatMap(\.codes)
    return Set(named + ruled.filter { $0.register == .rs }).sorted()
  }

  private func isImplied(_ family: String, _ passage: CertificationText.Passage) -> Bool {
    implied.rule(for: family, passage: passage.passage, words: passage.words) != nil
  }

  /// What certifies a family already, for a certification that does not: the surest first.
  func alternatives(
    for family: CompetencyFamily, of certification: Certification, succession: SuccessionChain
  ) -> [CoverageAlternative] {
    var found: [CoverageAlternative] = []
    var named: Set<CertificationCode> = [certification.code]
    func covering(_ kind: CoverageAlternative.Kind, _ code: CertificationCode) {
      guard !named.contains(code), let number = position[code], texts[number].isEvaluable else { return }
      let verdict = judge.verdict(of: family, in: texts[number])
      guard verdict.level == .covered, let passage = verdict.passage else { return }
      named.insert(code)
      found.append(make(kind, family, number, passage))
    }
    for code in succession.current(of: certification.code) { covering(.successor, code) }
    for other in certifications
    where isCurrent(other) && CertificationOption.areSiblings(certification, other) {
      covering(.option, other.code)
    }
    let places = (byFamily[family.id] ?? []).filter {
      !named.contains(certifications[$0.certification].code) && isCurrent(certifications[$0.certification])
    }
    let others = places.map { place in
      let isRegister = certifications[place.certification].code.register == .rs
      return make(isRegister ? .register : .block, family, place.certification, place.passage)
    }
    found += others.sorted { a, b in
      (a.kind.rawValue, a.certification) < (b.kind.rawValue, b.certification)
    }
    return Array(found.prefix(Self.limit))
  }

  private func make(
    _ kind: CoverageAlternative.Kind, _ family: CompetencyFamily, _ number: Int, _ passage: BlockPassage
  ) -> CoverageAlternative {
    let certification = certifications[number]
    let isBlock = passage.place == .sentence || passage.place == .blockTitle
    return CoverageAlternative(
      kind: kind, family: family, certification: certification.code, title: certification.title,
      block: isBlock ? passage.code : nil, passage: passage.text)
  }

  private func isCurrent(_ certification: Certification) -> Bool {
    certification.expiry.map { $0 >= today } ?? (certification.isActive != false)
  }
}
