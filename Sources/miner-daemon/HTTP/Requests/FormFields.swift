import HTTPTypes
import Hummingbird

/// Fields of a form (`application/x-www-form-urlencoded`) or of a query, in their order.
struct FormFields: Sendable {
  /// Largest form in bytes.
  static let limit = 256 << 10

  /// Names and values; what is not decodable is left out.
  let fields: [(name: String, value: String)]

  init(text: some StringProtocol) {
    fields = text.split(separator: "&").compactMap { pair in
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentText.decode(sides[0], plusIsSpace: true),
        let value = PercentText.decode(sides.count == 2 ? sides[1] : "", plusIsSpace: true)
      else { return nil }
      return (name, value)
    }
  }

  init(bytes: [UInt8]) { self.init(text: String(decoding: bytes, as: UTF8.self)) }

  /// The form a request brings.
  ///
  /// - Throws: `Problem` when it brings something else, or too much.
  init(_ request: Request) async throws {
    guard Self.isForm(request) else {
      throw Problem(.unsupportedMedia, "Un formulaire est attendu (application/x-www-form-urlencoded).")
    }
    self.init(bytes: try await BodyBytes.collect(request, limit: Self.limit))
  }

  /// The first value of a name; `nil` when it is absent.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// A name that stands twice, if any does.
  var repeated: String? {
    var known: Set<String> = []
    return fields.first { !known.insert($0.name).inserted }?.name
  }

  /// All values of a name.
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// A whole number.
  ///
  /// - Throws: `Problem` when the field holds none.
  func number(_ name: String) throws -> Int {
    guard let value = self[name].flatMap({ Int($0.filter { !$0.isWhitespace }) }) else {
      throw Self.refusal("«\u{A0}\(name)\u{A0}»")
    }
    return value
  }

  /// A form that lacks something, or holds something else.
  static func refusal(_ what: String) -> Problem {
    Problem(.badRequest, "Le formulaire ne dit pas \(what). Rechargez la page et recommencez.")
  }

  static func isForm(_ request: Request) -> Bool {
    request.headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true
  }
}
