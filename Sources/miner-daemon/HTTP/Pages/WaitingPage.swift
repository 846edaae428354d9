import HTTPTypes
import Hummingbird

/// What people see while the first analysis is made.
enum WaitingPage {
  static var answer: Response {
    var response = Answer.page(html, status: .serviceUnavailable)
    response.headers[.retryAfter] = "5"
    return response
  }

  private static let html = """
    <!DOCTYPE html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="refresh" content="5">
    <title>Analyse en cours</title>
    <link rel="stylesheet" href="/style-\(SiteStyle.version).css">
    </head>
    <body>
    <main>
    <h1>L’analyse des offres est en cours</h1>
    <p>Les pages arrivent dans quelques instants\u{A0}; celle-ci se recharge d’elle-même.</p>
    </main>
    </body>
    </html>

    """
}
