import Hummingbird
import SkillMiner

/// A problem as people read it: what is wrong, what to do, where to go on.
enum ProblemPage {
  static func answer(_ problem: Problem, request id: String) -> Response {
    var response = Answer.page(html(problem, id), status: problem.code.status)
    for field in problem.headers { response.headers.append(field) }
    return response
  }

  private static func html(_ problem: Problem, _ id: String) -> String {
    PlainPage.html(
      problem.code.title,
      """
      <div class="opening"><p class="kicker">Erreur \(problem.code.status.code)</p>
      <h1>\(HTMLText.escaped(problem.code.title))</h1>
      <div class="lead"><p>\(HTMLText.escaped(problem.detail))</p></div></div>
      <ul>
      <li><a href="/">Accueil</a></li>
      <li><a href="/connexion">Connexion</a></li>
      </ul>
      <p class="soft">Demande \(HTMLText.escaped(id)), code \(problem.code.rawValue).</p>
      """)
  }
}
