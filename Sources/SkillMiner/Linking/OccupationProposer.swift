public import Taxonomy

/// Proposes occupations for a job or certification title by matching it against the appellations of a release.
public final class OccupationProposer: Sendable {
  /// A proposal with its share of the title's content that an appellation explains, between 0 and 1.
  public struct Proposal: Hashable, Sendable {
    public let occupation: ROMECode
    public let appellation: String
    public let score: Double

    public init(occupation: ROMECode, appellation: String, score: Double) {
      self.occupation = occupation
      self.appellation = appellation
      self.score = score
    }
  }

  public init(lexicon: Lexicon) {}

  /// Proposals in descending score, then ascending code; empty when nothing fits well enough.
  public func propose(title: String, limit: Int = 3) -> [Proposal] { [] }
}
