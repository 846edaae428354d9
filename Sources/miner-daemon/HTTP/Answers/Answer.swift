import HTTPTypes
import Hummingbird

/// Responses of the server, with the headers each of them bears.
enum Answer {
  static let json = "application/json; charset=utf-8"
  static let csv = "text/csv; charset=utf-8"
  static let html = "text/html; charset=utf-8"

  /// For answers that are no page: nothing is allowed.
  static let strictPolicy =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  /// For pages: their own style, images and forms, and nothing from elsewhere.
  static let pagePolicy =
    "default-src 'none'; style-src 'unsafe-inline' 'self'; script-src 'self'; img-src 'self' data:; "
    + "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

  /// A body that stays the same as long as its tag does; not sent again to who has it already.
  static func tagged(_ text: String, type: String, tag: String, to request: Request) -> Response {
    tagged(ByteBuffer(string: text), type: type, tag: tag, to: request)
  }

  /// The same for bytes made before.
  static func tagged(_ bytes: ByteBuffer, type: String, tag: String, to request: Request) -> Response {
    let quoted = "\"\(tag)\""
    var headers = common(type: type)
    headers[.eTag] = quoted
    headers[.cacheControl] = "no-cache"
    headers[.vary] = "Accept, Authorization, Cookie"
    guard !isKnown(quoted, to: request) else {
      headers[.contentType] = nil
      return Response(status: .notModified, headers: headers)
    }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
  }

  /// A short body that no cache keeps.
  static func fresh(_ text: String, type: String = json, status: HTTPResponse.Status = .ok) -> Response {
    var headers = common(type: type)
    headers[.cacheControl] = "no-store"
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// A page that no cache keeps.
  static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
    fresh(html, type: Self.html, status: status)
  }

  /// Done, with nothing to say.
  static func empty() -> Response {
    Response(status: .noContent, headers: [.cacheControl: "no-store"])
  }

  /// Look there instead: after a form was accepted.
  static func see(_ path: String) -> Response {
    Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
  }

  /// A problem in the form of RFC 9457.
  static func problem(_ problem: Problem, request id: String) -> Response {
    let code = problem.code
    let text =
      "{\"type\":\"urn:skillminer:problem:\(code.rawValue)\",\"title\":\(JSONText.string(code.title)),"
      + "\"status\":\(code.status.code),\"detail\":\(JSONText.string(problem.detail)),"
      + "\"code\":\"\(code.rawValue)\",\"request\":\(JSONText.string(id))}\n"
    var response = fresh(text, type: "application/problem+json; charset=utf-8", status: code.status)
    for field in problem.headers { response.headers.append(field) }
    return response
  }

  private static func isKnown(_ quoted: String, to request: Request) -> Bool {
    guard let known = request.headers[.ifNoneMatch] else { return false }
    return known.split(separator: ",").contains { entry in
      let tag = entry.drop { $0 == " " }
      return tag == "*" || tag == quoted || tag == "W/" + quoted
    }
  }

  private static func common(type: String) -> HTTPFields {
    var headers: HTTPFields = [.contentType: type, .xContentTypeOptions: "nosniff"]
    headers[.contentSecurityPolicy] = type == html ? pagePolicy : strictPolicy
    return headers
  }
}
