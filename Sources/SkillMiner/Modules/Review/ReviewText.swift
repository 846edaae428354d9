/// Texts that people write into the review, held to what a page can show.
enum ReviewText {
  /// Most Unicode scalars of a note.
  static let noteLimit = 10_000
  /// Most Unicode scalars of a name.
  static let nameLimit = 300

  /// A name or title: one line, not empty.
  static func name(_ text: String, _ what: String, subject: String) throws -> String {
    let clean = cleaned(text, keepsLines: false)
    guard !clean.isEmpty else {
      throw ReviewError(
        .empty, subject: subject, message: "\(what) est vide.", advice: "Donner un texte d’au moins un mot.")
    }
    try check(clean, what, limit: nameLimit, subject)
    return clean
  }

  /// A note; may be empty unless `isRequired`.
  static func note(_ text: String, _ what: String, subject: String, isRequired: Bool = false) throws -> String
  {
    try check(text, what, limit: noteLimit, subject)
    let clean = cleaned(text, keepsLines: true)
    guard !clean.isEmpty || !isRequired else {
      throw ReviewError(
        .empty, subject: subject, message: "\(what) est vide.",
        advice: "Dire pourquoi\u{A0}: la décision sera relue plus tard par d’autres.")
    }
    return clean
  }

  /// Lower-case ASCII letters, digits and single hyphens: `grand-est-2027`.
  static func identifier(_ text: String) throws -> String {
    let isPlain = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard isPlain, (1...80).contains(text.utf8.count), text.first != "-", text.last != "-" else {
      throw ReviewError(
        .identifier, subject: cut(text), message: "cet identifiant n’en est pas un.",
        advice: "Écrire des lettres minuscules sans accent, des chiffres et des tirets, comme grand-est-2027."
      )
    }
    return text
  }

  private static func check(_ text: String, _ what: String, limit: Int, _ subject: String) throws {
    let count = text.unicodeScalars.count
    guard count <= limit else {
      throw ReviewError(
        .tooLong, subject: subject,
        message: "\(what) compte \(count) caractères, \(limit) au plus sont gardés.",
        advice: "Résumer, et citer le document d’origine par son titre ou son adresse.")
    }
  }

  /// Control characters become spaces; ends are trimmed.
  static func cleaned(_ text: String, keepsLines: Bool) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n", keepsLines {
        scalars.append(scalar)
      } else if scalar.properties.generalCategory == .control {
        if scalars.last != " " { scalars.append(" ") }
      } else {
        scalars.append(scalar)
      }
    }
    var slice = Substring(String(scalars))
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }

  /// The beginning of a text, for a message.
  static func cut(_ text: String) -> String {
    let clean = cleaned(text, keepsLines: false)
    return clean.count > 60 ? clean.prefix(60) + "…" : clean
  }
}
