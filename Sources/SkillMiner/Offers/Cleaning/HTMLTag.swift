/// A tag, by what it means for the flow of a text.
enum HTMLTag {
  /// `<b>`, `<a …>`: vanishes.
  case inline
  /// `<p>`, `</div>`: separates lines.
  case block
  /// `<br>`: a line break wherever it stands.
  case lineBreak
  /// `<li>`: a line with a bullet.
  case listItem
  /// `<td>`: separates words.
  case cell
  /// `<script>`, `<style>`: vanishes with its content.
  case opaque

  /// - Returns: `nil` when the name (lower case) is no tag of HTML.
  init?(name: String, isClosing: Bool) {
    switch name {
    case "li": self = isClosing ? .block : .listItem
    case "br": self = .lineBreak
    case "td", "th": self = .cell
    case "script", "style": self = isClosing ? .inline : .opaque
    case _ where Self.blocks.contains(name): self = .block
    case _ where Self.inlines.contains(name): self = .inline
    default: return nil
    }
  }

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hr",
    "html", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table",
    "tbody",
    "tfoot", "thead", "title", "tr", "ul",
  ]

  private static let inlines: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "col", "colgroup", "data",
    "del",
    "dfn", "em", "font", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "link", "mark",
    "meta",
    "noscript", "o:p", "path", "picture", "q", "s", "samp", "small", "source", "span", "strike", "strong",
    "sub",
    "sup", "svg", "textarea", "time", "tt", "u", "var", "video", "wbr",
  ]
}
