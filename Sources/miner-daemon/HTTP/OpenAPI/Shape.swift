/// Short ways to write JSON Schema.
enum Shape {
  /// Anything at all.
  static let any = JSON.object([])
  static let text = JSON.object([("type", .string("string"))])
  /// A text that says something.
  static let words = JSON.object([("type", .string("string")), ("pattern", .string("[0-9A-Za-zÀ-ÿ]"))])
  static let optionalText = nullable("string")
  static let integer = JSON.object([("type", .string("integer"))])
  static let optionalInteger = nullable("integer")
  static let number = JSON.object([("type", .string("number"))])
  static let optionalNumber = nullable("number")
  static let flag = JSON.object([("type", .string("boolean"))])
  static let texts = list(text)

  /// A text that matches a regular expression as a whole.
  static func pattern(_ expression: String) -> JSON {
    .object([("type", .string("string")), ("pattern", .string("^(\(expression))$"))])
  }

  static let day = pattern("[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])")
  static let occupation = pattern("[A-N][0-9]{4}")
  static let certification = pattern("(RNCP|RS)[1-9][0-9]{0,6}")
  /// A certification, with the families of a module or without.
  static let candidate = pattern("(RNCP|RS)[1-9][0-9]{0,6}(:[0-9a-z-]+(\\+[0-9a-z-]+)*)?")
  static let territory = pattern("(commune|bassin|zone-emploi|departement|region):[0-9A-Z]{1,6}")
  static let period = pattern("20[0-9]{2}(-(0[1-9])\\.\\.20[0-9]{2}-(1[0-2]))?")

  /// The same, or nothing.
  static func optional(_ shape: JSON) -> JSON {
    .object([("oneOf", .array([shape, .object([("type", .string("null"))])]))])
  }

  static func list(_ item: JSON) -> JSON { .object([("type", .string("array")), ("items", item)]) }

  static func choice(_ values: [String]) -> JSON {
    .object([("type", .string("string")), ("enum", .strings(values))])
  }

  static func range(_ low: Int, _ high: Int?) -> JSON {
    .object(
      [("type", .string("integer")), ("minimum", .integer(low))]
        + (high.map { [("maximum", .integer($0))] } ?? []))
  }

  /// An object all of whose members are there.
  static func object(_ members: [(String, JSON)], required: [String]? = nil) -> JSON {
    .object([
      ("type", .string("object")), ("properties", .object(members)),
      ("required", .strings(required ?? members.map(\.0))),
    ])
  }

  /// A page of a list.
  static func page(_ item: JSON) -> JSON { object([("items", list(item)), ("next", optionalText)]) }

  static func named(_ name: String) -> JSON {
    .object([("$ref", .string("#/components/schemas/\(name)"))])
  }

  private static func nullable(_ type: String) -> JSON {
    .object([("type", .strings([type, "null"]))])
  }
}
