public import Taxonomy

/// Whether learned forms find more of what employers declare: learned on one half of the offers, measured on the other,
/// and the other way round.
public struct LearningMeasure: Sendable {
  /// Counts before or after.
  public struct Found: Hashable, Sendable {
    /// Declared families found demanded in the text of their offer.
    public var declared = 0
    /// Families found demanded, declared or not; each counts once an offer.
    public var demanded = 0

    static func += (sum: inout Found, more: Found) {
      sum.declared += more.declared
      sum.demanded += more.demanded
    }
  }

  /// Offers with at least one declared item that the release knows.
  public private(set) var offers = 0
  /// Declared families, each once an offer.
  public private(set) var items = 0
  /// Declared items whose code and wording the release does not know.
  public private(set) var unknown = 0
  /// Forms learned in each half.
  public private(set) var forms: [Int] = []
  /// With the lexicon as it is.
  public private(set) var before = Found()
  /// With the forms learned on the other half as well.
  public private(set) var after = Found()

  /// - Parameters:
  ///   - offers: one of each near-duplicate cluster.
  ///   - release: the taxonomy.
  ///   - overlays: what the reading knows already.
  ///   - parameters: what a phrase must show; every phrase that does is used.
  /// - Throws: `TextError` when ICU or libstemmer is not usable.
  public init(
    _ offers: [DeclaringOffer], release: TaxonomyRelease, overlays: Overlays, parameters: LearningParameters
  ) throws {
    let lexicon = try Lexicon(release: release, overlays: overlays)
    let reader = try LearningReader(lexicon: lexicon)
    let learner = FormLearner(lexicon: lexicon, parameters: parameters)
    let read = offers.map(reader.read)
    self.offers = read.count { !$0.declared.isEmpty }
    unknown = zip(offers, read).reduce(0) { sum, pair in
      sum + pair.0.declared.count { item in reader.declared(pair.0.only(item)).isEmpty }
    }
    for half in 0...1 {
      let training = read.enumerated().filter { $0.offset % 2 != half }.map(\.element)
      let test = read.enumerated().filter { $0.offset % 2 == half }.map(\.element)
      let learned = learner.proposals(reading: training)
      forms.append(learned.count)
      var extended = overlays
      extended.forms += learned.compactMap { proposal in
        release.competency(proposal.code).map {
          SurfaceForm(text: proposal.phrase, code: proposal.code, kind: Mention.Kind($0), origin: .learned)
        }
      }
      let second = try LearningReader(lexicon: try Lexicon(release: release, overlays: extended))
      for offer in test {
        items += offer.declared.count
        before += Self.found(offer)
        after += Self.found(second.read(offer.offer))
      }
    }
  }

  private static func found(_ offer: LearningOffer) -> Found {
    Found(declared: offer.declared.count { offer.found.contains($0.family) }, demanded: offer.found.count)
  }
}

extension DeclaringOffer {
  /// The offer with one declared item alone.
  fileprivate func only(_ item: JobOffer.DeclaredCompetency) -> DeclaringOffer {
    var offer = self
    offer.declared = [item]
    return offer
  }
}
