/// One change of a portfolio by a person.
public struct PortfolioEdit: ReviewAct, Hashable {
  /// Name in the log.
  public static let act = "portfolio.edit"

  /// What is changed.
  public enum Change: Hashable, Sendable, Codable {
    /// Puts a candidate in.
    case add(Pathway)
    /// Takes a pathway out; it is kept and shown as removed, and not drawn again.
    case remove(number: Int)
    /// Keeps a pathway when the portfolio is drawn again, or no longer.
    case pin(number: Int, isPinned: Bool)
    /// Gives the module another name.
    case retitle(number: Int, title: String)
    /// Writes a remark.
    case annotate(number: Int, note: String)
    /// Counts a pathway for another filière.
    case regroup(number: Int, filiere: String)
    /// Moves a pathway to a place (from 1) among those that stand.
    case move(number: Int, place: Int)
    /// Gives the portfolio another name.
    case rename(name: String)
    /// Changes how many pathways are wanted.
    case want(count: Int)
    /// Leaves a candidate out of later draws.
    case exclude(key: CandidateKey)
  }

  /// Identifier of the portfolio.
  public let id: String
  /// The revision the person saw.
  public let seen: Int
  /// What is changed.
  public let change: Change
  /// Why; may be empty.
  public let why: String

  /// Makes the value from its parts.
  public init(id: String, seen: Int, change: Change, why: String = "") {
    self.id = id
    self.seen = seen
    self.change = change
    self.why = why
  }

  /// The portfolio.
  public var subject: String { id }

  /// Changes the portfolio.
  public func apply(to ledger: ReviewLedger, entry: AuditEntry) throws {
    let why = try ReviewText.note(why, "le motif", subject: id)
    var portfolio = try ledger.portfolio(id)
    try portfolio.check(seen: seen)
    let what = try apply(to: &portfolio, entry, why)
    portfolio.note(why.isEmpty ? what : "\(what) — \(why)", entry)
    try ledger.put(portfolio)
  }

  private func apply(to portfolio: inout Portfolio, _ entry: AuditEntry, _ why: String) throws -> String {
    switch change {
    case .add(let pathway):
      if let known = portfolio.standing.first(where: { $0.key == pathway.key }) {
        throw ReviewError(
          .taken, subject: id, message: "ce module y est déjà (n°\u{A0}\(known.number)).",
          advice: "En ajouter un autre.")
      }
      portfolio.add(pathway)
      portfolio.excluded.removeAll { $0 == pathway.key }
      return
        "ajout du parcours n°\u{A0}\(portfolio.pathways.last?.number ?? 0), «\u{A0}\(pathway.title)\u{A0}»"
    case .remove(let number):
      try portfolio.change(number) { pathway in
        guard pathway.state != .sent, pathway.state != .evaluated else {
          throw ReviewError(
            .transition, subject: id, message: "le parcours n°\u{A0}\(number) a été transmis à l’État.",
            advice: "Un parcours transmis reste au portefeuille\u{A0}; en garder trace par une remarque.")
        }
        pathway.removed = Pathway.Decision(state: pathway.state, who: entry.who, when: entry.when, why: why)
      }
      if let key = portfolio.pathway(number)?.key, !portfolio.excluded.contains(key) {
        portfolio.excluded = (portfolio.excluded + [key]).sorted()
      }
      return "retrait du parcours n°\u{A0}\(number)"
    case .pin(let number, let isPinned):
      try portfolio.change(number) { $0.isPinned = isPinned }
      return isPinned ? "parcours n°\u{A0}\(number) épinglé" : "parcours n°\u{A0}\(number) désépinglé"
    case .retitle(let number, let title):
      let title = try ReviewText.name(title, "l’intitulé du module", subject: id)
      try portfolio.change(number) { $0.title = title }
      return "parcours n°\u{A0}\(number) renommé «\u{A0}\(title)\u{A0}»"
    case .annotate(let number, let note):
      let note = try ReviewText.note(note, "la remarque", subject: id)
      try portfolio.change(number) { $0.note = note }
      return "remarque sur le parcours n°\u{A0}\(number)"
    case .regroup(let number, let filiere):
      let filiere = try ReviewText.name(filiere, "la filière", subject: id)
      try portfolio.change(number) { $0.filiere = filiere }
      return "parcours n°\u{A0}\(number) rattaché à «\u{A0}\(filiere)\u{A0}»"
    case .move(let number, let place):
      try move(number, to: place, in: &portfolio)
      return "parcours n°\u{A0}\(number) placé au rang \(place)"
    case .rename(let name):
      portfolio.name = try ReviewText.name(name, "le nom du portefeuille", subject: id)
      return "portefeuille renommé «\u{A0}\(portfolio.name)\u{A0}»"
    case .want(let count):
      portfolio.wanted = min(max(1, count), 1000)
      return "\(portfolio.wanted) parcours voulus"
    case .exclude(let key):
      if !portfolio.excluded.contains(key) { portfolio.excluded = (portfolio.excluded + [key]).sorted() }
      return "module \(key) écarté des prochains tirages"
    }
  }

  private func move(_ number: Int, to place: Int, in portfolio: inout Portfolio) throws {
    try portfolio.change(number) { _ in }
    guard let from = portfolio.pathways.firstIndex(where: { $0.number == number }) else { return }
    let moved = portfolio.pathways.remove(at: from)
    let standing = portfolio.pathways.indices.filter { portfolio.pathways[$0].removed == nil }
    let target = max(1, place) - 1
    portfolio.pathways.insert(
      moved, at: target < standing.count ? standing[target] : portfolio.pathways.endIndex)
  }
}
