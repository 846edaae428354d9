public import Taxonomy

/// Proposes a crosswalk between the ROME and ESCO by the labels of both, and by ISCO-08 where a table says which cards
/// of the ROME belong to which of its groups.
///
/// Labels are compared as sets of word keys (derivations share one) weighted by their rarity. What is said under another
/// first word, or in another number of words, is proposed with less confidence. A label that several concepts bear, or a
/// concept that several items claim, is said and left to people (`settled(_:)`). Everything is a proposal: people accept
/// or reject.
public struct CrosswalkBuilder {
  /// Likeness from which labels are proposed.
  public static let least = 0.6
  /// Proposals an item is given at most, beside those that claim its very label.
  public static let limit = 2
  /// Confidence of a link that others contest, at most: below what people trust unseen.
  public static let contested = 0.85

  private let rome: TaxonomyRelease
  private let esco: ESCORelease
  private let isco: [ROMECode: Set<String>]
  private let maker: CrosswalkWordMaker
  /// ISCO-08 groups that ask for a skill, by the occupations of ESCO that do.
  private let groupsOfSkill: [ESCOURI: Set<String>]
  private let groupsOfItem: [OGRCode: Set<String>]

  /// - Parameter isco: ISCO-08 groups (four digits or fewer) by card; empty where no table was given.
  /// - Throws: `TextError` without a French stemmer.
  public init(rome: TaxonomyRelease, esco: ESCORelease, isco: [ROMECode: Set<String>] = [:]) throws {
    self.rome = rome
    self.esco = esco
    var expanded: [ROMECode: Set<String>] = [:]
    for (code, groups) in isco {
      for card in rome.expand(code) { expanded[card, default: []].formUnion(groups) }
    }
    self.isco = expanded
    maker = try CrosswalkWordMaker()
    let groups = Dictionary(
      esco.occupations.map { ($0.uri, $0.iscoGroup) }, uniquingKeysWith: { first, _ in first })
    var bySkill: [ESCOURI: Set<String>] = [:]
    var byItem: [OGRCode: Set<String>] = [:]
    if !expanded.isEmpty {
      for demand in esco.demands {
        if let group = groups[demand.occupation], !group.isEmpty {
          bySkill[demand.skill, default: []].insert(group)
        }
      }
      for link in rome.links {
        byItem[link.competency, default: []].formUnion(expanded[link.occupation] ?? [])
      }
    }
    groupsOfSkill = bySkill
    groupsOfItem = byItem
  }

  /// The proposals: competencies with skills, cards with occupations.
  public func propose() -> Crosswalk {
    Crosswalk(
      rome: rome.name, esco: esco.name, links: Self.settled(competencies()) + Self.settled(occupations()))
  }

  /// Of the links that say that both sides are the same, the one that nothing on either side equals or betters stays so.
  /// The others are close at best: homographs on one of the sides, which only people can tell apart.
  static func settled(_ links: [CrosswalkLink]) -> [CrosswalkLink] {
    let exact = links.filter { $0.predicate == .exact }
    let bySubject = Dictionary(grouping: exact, by: \.pair.subject)
    let byObject = Dictionary(grouping: exact, by: \.pair.object)
    return links.map { link in
      guard link.predicate == .exact else { return link }
      var why: [String] = []
      func contest(_ rivals: [CrosswalkLink]?, equal: String, better: String) {
        guard let best = rivals?.filter({ $0.pair != link.pair }).map(\.confidence).max(),
          best >= link.confidence
        else { return }
        why.append(best == link.confidence ? equal : better)
      }
      contest(
        bySubject[link.pair.subject], equal: "plusieurs concepts d’ESCO portent cet intitulé",
        better: "un autre concept d’ESCO porte cet intitulé de plus près")
      contest(
        byObject[link.pair.object], equal: "plusieurs éléments du ROME revendiquent ce concept",
        better: "un autre élément du ROME est plus près de ce concept")
      guard !why.isEmpty else { return link }
      return CrosswalkLink(
        pair: link.pair, subjectLabel: link.subjectLabel, objectLabel: link.objectLabel, predicate: .close,
        justification: link.justification, confidence: min(link.confidence, contested),
        alternative: link.alternative, review: link.review,
        comment: ([link.comment].filter { !$0.isEmpty } + why).joined(separator: "\u{A0}; "))
    }
  }

  // MARK: - Competencies

  private func competencies() -> [CrosswalkLink] {
    let index = CrosswalkIndex(
      esco.skills.filter { !$0.isObsolete }.flatMap { skill in
        entries(skill.uri, skill.label, skill.alternatives) { $0 }
      })
    return rome.competencies.flatMap { item -> [CrosswalkLink] in
      let agreement = { (uri: ESCOURI) in
        Agreement(groupsOfItem[item.code] ?? [], groupsOfSkill[uri] ?? [])
      }
      return links(.competency(item.code), item.label, maker.words(item.label), index, agreement)
    }
  }

  // MARK: - Occupations

