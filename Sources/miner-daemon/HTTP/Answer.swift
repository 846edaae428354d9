import HTTPTypes
import Hummingbird

/// Responses of the server, with the headers each of them bears.
enum Answer {
  /// A body that stays the same as long as its tag does; not sent again to who has it already.
  static func tagged(_ text: String, type: String, tag: String, to request: Request) -> Response {
    let quoted = "\"\(tag)\""
    var headers = common(type: type)
    headers[.eTag] = quoted
    headers[.cacheControl] = "no-cache"
    guard !isKnown(quoted, to: request) else {
      headers[.contentType] = nil
      return Response(status: .notModified, headers: headers)
    }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// A short body that no cache keeps.
  static func fresh(_ text: String, type: String, status: HTTPResponse.Status = .ok) -> Response {
    var headers = common(type: type)
    headers[.cacheControl] = "no-store"
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// A problem in the form of RFC 9457.
  static func problem(_ status: HTTPResponse.Status, title: String, detail: String) -> Response {
    let text =
      "{\"type\":\"about:blank\",\"title\":\(JSONText.string(title)),\"status\":\(status.code),"
      + "\"detail\":\(JSONText.string(detail))}\n"
    return fresh(text, type: "application/problem+json; charset=utf-8", status: status)
  }

  private static func isKnown(_ quoted: String, to request: Request) -> Bool {
    guard let known = request.headers[.ifNoneMatch] else { return false }
    return known.split(separator: ",").contains { entry in
      let tag = entry.drop { $0 == " " }
      return tag == "*" || tag == quoted || tag == "W/" + quoted
    }
  }

  /// The page has neither scripts nor anything from elsewhere, so nothing else is allowed.
  private static func common(type: String) -> HTTPFields {
    var headers: HTTPFields = [.contentType: type, .xContentTypeOptions: "nosniff"]
    headers[.contentSecurityPolicy] =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
      + "frame-ancestors 'none'"
    return headers
  }
}
