import HTTPTypes
import Hummingbird

/// What people see while the first analysis is made.
enum WaitingPage {
  static var answer: Response {
    var response = Answer.page(html, status: .serviceUnavailable)
    response.headers[.retryAfter] = "5"
    return response
  }

  private static let html = PlainPage.html(
    "Analyse en cours",
    """
    <div class="opening"><h1>L’analyse des offres est en cours</h1></div>
    <p>Les pages arrivent dans quelques instants\u{A0}; celle-ci se recharge d’elle-même.</p>
    """, refresh: 5)
}
