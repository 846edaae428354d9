import Hummingbird
import SkillMiner
import Synchronization
import Taxonomy

/// The page on which proposed forms of the lexicon are accepted or rejected, and what is sent from it.
enum LexiconForms {
  /// Jobs this page starts, or whose end it waits for.
  private static let works: Set<String> = [
    JobKind.lexiconLearn.rawValue, JobKind.lexiconTerms.rawValue, JobKind.lexiconApply.rawValue,
  ]
  /// Latest jobs that are looked at.
  private static let looked = 50

  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/lexique/propositions", .published) { request, context in
      guard let published = app.publication.latest else { return WaitingPage.answer }
      let fields = FormFields(text: request.uri.query ?? "")
      let visitor = Visitor(context)
      let answer = try await app.blocking {
        let isShown = visitor?.decides ?? false
        return try published.edition(for: context.disclosure).site.answer(
          page(fields, app, isShown: isShown), "html", visitor)
      }
      return Answer.page(String(decoding: answer.body, as: UTF8.self))
    }
    service.post("/lexique/decisions", .role(.reviewer)) { request, context in
      _ = try app.requireWritable()
      let form = try await FormFields(request)
      let who = context.identity?.name ?? ""
      do {
        try await app.blocking {
          try LexiconDesk.order.withLock { _ in try decide(form, who, LexiconDesk(app: app)) }
        }
      } catch let error as ReviewError {
        throw Problem(.badRequest, "\(error.message) \(error.advice) [\(error.code.rawValue)]")
      }
      return Answer.see(back(form))
    }
    service.post("/lexique/recherche", .role(.reviewer)) { request, context in
      _ = try app.requireWritable()
      let form = try await FormFields(request)
      let kind = origin(form) == .terms ? JobKind.lexiconTerms : .lexiconLearn
      _ = try await UploadIntake.queue(kind, JobParameters(), context, app: app)
      return Answer.see(back(form))
    }
    service.post("/lexique/application", .role(.administrator)) { request, context in
      _ = try app.requireWritable()
      let form = try await FormFields(request)
      _ = try await UploadIntake.queue(.lexiconApply, JobParameters(), context, app: app)
      return Answer.see(back(form))
    }
  }

  private static func origin(_ form: FormFields) -> LexiconDesk.Origin {
    form["source"].flatMap { LexiconDesk.Origin(rawValue: $0) } ?? .forms
  }

  private static func back(_ form: FormFields) -> String {
    let page = form["page"].flatMap { Int($0) } ?? 1
    return Link(
      ["lexique", "propositions"],
      query: [("source", origin(form).rawValue), ("page", page > 1 ? String(page) : nil)]
    ).address
  }

  private static func decide(_ form: FormFields, _ who: String, _ desk: LexiconDesk) throws {
    let rank = try form.number("rang")
    guard let verdict = form["verdict"], ["accepted", "rejected"].contains(verdict) else {
      throw FormFields.refusal("la décision")
    }
    let origin = origin(form)
    guard
      try desk.proposals(origin).contains(where: {
        $0.entry.rank == rank && $0.entry.phrase == form["tournure"]
      })
    else {
      throw Problem(
        .conflict, "Les propositions ont été refaites depuis que cette page s’est ouverte. Rechargez-la.")
    }
    let why = (form["motif"] ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
    try desk.decide(
      origin, rank: rank, isAccepted: verdict == "accepted", as: try target(form), who: who, why: why)
  }

  /// What an accepted term stands for, when the form says it.
  private static func target(_ form: FormFields) throws -> FormTarget? {
    guard let text = form["cible"], !text.isEmpty else { return nil }
    if let code = OGRCode(text) { return .item(code) }
    guard let target = FormTarget("local:\(form["genre"] ?? "knowledge"):\(text)") else {
      throw FormFields.refusal("de quelle compétence ce terme est une forme")
    }
    return target
  }

  /// - Parameter isShown: whether the reader may see sentences and small numbers.
  private static func page(_ fields: FormFields, _ app: ServiceApp, isShown: Bool) throws -> SitePage {
    let origin = origin(fields)
    let proposals = app.spool == nil || !isShown ? [] : try LexiconDesk(app: app).proposals(origin)
    return LexiconReviewPage(
      isTerms: origin == .terms, proposals.map { proposal($0.entry, $0.decision) },
      page: fields["page"].flatMap { Int($0) } ?? 1, work: try work(app)
    ).page()
  }

  private static func proposal(
    _ entry: ProposalsFile.Entry, _ decision: LexiconDecisions.Decision?
  ) -> LexiconReviewPage.Proposal {
    let words = decision.map { decision in
      let verdict = decision.verdict == .accepted ? "acceptée" : "refusée"
      let day = decision.when.map { " le \(FrenchWords.date($0))" } ?? ""
      return "\(verdict) par \(decision.who)\(day)" + (decision.why.isEmpty ? "" : "\u{A0}: \(decision.why)")
    }
    let target = entry.target == .none ? decision?.target ?? .none : entry.target
    return LexiconReviewPage.Proposal(
      rank: entry.rank, phrase: entry.phrase, code: target.description, label: entry.label,
      support: entry.support, examples: entry.examples, decision: words)
  }

  /// What is being made in the background; `nil` when nothing is.
  private static func work(_ app: ServiceApp) throws -> String? {
    let jobs = try app.store.jobs(before: nil, limit: looked).filter { works.contains($0.kind) }
    if let job = jobs.first(where: { !$0.state.isFinal }) {
      return job.state == .queued
        ? "Un travail sur le lexique attend son tour : rechargez cette page plus tard."
        : "Un travail sur le lexique est en cours : rechargez cette page plus tard."
    }
    return nil
  }
}
