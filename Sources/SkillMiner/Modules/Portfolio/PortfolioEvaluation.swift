/// Looking again at a pathway that was sent: the indicators since its start, and what people conclude.
public struct PortfolioEvaluation: ReviewAct, Hashable {
  /// Name in the log.
  public static let act = "portfolio.evaluate"

  /// Identifier of the portfolio.
  public let id: String
  /// The revision the person saw.
  public let seen: Int
  /// Number of the pathway.
  public let number: Int
  /// Indicators at the time.
  public let series: EvaluationSeries
  /// What is concluded; must not be empty.
  public let why: String

  /// Makes the value from its parts.
  public init(id: String, seen: Int, number: Int, series: EvaluationSeries, why: String) {
    self.id = id
    self.seen = seen
    self.number = number
    self.series = series
    self.why = why
  }

  /// The portfolio.
  public var subject: String { id }

  /// Marks the pathway as evaluated; a later evaluation follows the earlier one.
  public func apply(to ledger: ReviewLedger, entry: AuditEntry) throws {
    var portfolio = try ledger.portfolio(id)
    try portfolio.check(seen: seen)
    let why = try ReviewText.note(why, "la conclusion", subject: id, isRequired: true)
    try portfolio.change(number) { pathway in
      guard pathway.state == .sent || pathway.state == .evaluated else {
        throw ReviewError(
          .transition, subject: id,
          message:
            "le parcours n°\u{A0}\(number) est «\u{A0}\(pathway.state.french)\u{A0}»\u{A0}: seuls les parcours "
            + "transmis s’évaluent.", advice: "Le valider, figer une copie et la transmettre d’abord.")
      }
      pathway.decisions.append(
        Pathway.Decision(state: .evaluated, who: entry.who, when: entry.when, why: why))
    }
    portfolio.note("parcours n°\u{A0}\(number) évalué — \(why)", entry)
    try ledger.put(portfolio)
  }
}
