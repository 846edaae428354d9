extension Operation.Parameter {
  static func query(_ name: String, _ schema: JSON, _ text: String) -> Self {
    Self(name: name, place: "query", schema: schema, text: text)
  }

  static func path(_ name: String, _ schema: JSON, _ text: String) -> Self {
    Self(name: name, place: "path", schema: schema, isRequired: true, text: text)
  }

  static func header(_ name: String, _ schema: JSON, _ text: String) -> Self {
    Self(name: name, place: "header", schema: schema, isRequired: true, text: text)
  }

  /// Size of a page.
  static let limit = query("limit", Shape.range(1, Page.most), "Éléments par page.")
  /// Where a page of numbered things starts.
  static let row = query(
    "cursor", Shape.range(1, nil), "Début de la page\u{A0}: «\u{A0}next\u{A0}» de la précédente.")
  /// Where a page of named things starts.
  static let cursor = query(
    "cursor", Shape.text, "Début de la page\u{A0}: «\u{A0}next\u{A0}» de la précédente.")
  /// Row in the store.
  static let id = path("id", Shape.range(1, nil), "Numéro.")
}

extension Operation.Success {
  static func json(_ schema: JSON, _ text: String = "Trouvé.") -> Self {
    Self(status: 200, text: text, content: [("application/json", schema)])
  }

  /// A table in both forms.
  static func table(_ schema: JSON) -> Self {
    Self(
      status: 200, text: "La table.", content: [("application/json", schema), ("text/csv", Shape.text)])
  }

  static let unchanged = Self(status: 304, text: "Rien de nouveau depuis cette empreinte.")
  static let done = Self(status: 204, text: "Fait.")

  /// Work that was taken in.
  static let accepted = Self(
    status: 202, text: "Pris en charge\u{A0}; Location dit où suivre le travail.",
    content: [("application/json", Shape.named("Job"))])
}
