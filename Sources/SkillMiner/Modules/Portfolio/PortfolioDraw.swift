/// Drawing a portfolio, for the first time or again. What was drawn is in the act itself, so that it never depends on a
/// later analysis.
public struct PortfolioDraw: ReviewAct, Hashable {
  /// Name in the log.
  public static let act = "portfolio.draw"

  /// Identifier of the portfolio.
  public let id: String
  /// The revision seen; `nil` for a new portfolio.
  public let seen: Int?
  /// Name as people read it.
  public let name: String
  /// Whom it is for.
  public let scope: PortfolioScope
  /// How many pathways it should hold.
  public let wanted: Int
  /// The rules.
  public let rules: DrawRules
  /// Candidates to leave out, now and later.
  public let excluded: [CandidateKey]
  /// What was drawn, in order. When drawing again: those that are new.
  public let pathways: [Pathway]

  /// Makes the value; `PortfolioDrawer` fills it.
  public init(
    id: String, seen: Int? = nil, name: String, scope: PortfolioScope, wanted: Int, rules: DrawRules,
    excluded: [CandidateKey], pathways: [Pathway]
  ) {
    self.id = id
    self.seen = seen
    self.name = name
    self.scope = scope
    self.wanted = wanted
    self.rules = rules
    self.excluded = excluded
    self.pathways = pathways
  }

  /// The portfolio.
  public var subject: String { id }

  /// Makes the portfolio, or replaces what is proposed and not pinned.
  public func apply(to ledger: ReviewLedger, entry: AuditEntry) throws {
    _ = try ReviewText.identifier(id)
    let name = try ReviewText.name(name, "le nom du portefeuille", subject: id)
    var portfolio: Portfolio
    if let known = try ledger.value(.portfolio, id, as: Portfolio.self) {
      guard let seen else {
        throw ReviewError(
          .taken, subject: id, message: "un portefeuille porte déjà cet identifiant.",
          advice: "En choisir un autre, ou tirer à nouveau celui-ci (portfolio draw --again).")
      }
      portfolio = known
      try portfolio.check(seen: seen)
      for pathway in portfolio.standing where pathway.state == .proposed && !pathway.isPinned {
        try portfolio.change(pathway.number) {
          $0.removed = Pathway.Decision(
            state: $0.state, who: entry.who, when: entry.when, why: "Nouveau tirage.")
        }
      }
    } else {
      guard seen == nil else { throw Portfolio.unknown(id, known: []) }
      portfolio = Portfolio(id: id, name: name, scope: scope, wanted: wanted, rules: rules)
    }
    portfolio.wanted = wanted
    portfolio.rules = rules
    portfolio.excluded = Set(portfolio.excluded).union(excluded).sorted()
    for pathway in pathways { portfolio.add(pathway) }
    let missing = portfolio.shortfall
    portfolio.note(
      "tirage de \(pathways.count) parcours" + (missing > 0 ? " (\(missing) de moins que voulu)" : ""), entry)
    try ledger.put(portfolio)
  }
}
