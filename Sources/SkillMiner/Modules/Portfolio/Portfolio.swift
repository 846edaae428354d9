/// A named proposal of certifying pathways for a region or a branch: drawn by rule, then edited and decided by people.
///
/// Everything it holds follows from acts of the log; `revision` is raised by each, and an act that saw another revision is
/// refused.
public struct Portfolio: Hashable, Sendable, Codable {
  /// One act on the portfolio, in a sentence.
  public struct Change: Hashable, Sendable, Codable {
    /// Revision it led to.
    public let revision: Int
    /// Who.
    public let who: String
    /// When.
    public let when: AuditMoment
    /// French: what.
    public let what: String
  }

  /// A copy that was frozen.
  public struct FrozenMark: Hashable, Sendable, Codable {
    /// SHA-256 of its canonical JSON.
    public let fingerprint: String
    /// Revision it was made of.
    public let revision: Int
    /// Who froze it.
    public let who: String
    /// When.
    public let when: AuditMoment
    /// When and by whom it was sent; `nil` when it was not.
    public var sent: Pathway.Decision?
  }

  /// Identifier: lower-case letters, digits and hyphens.
  public let id: String
  /// Name as people read it.
  public var name: String
  /// Whom it is for.
  public let scope: PortfolioScope
  /// How many pathways it should hold.
  public var wanted: Int
  /// By which rules it was drawn.
  public var rules: DrawRules
  /// Pathways in their order, removed ones included.
  public var pathways: [Pathway] = []
  /// Candidates that drawing must leave out.
  public var excluded: [CandidateKey] = []
  /// From 1.
  public var revision = 0
  /// Acts, oldest first.
  public var history: [Change] = []
  /// Frozen copies, oldest first.
  public var frozen: [FrozenMark] = []

  init(id: String, name: String, scope: PortfolioScope, wanted: Int, rules: DrawRules) {
    self.id = id
    self.name = name
    self.scope = scope
    self.wanted = wanted
    self.rules = rules
  }

  /// Pathways that were not taken out.
  public var standing: [Pathway] { pathways.filter { $0.removed == nil } }

  /// Standing pathways that are neither rejected nor postponed.
  public var active: [Pathway] {
    standing.filter { $0.state != .rejected && $0.state != .postponed }
  }

  /// Standing pathways that may still be decided.
  public var open: [Pathway] { standing.filter { !$0.state.decisions.isEmpty } }

  /// Standing pathways that a new draw keeps: pinned or debated.
  public var settled: [Pathway] { standing.filter { $0.isPinned || $0.state != .proposed } }

  /// How many are missing to the number wanted; said, never refused.
  public var shortfall: Int { max(0, wanted - active.count) }

  /// The pathway of a number.
  public func pathway(_ number: Int) -> Pathway? { pathways.first { $0.number == number } }

  /// French: what others did after a revision, one line an act.
  public func changes(since revision: Int) -> [String] {
    history.filter { $0.revision > revision }.map { "\($0.when), \($0.who)\u{A0}: \($0.what)" }
  }

  // MARK: Changing

  /// - Throws: `ReviewError` of code `stale` when the act saw another revision.
  func check(seen: Int) throws {
    guard seen != revision else { return }
    throw ReviewError(
      .stale, subject: id,
      message:
        "ce portefeuille en est à la révision \(revision)\u{A0}; votre modification portait sur la \(seen).",
      advice: "Relire ce qui a changé, puis recommencer sur la révision \(revision).",
      changes: changes(since: seen))
  }

  /// Changes a standing pathway.
  mutating func change(_ number: Int, _ body: (inout Pathway) throws -> Void) throws {
    guard let place = pathways.firstIndex(where: { $0.number == number && $0.removed == nil }) else {
      let numbers = standing.map { String($0.number) }.joined(separator: ", ")
      throw ReviewError(
        .unknownPathway, subject: id, message: "il n’y a pas de parcours n°\u{A0}\(number).",
        advice: numbers.isEmpty ? "Ce portefeuille est vide." : "Numéros présents\u{A0}: \(numbers).")
    }
    try body(&pathways[place])
    pathways[place].revision = revision + 1
  }

  /// Puts a pathway at the end, with the next number.
  mutating func add(_ pathway: Pathway) {
    var pathway = pathway
    pathway.number = (pathways.map(\.number).max() ?? 0) + 1
    pathway.revision = revision + 1
    pathways.append(pathway)
  }

  /// Closes an act.
  mutating func note(_ what: String, _ entry: AuditEntry, raisesRevision: Bool = true) {
    if raisesRevision { revision += 1 }
    history.append(Change(revision: revision, who: entry.who, when: entry.when, what: what))
  }
}
