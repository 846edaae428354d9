import Taxonomy

/// What is sent to the State: a portfolio as it stood at one revision. Its canonical JSON never changes, and its SHA-256
/// is its fingerprint.
public struct FrozenPortfolio: Hashable, Sendable, Codable {
  /// Layout of this document.
  public let format: String
  /// Identifier of the portfolio.
  public let id: String
  /// Its name.
  public let name: String
  /// Whom it is for.
  public let scope: PortfolioScope
  /// Revision it is a copy of.
  public let revision: Int
  /// How many pathways were wanted.
  public let wanted: Int
  /// How many are missing to that.
  public let shortfall: Int
  /// Standing pathways in their order, with figures, sentences and decisions.
  public let pathways: [Pathway]
  /// Who froze it.
  public let who: String
  /// When.
  public let when: AuditMoment
  /// Version of the program.
  public let version: String

  init(_ portfolio: Portfolio, version: String, _ entry: AuditEntry) {
    format = "skillminer-portfolio 1"
    id = portfolio.id
    name = portfolio.name
    scope = portfolio.scope
    revision = portfolio.revision
    wanted = portfolio.wanted
    shortfall = portfolio.shortfall
    pathways = portfolio.standing
    who = entry.who
    when = entry.when
    self.version = version
  }

  /// SHA-256 of a frozen text, hexadecimal.
  public static func fingerprint(of text: String) -> String { SHA256.digest(Array(text.utf8)) }
}

/// Freezing a copy.
public struct PortfolioFreeze: ReviewAct, Hashable {
  /// Name in the log.
  public static let act = "portfolio.freeze"

  /// Identifier of the portfolio.
  public let id: String
  /// The revision the person saw.
  public let seen: Int
  /// Version of the program that froze it, kept so that the same bytes come out later.
  public let version: String

  /// Makes the value from its parts.
  public init(id: String, seen: Int) {
    self.id = id
    self.seen = seen
    version = Version.current
  }

  /// The portfolio.
  public var subject: String { id }

  /// Keeps the copy. The revision stays: nothing of the portfolio changes.
  public func apply(to ledger: ReviewLedger, entry: AuditEntry) throws {
    var portfolio = try ledger.portfolio(id)
    try portfolio.check(seen: seen)
    guard !portfolio.standing.isEmpty else {
      throw ReviewError(
        .nothing, subject: id, message: "ce portefeuille est vide\u{A0}: il n’y a rien à figer.",
        advice: "Y ajouter au moins un parcours.")
    }
    let text = try AuditJSON.text(FrozenPortfolio(portfolio, version: version, entry))
    let fingerprint = FrozenPortfolio.fingerprint(of: text)
    try ledger.put(
      ReviewDocument(kind: .frozen, id: fingerprint, revision: portfolio.revision, body: text))
    portfolio.frozen.append(
      Portfolio.FrozenMark(
        fingerprint: fingerprint, revision: portfolio.revision, who: entry.who, when: entry.when))
    portfolio.note("copie figée \(fingerprint.prefix(12))", entry, raisesRevision: false)
    try ledger.put(portfolio)
  }
}
