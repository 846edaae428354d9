/// A term that the taxonomy does not know: to be accepted as a form of an item, as an item of one's own, or rejected.
public struct Term: Hashable, Sendable {
  /// The term in its most frequent writing.
  public let phrase: String
  /// Class and figures of its change, as its reader may see them.
  public let row: SignalRow
  /// Termhood (see `CValue`).
  public let cValue: Double
  /// Share of its occurrences that stand where demand is.
  public let demanded: Double
  /// Distinct offers of both windows.
  public let offers: Int
  /// Known employers among them.
  public let employers: Int
  /// Feeds among them.
  public let sources: Int
  /// Sentences, of as many employers as possible; empty where the cell is secret.
  public let examples: [PhraseProposal.Example]
}

/// Terms of a scope between two windows, with what is needed to say how they were found.
public struct TermResult: Sendable {
  /// SHA-256 over what the result depends on.
  public let fingerprint: String
  /// What the offers of both windows were read with.
  public let releases: ReleaseSet
  /// What was asked.
  public let request: SignalRequest
  /// Terms, strongest first.
  public let terms: [Term]
  /// Distinct offers read.
  public let offers: Int
  /// Candidates that were tested.
  public let tested: Int
  /// Of hidden items that enough offers name, those that were found again; see `TermDiscovery.measure`.
  public let recall: (found: Int, of: Int)
}
