public import Taxonomy

/// A way of writing a competency that offers suggest: to be accepted or rejected by a person.
public struct PhraseProposal: Hashable, Sendable {
  /// A sentence that holds the phrase.
  public struct Example: Hashable, Sendable {
    /// Identifier of the offer.
    public let offer: String
    /// The sentence, redacted.
    public let sentence: String
  }

  /// The phrase in its most frequent writing.
  public let phrase: String
  /// The item employers declared most often with it.
  public let code: OGRCode
  /// Official wording of the item.
  public let label: String
  /// The family of the item; support is counted by family, so that twins do not scatter it.
  public let family: String
  /// Dunning's G² of phrase and family.
  public let g2: Double
  /// χ² of phrase and family within domains of the ROME: what the trade alone explains is taken away.
  public let within: Double
  /// Offers with the phrase whose employer declared the family.
  public let offers: Int
  /// Known employers among them.
  public let employers: Int
  /// Offers with the phrase, among those whose employer declared anything.
  public let phraseOffers: Int
  /// Offers with the phrase whose employer declared the family and in which the reading did not find it.
  public let newOffers: Int
  /// Sentences, of as many employers as possible.
  public let examples: [Example]

  /// Share of the phrase's offers that have the family.
  public var share: Double { phraseOffers == 0 ? 0 : Double(offers) / Double(phraseOffers) }
}
