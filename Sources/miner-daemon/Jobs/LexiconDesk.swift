import SkillMiner
import Synchronization
import Taxonomy

/// The lexicon at work in the service: proposals, decisions on them, and their use.
struct LexiconDesk {
  /// One decision at a time: each writes the file anew.
  static let order = Mutex(())

  /// Where proposals come from.
  enum Origin: String, CaseIterable, Sendable {
    /// Ways of writing items of the taxonomy, learned from what employers declare.
    case forms
    /// Terms the taxonomy does not know.
    case terms = "termes"

    /// File of the proposals.
    var file: String { self == .forms ? "proposals.csv" : "terms.csv" }
  }

  let app: ServiceApp

  private func spool() throws -> SpoolFolder {
    guard let spool = app.spool else { throw JobFailure("Ce service est en lecture seule.") }
    return spool
  }

  /// Mines the offers for forms and keeps the proposals.
  func learn() throws -> String {
    let offers = try LexiconWorkshop.declaringOffers(of: app.store)
    let proposals = try FormLearner(lexicon: try app.engine().lexicon).proposals(from: offers)
    try OutputFile.write(ProposalsFile.text(proposals), to: try spool().lexicon(Origin.forms.file))
    return JSON.object([("offers", .integer(offers.count)), ("proposals", .integer(proposals.count))]).text
  }

  /// Looks for terms of the last two years that the taxonomy does not know, and keeps them as proposals.
  func findTerms() throws -> String {
    guard let published = app.publication.latest else {
      throw JobFailure("La première analyse n’est pas encore faite. Réessayez dans un instant.")
    }
    let request: SignalRequest
    do {
      request = try SignalQuery(Query(), published: published, for: .published).request(
        app.store, release: try app.store.release())
    } catch let problem as Problem {
      throw JobFailure(problem.detail)
    }
    let result = try TermDiscovery(lexicon: try app.engine().lexicon).run(app.store, request)
    try OutputFile.write(TermsReport.csv(result), to: try spool().lexicon(Origin.terms.file))
    return JSON.object([("offers", .integer(result.offers)), ("terms", .integer(result.terms.count))]).text
  }

  /// Proposals with the decision on each; of a term without target, the last one on its phrase.
  func proposals(
    _ origin: Origin = .forms
  ) throws -> [(entry: ProposalsFile.Entry, decision: LexiconDecisions.Decision?)] {
    let spool = try spool()
    guard Console.exists(spool.lexicon(origin.file)) else { return [] }
    let decisions = try LexiconDecisions(path: spool.lexicon("decisions.csv"))
    return try ProposalsFile.read(path: spool.lexicon(origin.file)).map { entry in
      let decision =
        entry.target == .none
        ? decisions.decisions.last { $0.phrase == entry.phrase }
        : decisions.decision(on: entry.phrase, entry.target)
      return (entry, decision)
    }
  }

  /// Keeps a decision on a proposal, in the file of decisions and in the log of the review.
  ///
  /// - Parameter target: what an accepted phrase stands for, where the proposal does not say.
  /// - Throws: `Problem` when there is no such proposal, it stands for nothing, or its phrase is taken; `ReviewError`.
  func decide(
    _ origin: Origin = .forms, rank: Int, isAccepted: Bool, as target: FormTarget? = nil, who: String,
    why: String
  ) throws {
    let spool = try spool()
    guard let entry = try proposals(origin).first(where: { $0.entry.rank == rank })?.entry else {
      throw Problem.unknown("La proposition \(rank)")
    }
    let target = isAccepted ? target ?? entry.target : entry.target
    guard !isAccepted || target != .none else {
      throw Problem(.badRequest, "Dites de quelle compétence ce terme est une forme, ou nommez-la.")
    }
    if let code = target.code, isAccepted, try app.store.release().competency(code) == nil {
      throw Problem(.badRequest, "La version chargée du ROME n’a pas de compétence \(code).")
    }
    let path = spool.lexicon("decisions.csv")
    let before = try LexiconDecisions(path: path)
    if isAccepted, before.isTaken(entry.phrase, by: target) {
      throw Problem(
        .conflict,
        "Cette tournure est déjà acceptée pour une autre compétence. Changez d’abord cette décision.")
    }
    let when = app.clock.moment()
    var after = before
    after.decide(
      LexiconDecisions.Decision(
        phrase: entry.phrase, target: target, verdict: isAccepted ? .accepted : .rejected, who: who,
        when: app.clock.today(), why: why))
    try OutputFile.write(after.text, to: path)
    do {
      try app.store.perform(
        LexiconVerdict(
          phrase: entry.phrase, target: target.description, isAccepted: isAccepted, why: why),
        who: who, when: when)
    } catch {
      // What the log does not hold was not decided.
      try OutputFile.write(before.text, to: path)
      throw error
    }
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
