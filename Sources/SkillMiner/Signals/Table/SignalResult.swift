public import Taxonomy

/// One table of signals with what is needed to say how it was made.
public struct SignalResult: Sendable {
  /// SHA-256 over what the result depends on.
  public let fingerprint: String
  /// What was asked.
  public let request: SignalRequest
  /// Name of the taxonomy release.
  public let taxonomy: String
  /// What the reader has to know before any figure.
  public let warnings: [Finding]
  /// The figures.
  public let table: SignalTable
}
