import SkillMiner
import Synchronization
import Taxonomy

/// The lexicon at work in the service: proposals, decisions on them, and their use.
struct LexiconDesk {
  /// One decision at a time: each writes the file anew.
  static let order = Mutex(())

  let app: ServiceApp

  private func spool() throws -> SpoolFolder {
    guard let spool = app.spool else { throw JobFailure("Ce service est en lecture seule.") }
    return spool
  }

  /// Mines the offers for forms and keeps the proposals.
  func learn() throws -> String {
    let offers = try LexiconWorkshop.declaringOffers(of: app.store)
    let proposals = try FormLearner(lexicon: try app.engine().lexicon).proposals(from: offers)
    try ReportOptions.write(ProposalsFile.text(proposals), to: try spool().lexicon("proposals.csv"))
    return JSON.object([("offers", .integer(offers.count)), ("proposals", .integer(proposals.count))]).text
  }

  /// Proposals with the decision on each.
  func proposals() throws -> [(entry: ProposalsFile.Entry, decision: LexiconDecisions.Decision?)] {
    let spool = try spool()
    guard Console.exists(spool.lexicon("proposals.csv")) else { return [] }
    let decisions = try LexiconDecisions(path: spool.lexicon("decisions.csv"))
    return try ProposalsFile.read(path: spool.lexicon("proposals.csv")).map {
      ($0, decisions.decision(on: $0.phrase, $0.target))
    }
  }

  /// Keeps a decision on a proposal.
  ///
  /// - Throws: `Problem` when there is no such proposal or its phrase is taken.
  func decide(rank: Int, isAccepted: Bool, who: String, why: String) throws {
    let spool = try spool()
    guard let entry = try proposals().first(where: { $0.entry.rank == rank })?.entry else {
      throw Problem.unknown("La proposition \(rank)")
    }
    var decisions = try LexiconDecisions(path: spool.lexicon("decisions.csv"))
    if isAccepted, decisions.isTaken(entry.phrase, by: entry.target) {
      throw Problem(
        .conflict,
        "Cette tournure est déjà acceptée pour une autre compétence. Changez d’abord cette décision.")
    }
    decisions.decide(
      LexiconDecisions.Decision(
        phrase: entry.phrase, target: entry.target, verdict: isAccepted ? .accepted : .rejected, who: who,
        when: app.clock.today(), why: why))
    try ReportOptions.write(decisions.text, to: spool.lexicon("decisions.csv"))
  }

  /// Reads all offers again with the accepted forms.
  func apply(report: @escaping IngestProgressHandler) throws -> String {
    let path = try spool().lexicon("decisions.csv")
    var findings: [Finding] = []
    let forms = LearnedForms(
      decisions: try LexiconDecisions(path: path), release: try app.store.release(), findings: &findings)
    try app.store.keep(forms)
    app.forgetEngine()
    let engine = try Workshop.engine(of: app.store)
    try ReleaseInstaller(store: app.store, today: app.clock.today(), progress: report)
      .install(engine, import: nil)
    return JSON.object([
      ("forms", .integer(forms.forms.count)), ("lexicon", .string(engine.lexicon.digest)),
      ("findings", .array(findings.map(ImportOutcome.finding))),
    ]).text
  }
}
