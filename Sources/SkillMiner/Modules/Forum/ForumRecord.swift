public import Taxonomy

/// What a territorial forum decided: about pathways of a portfolio, and what its tables observed.
public struct ForumRecord: ReviewAct, Hashable {
  /// Name in the log.
  public static let act = "forum.import"

  /// What a table said of one pathway.
  public struct Line: Hashable, Sendable, Codable {
    /// Line of the sheet, from 1.
    public let line: Int
    /// Number of the pathway.
    public let number: Int
    /// Votes for.
    public let votesFor: Int
    /// Votes against.
    public let votesAgainst: Int
    /// The state it decides; `nil` when it only comments. From `proposed`, discussion is recorded first.
    public let decision: PathwayState?
    /// Comment.
    public let comment: String

    init(
      line: Int, number: Int, votesFor: Int, votesAgainst: Int, decision: PathwayState?, comment: String
    ) {
      self.line = line
      self.number = number
      self.votesFor = votesFor
      self.votesAgainst = votesAgainst
      self.decision = decision
      self.comment = comment
    }

    /// A line that was written into a form; its comment is held to what a page can show.
    ///
    /// - Throws: `ReviewError` when the comment is longer than anybody writes.
    public init(
      entered number: Int, votesFor: Int, votesAgainst: Int, decision: PathwayState?, comment: String
    ) throws {
      self.init(
        line: number, number: number, votesFor: votesFor, votesAgainst: votesAgainst, decision: decision,
        comment: try ReviewText.note(comment, "le commentaire", subject: "parcours n°\u{A0}\(number)"))
    }
  }

  /// Identifier of the forum.
  public let id: String
  /// Name as people read it.
  public let name: String
  /// Territory, by name; may be empty.
  public let territory: String
  /// Day it was held.
  public let date: String
  /// Identifier of the portfolio.
  public let portfolio: String
  /// The revision the printed sheet showed.
  public let seen: Int
  /// What was said of pathways.
  public let lines: [Line]
  /// Observations of the tables.
  public let signals: [FieldSignal]
  /// Lines set aside while reading, for pathways and observations.
  public let quarantined: [FieldSignalBatch.Quarantined]

  /// Makes the value from its parts.
  public init(
    id: String, name: String, territory: String, date: CalendarDate, portfolio: String, seen: Int,
    lines: [Line],
    signals: [FieldSignal], quarantined: [FieldSignalBatch.Quarantined]
  ) {
    self.id = id
    self.name = name
    self.territory = territory
    self.date = date.description
    self.portfolio = portfolio
    self.seen = seen
    self.lines = lines
    self.signals = signals
    self.quarantined = quarantined
  }

  /// The forum.
  public var subject: String { id }

  /// Applies every line that still can be: one about a pathway that others changed after the sheet was printed, or whose
  /// state does not allow it, is kept with the forum as set aside.
  public func apply(to ledger: ReviewLedger, entry: AuditEntry) throws {
    _ = try ReviewText.identifier(id)
    guard try ledger.document(.forum, id) == nil else {
      throw ReviewError(
        .taken, subject: id, message: "les décisions de ce forum ont déjà été importées.",
        advice: "Pour une autre séance, donner un autre identifiant.")
    }
    var target = try ledger.portfolio(portfolio)
    var outcomes: [KeptForum.Outcome] = []
    for line in lines { outcomes.append(try apply(line, to: &target, entry)) }
    let applied = outcomes.count { $0.refusal == nil }
    target.note(
      "forum «\u{A0}\(name)\u{A0}»\u{A0}: \(applied) parcours débattu\(applied == 1 ? "" : "s")", entry)
    try ledger.put(target)
    try FieldSignalBatch(origin: id, digest: nil, signals: signals).apply(to: ledger, entry: entry)
    try ledger.put(
      .forum, id, revision: 1,
      KeptForum(record: self, who: entry.who, when: entry.when, outcomes: outcomes))
  }

  private func apply(
    _ line: Line, to portfolio: inout Portfolio, _ entry: AuditEntry
  ) throws -> KeptForum.Outcome {
    func refused(_ message: String) -> KeptForum.Outcome {
      KeptForum.Outcome(number: line.number, refusal: message)
    }
    guard let pathway = portfolio.pathway(line.number), pathway.removed == nil else {
      return refused("Il n’y a plus de parcours n°\u{A0}\(line.number).")
    }
    guard pathway.revision <= max(seen, 0) || pathway.revision == portfolio.revision + 1 else {
      return refused(
        "Le parcours n°\u{A0}\(line.number) a changé depuis que la feuille a été imprimée (révision \(seen))."
      )
    }
    let votes = "forum «\u{A0}\(name)\u{A0}»\u{A0}: \(line.votesFor) pour, \(line.votesAgainst) contre"
    let why = line.comment.isEmpty ? votes : "\(votes). \(line.comment)"
    // A change of the copy is kept only when the whole line can be applied.
    var copy = portfolio
    do {
      if pathway.state == .proposed { try copy.decide(line.number, .discussed, why: why, entry) }
      if let decision = line.decision, decision != .discussed || pathway.state != .proposed {
        try copy.decide(line.number, decision, why: why, entry)
      } else if pathway.state != .proposed {
        try copy.change(line.number) { $0.note = $0.note.isEmpty ? why : "\($0.note)\n\(why)" }
      }
    } catch let error as ReviewError where error.code == .transition {
      return refused(error.message + " " + error.advice)
    }
    portfolio = copy
    return KeptForum.Outcome(number: line.number, refusal: nil)
  }
}

/// A forum as it stands, with what became of each of its lines.
public struct KeptForum: Hashable, Sendable, Codable {
  /// What became of a line.
  public struct Outcome: Hashable, Sendable, Codable {
    /// Number of the pathway.
    public let number: Int
    /// French: why it was set aside; `nil` when it was applied.
    public let refusal: String?
  }

  /// What was imported.
  public let record: ForumRecord
  /// Who imported it.
  public let who: String
  /// When.
  public let when: AuditMoment
  /// For each line.
  public let outcomes: [Outcome]
}

extension Store {
  /// Every forum, by identifier.
  public func forums() throws -> [KeptForum] { try reviewValues(.forum, as: KeptForum.self) }
}
