import HTTPTypes

/// Names of header fields that the library does not know.
enum HeaderNames {
  static let requestID = name("X-Request-Id")
  static let referrerPolicy = name("Referrer-Policy")
  static let frameOptions = name("X-Frame-Options")
  static let resourcePolicy = name("Cross-Origin-Resource-Policy")
  static let csrf = name("X-CSRF-Token")
  static let uploadOffset = name("Upload-Offset")
  static let nextCursor = name("X-Next-Cursor")
  static let fetchSite = name("Sec-Fetch-Site")

  /// A name written here or in the configuration.
  static func name(_ text: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no header name") }
    return name
  }
}
