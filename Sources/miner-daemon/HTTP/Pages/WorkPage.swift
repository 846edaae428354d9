import Hummingbird
import SkillMiner

/// The page that waits for work in the background that somebody asked for from a page, and leads on when it is done.
enum WorkPage {
  /// Seconds between two looks.
  private static let refresh = 2

  /// Where the page of a job is.
  static func address(_ job: Int64) -> String { "/travaux/\(job)" }

  static func add(to service: ServiceRouter) {
    let app = service.app
    service.get("/travaux/{id}", .role(.reader)) { _, context in
      let row = try PathValue.row(context, "id", of: "Ce travail")
      guard let job = try await app.blocking({ try app.store.job(row) }) else {
        throw Problem.unknown("Ce travail")
      }
      return answer(job, app.jobs.board.progress(of: job.id))
    }
  }

  private static func answer(_ job: JobRecord, _ live: JobBoard.Progress?) -> Response {
    let parameters = job.knownParameters
    let list = Link.portfolios.address
    let next = parameters?.portfolio.map { Link.portfolio($0).address } ?? list
    switch job.state {
    case .done: return Answer.see(next)
    case .queued, .running:
      let name = HTMLText.escaped(parameters?.name ?? "")
      return Answer.page(
        PlainPage.html(
          "Travail en cours",
          """
          <div class="opening"><h1>Les offres de la région sont comptées</h1></div>
          <p>\(name)\u{A0}: \(progress(live)). Cela prend jusqu’à une minute par million d’offres\u{A0}; la page se recharge \
          d’elle-même et mène au portefeuille.</p>
          <p><a href="\(list)">Tous les portefeuilles</a></p>
          """, refresh: refresh))
    case .failed, .cancelled:
      let message = HTMLText.escaped(job.message ?? "Le travail a été annulé.")
      return Answer.page(
        PlainPage.html(
          "Travail sans suite",
          """
          <div class="opening"><h1>Rien n’a été changé</h1></div>
          <p>\(message)</p>
          <p><a href="\(list)">Tous les portefeuilles</a></p>
          """))
    }
  }

  private static func progress(_ live: JobBoard.Progress?) -> String {
    guard let live else { return "attend son tour" }
    guard let total = live.total, total > 0, live.done < total else { return "analyse en cours" }
    return "\(FrenchNumber.integer(live.done)) certifications sur \(FrenchNumber.integer(total))"
  }
}
