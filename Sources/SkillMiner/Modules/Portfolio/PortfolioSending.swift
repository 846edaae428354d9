/// Sending the frozen copy of the present revision to the State: every validated pathway becomes sent.
public struct PortfolioSending: ReviewAct, Hashable {
  /// Name in the log.
  public static let act = "portfolio.send"

  /// Identifier of the portfolio.
  public let id: String
  /// Fingerprint of the copy that is sent.
  public let fingerprint: String
  /// To whom and how.
  public let why: String

  /// Makes the value from its parts.
  public init(id: String, fingerprint: String, why: String) {
    self.id = id
    self.fingerprint = fingerprint
    self.why = why
  }

  /// The portfolio.
  public var subject: String { id }

  /// Marks the copy and its validated pathways as sent.
  public func apply(to ledger: ReviewLedger, entry: AuditEntry) throws {
    var portfolio = try ledger.portfolio(id)
    let why = try ReviewText.note(why, "la mention de l’envoi", subject: id)
    guard let place = portfolio.frozen.lastIndex(where: { $0.fingerprint == fingerprint }) else {
      throw ReviewError(
        .notFrozen, subject: id, message: "aucune copie figée de ce portefeuille n’a cette empreinte.",
        advice: "Figer une copie (portfolio freeze), puis l’envoyer.")
    }
    let mark = portfolio.frozen[place]
    guard mark.revision == portfolio.revision, mark.sent == nil else {
      throw ReviewError(
        .notFrozen, subject: id,
        message: mark.sent == nil
          ? "le portefeuille a changé depuis la copie figée (révision \(mark.revision), aujourd’hui "
            + "\(portfolio.revision))." : "cette copie a déjà été transmise.",
        advice: "Relire, puis figer une nouvelle copie.", changes: portfolio.changes(since: mark.revision))
    }
    let numbers = portfolio.standing.filter { $0.state == .validated }.map(\.number)
    guard !numbers.isEmpty else {
      throw ReviewError(
        .nothing, subject: id, message: "aucun parcours n’est validé.",
        advice: "Valider les parcours (portfolio decide), figer une copie, puis l’envoyer.")
    }
    let sent = Pathway.Decision(state: .sent, who: entry.who, when: entry.when, why: why)
    for number in numbers { try portfolio.change(number) { $0.decisions.append(sent) } }
    portfolio.frozen[place].sent = sent
    let missing = max(0, portfolio.wanted - numbers.count)
    portfolio.note(
      "\(numbers.count) parcours transmis à l’État, copie \(fingerprint.prefix(12))"
        + (missing > 0 ? " (\(missing) de moins que les \(portfolio.wanted) voulus)" : ""), entry)
    try ledger.put(portfolio)
  }
}
