/// What a phrase must show to be proposed as a form.
public struct LearningParameters: Hashable, Sendable {
  /// Offers (near-duplicates counted once) with the phrase whose employer declared the competency.
  public var minimumOffers = 4
  /// Known employers among them.
  public var minimumEmployers = 3
  /// Dunning's G²; 15.1 is passed by chance once in ten thousand.
  public var minimumG2 = 15.13
  /// χ² of Mantel and Haenszel within domains of the ROME; 6.63 is passed by chance once in a hundred.
  public var minimumWithin = 6.63
  /// Share of the offers with the phrase whose employer declared the competency.
  public var minimumShare = 0.5
  /// Offers among them in which the reading does not find the competency by itself: fewer, and the form brings nothing.
  public var minimumNew = 2
  /// Content words of a phrase.
  public var longest = 5
  /// Sentences shown with a proposal.
  public var examples = 5

  /// The defaults.
  public init() {}
}
