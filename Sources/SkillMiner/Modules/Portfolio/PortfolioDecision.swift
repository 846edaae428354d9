/// A state decided for a pathway.
public struct PortfolioDecision: ReviewAct, Hashable {
  /// Name in the log.
  public static let act = "portfolio.decide"

  /// Identifier of the portfolio.
  public let id: String
  /// The revision the person saw.
  public let seen: Int
  /// Number of the pathway.
  public let number: Int
  /// The new state.
  public let state: PathwayState
  /// Why; must not be empty.
  public let why: String

  /// Makes the value from its parts.
  public init(id: String, seen: Int, number: Int, state: PathwayState, why: String) {
    self.id = id
    self.seen = seen
    self.number = number
    self.state = state
    self.why = why
  }

  /// The portfolio.
  public var subject: String { id }

  /// Adds the decision; those before it are kept.
  public func apply(to ledger: ReviewLedger, entry: AuditEntry) throws {
    var portfolio = try ledger.portfolio(id)
    try portfolio.check(seen: seen)
    let why = try ReviewText.note(why, "le motif", subject: id, isRequired: true)
    try portfolio.decide(number, state, why: why, entry)
    portfolio.note("parcours n°\u{A0}\(number) \(state.french) — \(why)", entry)
    try ledger.put(portfolio)
  }
}

extension Portfolio {
  mutating func decide(_ number: Int, _ state: PathwayState, why: String, _ entry: AuditEntry) throws {
    let subject = id
    try change(number) { pathway in
      let allowed = pathway.state.decisions
      guard allowed.contains(state) else {
        let next = allowed.map { "«\u{A0}\($0.french)\u{A0}»" }.joined(separator: ", ")
        throw ReviewError(
          .transition, subject: subject,
          message:
            "le parcours n°\u{A0}\(number) est «\u{A0}\(pathway.state.french)\u{A0}»\u{A0}: il ne peut pas "
            + "devenir «\u{A0}\(state.french)\u{A0}».",
          advice: allowed.isEmpty
            ? "Un parcours transmis ne change plus d’état que par «\u{A0}portfolio evaluate\u{A0}»."
            : "États possibles\u{A0}: \(next).")
      }
      pathway.decisions.append(
        Pathway.Decision(state: state, who: entry.who, when: entry.when, why: why))
    }
  }
}

extension PathwayState {
  /// The state as people say it of a pathway.
  public var french: String {
    switch self {
    case .proposed: "proposé"
    case .discussed: "en discussion"
    case .validated: "validé"
    case .rejected: "rejeté"
    case .postponed: "ajourné"
    case .sent: "transmis"
    case .evaluated: "évalué"
    }
  }
}