  /// Cards are found by their own title and those of their appellations: the best of all speaks for the card.
  private func occupations() -> [CrosswalkLink] {
    let index = CrosswalkIndex(
      esco.occupations.filter { !$0.isObsolete }.flatMap { occupation in
        entries(occupation.uri, occupation.label, occupation.alternatives, CrosswalkWordMaker.title)
      })
    let groups = Dictionary(
      esco.occupations.map { ($0.uri, $0.iscoGroup) }, uniquingKeysWith: { first, _ in first })
    let titles = Dictionary(grouping: rome.appellations, by: \.occupation).mapValues { $0.map(\.label) }
    return rome.occupations.flatMap { card -> [CrosswalkLink] in
      let agreement = { (uri: ESCOURI) in
        Agreement(isco[card.code] ?? [], groups[uri].map { $0.isEmpty ? [] : [$0] } ?? [])
      }
      var best: [ESCOURI: CrosswalkLink] = [:]
      for title in [card.label] + (titles[card.code] ?? []) {
        let words = maker.words(CrosswalkWordMaker.title(title))
        for link in links(.occupation(card.code), title, words, index, agreement)
        where link.confidence > best[link.pair.object]?.confidence ?? 0 {
          best[link.pair.object] = link
        }
      }
      // A card has many titles: each may have an occupation of its own, so that only good ones are proposed.
      return best.values.filter { $0.confidence >= 0.8 }.map { link in
        CrosswalkLink(
          pair: link.pair, subjectLabel: link.subjectLabel, objectLabel: link.objectLabel,
          predicate: link.subjectLabel == card.label ? link.predicate : .narrow,
          justification: link.justification, confidence: link.confidence, alternative: link.alternative,
          comment: link.comment)
      }
    }
  }

  // MARK: - Labels

  private func entries(
    _ uri: ESCOURI, _ label: String, _ alternatives: [String], _ plain: (String) -> String
  ) -> [CrosswalkIndex.Entry] {
    [CrosswalkIndex.Entry(uri: uri, label: label, alternative: "", words: maker.words(plain(label)))]
      + alternatives.map {
        CrosswalkIndex.Entry(uri: uri, label: label, alternative: $0, words: maker.words(plain($0)))
      }
  }

  private func links(
    _ subject: CrosswalkLink.Subject, _ label: String, _ words: CrosswalkWords, _ index: CrosswalkIndex,
    _ agreement: (ESCOURI) -> Agreement
  ) -> [CrosswalkLink] {
    var result: [CrosswalkLink] = []
    var seen = Set<ESCOURI>()
    func add(
      _ entry: CrosswalkIndex.Entry, _ predicate: CrosswalkLink.Predicate,
      _ justification: CrosswalkLink.Justification, _ confidence: Double
    ) {
      let agreement = agreement(entry.uri)
      // An alternative label is a little less the concept than the preferred one.
      let confidence = confidence - (entry.alternative.isEmpty ? 0 : 0.03) + agreement.bonus
      guard confidence >= Self.least - 0.1, seen.insert(entry.uri).inserted else { return }
      result.append(
        CrosswalkLink(
          pair: .init(subject: subject, object: entry.uri), subjectLabel: label, objectLabel: entry.label,
          predicate: predicate, justification: justification, confidence: min(0.99, max(0, confidence)),
          alternative: entry.alternative, comment: agreement.comment))
    }
    for entry in index.same(words) { add(entry, .exact, .lexical, 0.98) }
    for entry in index.sameWords(words) { add(entry, .exact, .lexical, 0.95) }
    for hit in index.nearest(words, least: Self.least) {
      let other = hit.entry.words
      let (own, its) = (Set(words.keys), Set(other.keys))
      let predicate: CrosswalkLink.Predicate =
        own == its ? .close : its.isSubset(of: own) ? .broad : own.isSubset(of: its) ? .narrow : .related
      // What a label is about stands first: *contrôler la livraison* is no *livrer*.
      let head = words.head == other.head ? 1 : 0.85
      add(hit.entry, predicate, .similarity, 0.93 * hit.likeness * head)
    }
    let sorted = result.sorted { ($1.confidence, $0.pair.object) < ($0.confidence, $1.pair.object) }
    return sorted.enumerated().filter { $0 < Self.limit || $1.predicate == .exact }.map(\.element)
  }

  /// What the groups of both sides say about a pair.
  private enum Agreement {
    case unknown, agrees, differs

    init(_ a: Set<String>, _ b: Set<String>) {
      guard !a.isEmpty, !b.isEmpty else {
        self = .unknown
        return
      }
      self = a.contains { x in b.contains { $0.hasPrefix(x) || x.hasPrefix($0) } } ? .agrees : .differs
    }

    var bonus: Double {
      switch self {
      case .unknown: 0
      case .agrees: 0.03
      case .differs: -0.1
      }
    }

    var comment: String {
      switch self {
      case .unknown: ""
      case .agrees: "même groupe CITP-08"
      case .differs: "autre groupe CITP-08"
      }
    }
  }
}
