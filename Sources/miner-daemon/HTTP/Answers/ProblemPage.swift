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
    """
    <!DOCTYPE html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(HTMLText.escaped(problem.code.title)) · Observatoire des compétences</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/style-\(SiteStyle.version).css">
    </head>
    <body class="screen">
    <header class="top"><div class="inner"><p class="brand"><a href="/">Observatoire des compétences</a></p></div></header>
    <main id="contenu">
    <div class="opening"><p class="kicker">Erreur \(problem.code.status.code)</p>
    <h1>\(HTMLText.escaped(problem.code.title))</h1>
    <div class="lead"><p>\(HTMLText.escaped(problem.detail))</p></div></div>
    <ul>
    <li><a href="/">Accueil</a></li>
    <li><a href="/connexion">Connexion</a></li>
    </ul>
    <p class="soft">Demande \(HTMLText.escaped(id)), code \(problem.code.rawValue).</p>
    </main>
    </body>
    </html>

    """
  }
}
