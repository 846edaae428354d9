/// How far a pathway of a portfolio has come.
public enum PathwayState: String, Sendable, Codable, CaseIterable {
  /// Drawn by rule or added by a person.
  case proposed
  /// Debated with branches, State and territories (contrat d’objectifs territorial).
  case discussed
  case validated
  case rejected
  /// Put off to a later year.
  case postponed
  /// Part of the file sent to the State.
  case sent
  /// Looked at again after it was taught.
  case evaluated

  /// States a decision may lead to from here. Decisions are superseded, never deleted: what was rejected or validated may
  /// be discussed again. `sent` is reached by sending the whole portfolio only.
  public var decisions: [PathwayState] {
    switch self {
    case .proposed: [.discussed]
    case .discussed: [.validated, .rejected, .postponed]
    case .validated, .rejected, .postponed: [.discussed]
    case .sent, .evaluated: []
    }
  }
}
