public import Taxonomy

/// Carries items of one release to another, so that counts made with the first can be set beside counts made with the
/// second.
///
/// An item is carried by a link that a person reviewed, by its code and label, by a label that one item of the new
/// release bears under another code, or by its code alone (an OGR code outlives revisions of its label). The label
/// comes before the code alone: where a revision gave a code to something close by, the old label often lives on under
/// another. Everything else is listed with proposals and is never carried silently.
public struct ReleaseMigration: Sendable {
  /// How an item was carried.
  public enum Way: String, Sendable, CaseIterable {
    /// A person accepted the link.
    case reviewed
    /// Same code, same label up to case, accents and punctuation.
    case code
    /// Same code; the label was revised, and says the same with other or more words.
    case codeRevised = "code-revised"
    /// Another code, same label up to case, accents and punctuation.
    case label
    /// Another code, same content words up to number and gender.
    case labelVariant = "label-variant"
  }

  /// An item that was carried.
  public struct Step: Hashable, Sendable {
    /// In the old release.
    public let old: Competency
    /// In the new one.
    public let new: Competency
    /// How.
    public let way: Way
  }

  /// An item that was not carried, with what it may have become.
  public struct Loss: Hashable, Sendable {
    /// In the old release.
    public let old: Competency
    /// Likely successors, best first, with the share of weighted words in common (0 to 1).
    public let proposals: [Proposal]
  }

  /// A likely successor.
  public struct Proposal: Hashable, Sendable {
    /// In the new release.
    public let new: Competency
    /// Weighted words in common over all words of both (Jaccard), 0 to 1.
    public let score: Double
  }

  /// Name of the old release.
  public let old: String
  /// Name of the new one.
  public let new: String
  /// Items carried, by old code.
  public let steps: [Step]
  /// Items not carried, by old code.
  public let losses: [Loss]
  /// Reviewed links that name an item one of the releases does not hold.
  public let uselessLinks: [ReviewedLink]

  /// - Parameters:
  ///   - reviewed: links a person judged; a rejected one keeps its pair from being carried in any way.
  ///   - proposals: how many proposals an item that is not carried is given.
  public init(
    from old: TaxonomyRelease, to new: TaxonomyRelease, reviewed: [ReviewedLink] = [], proposals: Int = 3
  ) {
    self.old = old.name
    self.new = new.name
    let index = LabelIndex(new.competencies)
    var accepted: [OGRCode: OGRCode] = [:]
    var rejected = Set<ReviewedLink.Pair>()
    var useless: [ReviewedLink] = []
    for link in reviewed {
      guard old.competency(link.pair.old) != nil, new.competency(link.pair.new) != nil else {
        useless.append(link)
        continue
      }
      if link.isAccepted { accepted[link.pair.old] = link.pair.new } else { rejected.insert(link.pair) }
    }
    var steps: [Step] = []
    var losses: [Loss] = []
    for item in old.competencies {
      func allowed(_ candidate: Competency) -> Bool {
        !rejected.contains(ReviewedLink.Pair(old: item.code, new: candidate.code))
      }
      let words = LabelWords(item.label)
      let same = new.competency(item.code).flatMap { allowed($0) ? $0 : nil }
      let way = same.flatMap { Self.way(words, LabelWords($0.label)) }
      if let target = accepted[item.code].flatMap({ new.competency($0) }) {
        steps.append(Step(old: item, new: target, way: .reviewed))
      } else if let same, way == .code {
        steps.append(Step(old: item, new: same, way: .code))
      } else if let target = index.only(key: words.key), allowed(target) {
        steps.append(Step(old: item, new: target, way: .label))
      } else if let same, let way {
        steps.append(Step(old: item, new: same, way: way))
      } else if let target = index.only(stems: words.stems), allowed(target) {
        steps.append(Step(old: item, new: target, way: .labelVariant))
      } else {
        losses.append(
          Loss(old: item, proposals: index.nearest(words, limit: proposals).filter { allowed($0.new) }))
      }
    }
    self.steps = steps
    self.losses = losses
    uselessLinks = useless
  }

  /// Share of the items of the old release that were carried, 0 to 1.
  public var share: Double {
    let all = steps.count + losses.count
    return all == 0 ? 0 : Double(steps.count) / Double(all)
  }

  /// Whether two labels of one code say the same; `nil` where the code seems to have been given to something else.
  private static func way(_ old: LabelWords, _ new: LabelWords) -> Way? {
    if old.key == new.key { return .code }
    // *Système embarqué* that became *Sécurité des systèmes embarqués* is about something else.
    if let head = new.head, !old.stems.contains(head) { return nil }
    let common = old.stems.intersection(new.stems).count
    return common > 0 && common * 2 >= min(old.stems.count, new.stems.count) ? .codeRevised : nil
  }
}
