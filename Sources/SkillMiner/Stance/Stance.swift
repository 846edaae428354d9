/// What a mention is in its offer.
public enum Stance: String, Sendable, CaseIterable {
  /// A duty of the post.
  case mission
  /// Required of the candidate.
  case required
  /// Nice to have.
  case desired
  /// The employer trains for it: no requirement, but evidence for a module.
  case provided
  /// Explicitly not asked for.
  case negated
  /// Who the employer is, advantages, recruiter's notes.
  case boilerplate

  /// Whether a mention of this stance counts as demand.
  public var isDemand: Bool { self == .mission || self == .required || self == .desired }
}
