import Taxonomy

/// A certifying pathway of a portfolio: a certification and the additional module that would complete it, with the reasons
/// as they stood when it was put in and everything that was decided since.
public struct Pathway: Hashable, Sendable, Codable {
  /// A competency the module would teach.
  public struct Family: Hashable, Sendable, Codable {
    /// Identifier of the family.
    public let id: String
    /// French label.
    public let label: String
    /// Verdict when it was put in: `missing` or `partial`.
    public let verdict: String
    /// The passage of the blocks that made the verdict; `nil` when nothing there speaks of it.
    public let passage: String?
  }

  /// A sentence of an offer.
  public struct OfferSentence: Hashable, Sendable, Codable {
    /// Identifier of the offer.
    public let offer: String
    /// Day of publication.
    public let date: String?
    /// Place as the source writes it.
    public let place: String?
    /// The sentence.
    public let sentence: String
  }

  /// A state that was decided.
  public struct Decision: Hashable, Sendable, Codable {
    /// The state.
    public let state: PathwayState
    /// Who decided.
    public let who: String
    /// When.
    public let when: AuditMoment
    /// Why; may be empty for states that follow from another act.
    public let why: String
  }

  /// Number within the portfolio, from 1; never given again.
  public var number: Int
  /// What the module answers in an analysis.
  public let key: CandidateKey
  /// Title of the certification.
  public let certification: String
  /// Level 3 to 8.
  public let level: Int?
  /// Filière it counts for, by name.
  public var filiere: String
  /// What the module is called.
  public var title: String
  /// Families, largest lower bound first.
  public let families: [Family]
  /// Figures when it was put in.
  public let figures: PathwayFigures
  /// Fingerprint of the analysis it comes from.
  public let fingerprint: String
  /// What that analysis was made with; `nil` for a pathway that was put in before it was written down.
  public let releases: ReleaseSet?
  /// Up to three sentences of offers.
  public let quotes: [OfferSentence]
  /// French, one line each: what certifies the gap already (successor, RS, block of another certification).
  public let alternatives: [String]
  /// French, one line each: who teaches the gap in the territory; `nil` when no table of training supply was loaded.
  public let supply: [String]?
  /// Whether drawing again leaves it where it is.
  public var isPinned = false
  /// A remark of the people who edit.
  public var note = ""
  /// Revision of the portfolio that last changed it.
  public var revision = 1
  /// What was decided, oldest first; the last one holds.
  public var decisions: [Decision] = []
  /// Who took it out, and why; `nil` while it stands. A removed pathway is kept.
  public var removed: Decision?

  /// The present state.
  public var state: PathwayState { decisions.last?.state ?? .proposed }

  /// Day it was validated last; `nil` when it is not.
  public var validated: AuditMoment? {
    switch state {
    case .validated, .sent, .evaluated: decisions.last { $0.state == .validated }?.when
    default: nil
    }
  }

  /// A pathway from a candidate; its number is given when it enters a portfolio.
  ///
  /// - Parameter result: the analysis it stands in.
  public init(_ candidate: ModuleCandidate, rank: Int, filiere: String, of result: AnalysisResult) {
    number = 0
    key = CandidateKey(candidate)
    certification = candidate.certification.title
    level = candidate.certification.level
    self.filiere = filiere
    title = candidate.name
    families = candidate.families.map {
      Family(
        id: $0.family.id, label: $0.family.label, verdict: $0.verdict.level.rawValue,
        passage: $0.verdict.passage?.text)
    }
    figures = PathwayFigures(candidate, rank: rank)
    fingerprint = result.fingerprint
    releases = result.releases
    quotes = candidate.evidence.prefix(3).map {
      OfferSentence(
        offer: $0.offer, date: $0.date?.description, place: $0.place, sentence: $0.passage.sentence)
    }
    alternatives = candidate.alternatives.map(\.sentence)
    supply = candidate.supply.isEmpty ? nil : candidate.supply.map(\.sentence)
  }
}
