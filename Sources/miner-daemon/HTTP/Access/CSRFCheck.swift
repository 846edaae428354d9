import HTTPTypes
import Hummingbird

/// Makes sure that a change asked for with a session cookie comes from a page of ours.
enum CSRFCheck {
  /// The request, with its form read when the proof stands in it.
  ///
  /// - Throws: `Problem` without proof.
  static func checked(_ request: Request, expected: String) async throws -> Request {
    if let given = request.headers[HeaderNames.csrf] {
      guard SecretText.areEqual(given, expected) else { throw forged }
      return request
    }
    guard FormFields.isForm(request) else { throw forged }
    var request = request
    let bytes = try await request.collectBody(upTo: FormFields.limit)
    let fields = FormFields(bytes: Array(bytes.readableBytesView))
    guard let given = fields["csrf"], SecretText.areEqual(given, expected) else { throw forged }
    return request
  }

  private static let forged = Problem(
    .forged, "Le formulaire ne vient pas de cette session. Rechargez la page et recommencez.")
}
