public import Taxonomy

/// One table of signals, as its reader may see it, with what is needed to say how it was made.
public struct SignalResult: Sendable {
  /// SHA-256 over what the result depends on.
  public let fingerprint: String
  /// What was asked.
  public let request: SignalRequest
  /// What the offers of both windows were read with.
  public let releases: ReleaseSet
  /// What the reader has to know before any figure.
  public let warnings: [Finding]
  /// The figures, strongest statement first.
  public let rows: [SignalRow]
  /// How many families were tested.
  public let tested: Int
  /// Whether calendar months (or quarters) are strata.
  public let controlsSeason: Bool
  /// Distinct offers of the reference window; `nil` when kept back.
  public let offersReference: Int?
  /// Distinct offers of the recent window.
  public let offersRecent: Int?
  /// How tight the labour market is for the occupations looked at; empty when no table was imported.
  public let tension: [TensionFigure]

  init(
    fingerprint: String, request: SignalRequest, releases: ReleaseSet, warnings: [Finding], rows: [SignalRow],
    table: SignalTable, tension: [TensionFigure]
  ) {
    self.tension = tension
    self.fingerprint = fingerprint
    self.request = request
    self.releases = releases
    self.warnings = warnings
    self.rows = rows
    tested = table.tested
    controlsSeason = table.controlsSeason
    let disclosure = request.disclosure
    offersReference =
      disclosure.hides(offers: table.offersReference, employers: table.employersReference)
      ? nil : table.offersReference
    offersRecent =
      disclosure.hides(offers: table.offersRecent, employers: table.employersRecent)
      ? nil : table.offersRecent
  }
}
