/// What a sequence of words must show to be proposed as a term.
public struct TermParameters: Hashable, Sendable {
  /// Distinct offers of both windows that hold it.
  public var minimumOffers = 10
  /// Known employers among them.
  public var minimumEmployers = 5
  /// Words of a term, function words inside it not counted.
  public var longest = 5
  /// Share of its occurrences that the reading took for a demanded competency without an item, or that follow a cue
  /// (*maîtrise de*, *logiciel*, *certifié*).
  public var minimumDemanded = 0.25
  /// The same for a single word that is mostly written like a name; a single word is ambiguous.
  public var minimumDemandedAlone = 0.4
  /// The same for what is not mostly new: a single word that is not written like a name (and then must be unknown to the
  /// taxonomy), or a sequence of known words.
  public var minimumDemandedKnown = 0.55
  /// A term is not shown when a longer one holds it in at least this share of its offers.
  public var nested = 0.8
  /// Sentences shown with a term.
  public var examples = 5

  /// The defaults.
  public init() {}

  /// One line a value, for fingerprints.
  var canonical: [String] {
    [
      "minimumOffers=\(minimumOffers)", "minimumEmployers=\(minimumEmployers)", "longest=\(longest)",
      "minimumDemanded=\(minimumDemanded)", "minimumDemandedAlone=\(minimumDemandedAlone)",
      "nested=\(nested)", "minimumDemandedKnown=\(minimumDemandedKnown)",
    ]
  }
}
