/// A noun phrase with its article, to be set into the templates of the frame.
struct NounPhrase {
  let article: String
  let bare: String

  /// *l’anglais*, *les CACES 1 et 3*
  var withArticle: String {
    switch article {
    case "-": bare
    case "l’": article + bare
    default: article + " " + bare
    }
  }

  /// Reads `article|noun phrase` and returns every choice.
  static func parse(_ text: String) -> [NounPhrase]? {
    guard let bar = text.firstIndex(of: "|") else { return nil }
    let article = String(text[..<bar])
    guard ["le", "la", "l’", "les", "un", "une", "-"].contains(article) else { return nil }
    return Choices.expand(String(text[text.index(after: bar)...])).map {
      NounPhrase(article: article, bare: $0)
    }
  }

  /// Fills `{np}`, `{Np}`, `{le np}`, `{Le np}` and `{de np}`.
  func fill(_ template: String) -> String {
    template
      .replacing("{np}", with: bare).replacing("{Np}", with: Self.capitalised(bare))
      .replacing("{le np}", with: withArticle).replacing("{Le np}", with: Self.capitalised(withArticle))
      .replacing("{de np}", with: FrenchJoining.of(withArticle))
  }

  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
