public import Taxonomy

/// Why a stretch of an offer was read as a demanded competency or not, and what speaks for the items it could mean.
public struct SpanReasons: Sendable {
  /// What became of it.
  public enum Decision: String, Sendable {
    /// It counts as a mention.
    case kept
    /// It is too unlikely to name a demanded competency.
    case refused
    /// It is likely enough, but what overlaps it is likelier.
    case outweighed
    /// A grammar of certificates, languages or diplomas found it: nothing is weighed.
    case grammar
  }

  /// What a feature adds to a sum of feature × weight.
  public struct Part: Hashable, Sendable {
    /// What the feature says, in French.
    public let meaning: String
    /// Feature × weight.
    public let amount: Double
  }

  /// An item that a stretch could mean.
  public struct Candidate: Sendable {
    /// The item.
    public let item: Competency
    /// Sum of feature × weight; the highest of a stretch wins.
    public let score: Double
    /// What it has over the first of its stretch, feature by feature, largest first; of the first itself, over the second.
    public let comparison: [Part]
  }

  /// How the stretch got its item.
  public enum ItemSource: Sendable {
    /// A form that people wrote names the item.
    case written(form: String, item: Competency)
    /// The best candidate is right with this probability.
    case likely(Double)
    /// There is no candidate.
    case none
  }

  /// The field it stands in.
  public let field: Mention.Field
  /// Unicode scalar offsets into the field as given; `end` is exclusive.
  public let start: Int
  /// Exclusive end, like `start`.
  public let end: Int
  /// What became of it.
  public let decision: Decision
  /// Probability that it names a demanded competency.
  public let probability: Double
  /// What led to it, largest amounts first; what adds nothing is left out.
  public let parts: [Part]
  /// How it got its item.
  public let link: ItemSource
  /// The items it could mean, best first.
  public let candidates: [Candidate]

  /// The same at other offsets.
  func moved(to range: Range<Int>) -> SpanReasons {
    SpanReasons(
      field: field, start: range.lowerBound, end: range.upperBound, decision: decision,
      probability: probability, parts: parts, link: link, candidates: candidates)
  }
}
