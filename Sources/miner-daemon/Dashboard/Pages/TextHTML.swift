import SkillMiner

/// Running text as HTML.
struct TextHTML {
  let links: LinkPolicy

  func html(_ text: PageText) -> String {
    text.runs.map { run in
      // Titles from elsewhere too: no line begins with a colon.
      let words = HTMLText.escaped(run.style == .code ? run.text : FrenchSpacing.apply(run.text))
      let styled =
        switch run.style {
        case .plain: words
        case .strong: "<strong>\(words)</strong>"
        case .soft: "<span class=\"soft\">\(words)</span>"
        case .code: "<code>\(words)</code>"
        case .mark: "<mark>\(words)</mark>"
        }
      guard let link = run.link, let address = links.page(link) else { return styled }
      return "<a href=\"\(HTMLText.escaped(address))\">\(styled)</a>"
    }.joined()
  }
}
