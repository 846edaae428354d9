public import Taxonomy

/// Links between a release of the ROME and one of ESCO: proposed by the program, judged by people.
public struct Crosswalk: Hashable, Sendable {
  /// Name of the release of the ROME.
  public let rome: String
  /// Name of the release of ESCO.
  public let esco: String
  /// By subject, then confidence (highest first), then concept.
  public let links: [CrosswalkLink]

  /// Makes the value from its parts; of two links with one pair the first is kept.
  public init(rome: String, esco: String, links: [CrosswalkLink]) {
    self.rome = rome
    self.esco = esco
    var seen = Set<CrosswalkLink.Pair>()
    self.links = links.filter { seen.insert($0.pair).inserted }.sorted {
      if $0.pair.subject != $1.pair.subject { return $0.pair.subject < $1.pair.subject }
      return $0.confidence != $1.confidence
        ? $0.confidence > $1.confidence : $0.pair.object < $1.pair.object
    }
  }

  /// This crosswalk with the judgements of another: what people accepted or rejected stays as they left it, whether it
  /// would still be proposed or not.
  public func keeping(_ reviewed: Crosswalk) -> Crosswalk {
    Crosswalk(rome: rome, esco: esco, links: reviewed.links.filter { $0.review != nil } + links)
  }

  /// Ways of writing items of the ROME that ESCO gives: labels of concepts that mean the same.
  public struct Form: Hashable, Sendable {
    /// The text.
    public let text: String
    /// The item.
    public let code: OGRCode
    /// The line it comes from.
    public let link: CrosswalkLink
  }

  /// Labels of the concepts that accepted links put beside an item, preferred and alternative, where they say it in
  /// other words than the item's own label. Links that say that one side is broader give none, nor do labels of a single
  /// content word (too ambiguous), of more than eight, or that several items would claim.
  ///
  /// - Parameter trust: links nobody judged count as accepted from this confidence on; `nil` for none of them.
  /// - Returns: forms by item, then text; and how many labels were left out because several items claim them.
  public func forms(_ esco: ESCORelease, trust: Double? = nil) -> (forms: [Form], claimed: Int) {
    let skills = Dictionary(esco.skills.map { ($0.uri, $0) }, uniquingKeysWith: { first, _ in first })
    var byKey: [String: [Form]] = [:]
    for link in links where link.predicate.isEquivalence {
      guard case .competency(let code) = link.pair.subject, let skill = skills[link.pair.object],
        link.review?.isAccepted ?? (link.confidence >= trust ?? .infinity)
      else { continue }
      let own = LabelWords(link.subjectLabel)
      for text in [skill.label] + skill.alternatives {
        let words = LabelWords(text)
        guard words.key != own.key, (2...8).contains(words.stems.count) else { continue }
        byKey[words.key, default: []].append(Form(text: text, code: code, link: link))
      }
    }
    let forms = byKey.values.filter { Set($0.map(\.code)).count == 1 }.compactMap(\.first)
    return (
      forms.sorted { ($0.code, $0.text) < ($1.code, $1.text) },
      byKey.values.count { Set($0.map(\.code)).count > 1 }
    )
  }
}
