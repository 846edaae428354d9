import Hummingbird
import Taxonomy

/// What the query of an address asks for; a value that cannot be used is refused, never guessed.
struct Query: Sendable {
  private let fields: FormFields

  /// Nothing asked.
  init() { fields = FormFields(text: "") }

  /// - Throws: `Problem` when the query cannot be decoded.
  init(_ request: Request) throws {
    let query = request.uri.query ?? ""
    fields = FormFields(text: query)
    guard fields.fields.count == query.split(separator: "&").count else {
      throw Problem(.badRequest, "Les paramètres de l’adresse ne sont pas de l’UTF-8 bien encodé.")
    }
    if let name = fields.repeated {
      throw Self.refusal(String(name.prefix(40)), "est donné deux fois.")
    }
    if let bad = fields.fields.first(where: { $0.value.unicodeScalars.contains { $0.value == 0 } }) {
      throw Problem(
        .badRequest, "Le paramètre «\u{A0}\(bad.name.prefix(40))\u{A0}» contient un caractère nul.")
    }
  }

  /// A text of at most `limit` characters; `nil` when absent or empty.
  func text(_ name: String, limit: Int = 500) throws -> String? {
    guard let value = fields[name], !value.isEmpty else { return nil }
    guard value.unicodeScalars.count <= limit else {
      throw Self.refusal(name, "est trop long (\(limit) caractères au plus).")
    }
    return value
  }

  /// A whole number of a range.
  func integer(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let text = fields[name], !text.isEmpty else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw Self.refusal(name, "attend un nombre de \(range.lowerBound) à \(range.upperBound).")
    }
    return number
  }

  /// A day.
  func day(_ name: String) throws -> CalendarDate? {
    guard let text = fields[name], !text.isEmpty else { return nil }
    guard text.utf8.count == 10, let day = CalendarDate(text) else {
      throw Self.refusal(name, "attend une date AAAA-MM-JJ.")
    }
    return day
  }

  /// One of some words.
  func choice<Value: RawRepresentable & CaseIterable>(_ name: String, _: Value.Type) throws -> Value?
  where Value.RawValue == String {
    guard let text = fields[name], !text.isEmpty else { return nil }
    guard let value = Value(rawValue: text) else {
      throw Self.refusal(
        name, "attend\u{A0}: " + Value.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    return value
  }

  /// `true` or `false`.
  func flag(_ name: String) throws -> Bool {
    switch fields[name] {
    case nil, "", "false": return false
    case "true": return true
    default: throw Self.refusal(name, "attend true ou false.")
    }
  }

  static func refusal(_ name: String, _ what: String) -> Problem {
    Problem(.badRequest, "Le paramètre «\u{A0}\(name)\u{A0}» \(what)")
  }
}
