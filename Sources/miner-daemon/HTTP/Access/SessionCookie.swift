import HTTPTypes
import Hummingbird

/// The cookie a session is known by.
enum SessionCookie {
  static let name = "skillminer_session"

  /// Its value in a request.
  static func value(of request: Request) -> String? {
    for header in request.headers[values: .cookie] {
      for pair in header.split(separator: ";") {
        let sides = pair.split(separator: "=", maxSplits: 1)
        guard sides.count == 2, sides[0].filter({ $0 != " " }) == name else { continue }
        return String(sides[1])
      }
    }
    return nil
  }

  /// Header that sets it, or takes it away when `value` is `nil`.
  static func header(_ value: String?, isSecure: Bool) -> String {
    "\(name)=\(value ?? ""); Path=/; HttpOnly; SameSite=Strict"
      + (value == nil ? "; Max-Age=0" : "") + (isSecure ? "; Secure" : "")
  }
}
