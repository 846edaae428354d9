import SkillMiner

/// Parts of a page as HTML.
struct BlockHTML {
  let links: LinkPolicy
  var visitor: Visitor?

  private var text: TextHTML { TextHTML(links: links) }

  /// Blocks in their order; forms side by side that somebody may not send are named together.
  func html(_ blocks: [Block], page: SitePage) -> String {
    var out = ""
    var forms: [PageForm] = []
    func flush() {
      out += FormHTML(visitor: visitor).html(forms, hasServer: links.hasServer)
      forms = []
    }
    for block in blocks {
      if case .form(let form) = block {
        forms.append(form)
      } else {
        flush()
        out += html(block, page: page)
      }
    }
    flush()
    return out
  }

  func html(_ block: Block, page: SitePage) -> String {
    switch block {
    case .text(let line): "<p>\(text.html(line))</p>\n"
    case .list(let items):
      "<ul\(isLong(items) ? " class=\"long\"" : "")>\(items.map { "<li>\(text.html($0))</li>" }.joined(separator: "\n"))</ul>\n"
    case .table(let table): TableHTML(links: links).html(table)
    case .chart(let chart): self.chart(chart, page)
    case .quotes(let quotes): self.quotes(quotes)
    case .facets(let facets): facets.map(facet).joined()
    case .explanation(let method): explanation(method)
    case .search(let query): search(query, id: "recherche")
    case .cards(let cards): self.cards(cards)
    case .form(let form): FormHTML(visitor: visitor).html([form], hasServer: links.hasServer)
    case .writing(let label, let lines):
      "<div class=\"writing\"><p>\(text.html(label))</p>"
        + String(repeating: "<div class=\"line\"></div>", count: lines) + "</div>\n"
    }
  }

  /// Many short lines stand in columns.
  private func isLong(_ items: [PageText]) -> Bool {
    items.count > 12 && items.count { $0.plain.count > 80 } * 10 < items.count
  }

  private func chart(_ chart: PageChart, _ page: SitePage) -> String {
    let svg = ChartSVG.svg(chart, links: links)
    return """
      <figure class="figure" id="g-\(HTMLText.escaped(chart.id))">
      <figcaption>\(text.html(chart.title))</figcaption>
      <div class="wide" tabindex="0" role="group" aria-label="\(HTMLText.escaped(chart.title.plain))">\(svg)</div>
      <details class="twin"><summary>Les chiffres de ce graphique</summary>
      \(TableHTML(links: links).html(chart.table))\(downloads(chart, page))</details>
      </figure>

      """
  }

  /// The drawing and its table as files; a folder of pages has none.
  private func downloads(_ chart: PageChart, _ page: SitePage) -> String {
    guard links.hasServer else { return "" }
    let items = [
      ("svg", "graphique", chart.id, "Image (SVG)"), ("csv", "tableau", chart.table.id, "Tableau (CSV)"),
    ].compactMap { form, name, id, label -> String? in
      guard let twin = links.twin(page.link, form) else { return nil }
      let address = twin + (twin.contains("?") ? "&" : "?") + "\(name)=\(Link.encoded(id))"
      return "<a href=\"\(HTMLText.escaped(address))\">\(label)</a>"
    }
    return "<p>\(items.joined(separator: " · "))</p>\n"
  }

  private func quotes(_ quotes: [PageQuote]) -> String {
    guard !quotes.isEmpty else { return "<p>Aucune phrase à montrer.</p>\n" }
    let items = quotes.map { quote in
      """
      <li><q>\(HTMLText.escaped(quote.before))<mark>\(HTMLText.escaped(quote.mention))</mark>\
      \(HTMLText.escaped(quote.after))</q> <span class="badge">\(HTMLText.escaped(quote.stance))</span>
      <cite>\(text.html(quote.source))</cite></li>
      """
    }
    return "<ul class=\"evidence\">\n\(items.joined(separator: "\n"))\n</ul>\n"
  }

  private func facet(_ facet: Facet) -> String {
    let items = facet.choices.compactMap { choice -> String? in
      let label =
        HTMLText.escaped(choice.label)
        + (choice.count.map { " <span class=\"soft\">\(FrenchNumber.integer($0))</span>" } ?? "")
      if choice.isChosen { return "<li><strong>\(label)</strong></li>" }
      guard let address = links.page(choice.link) else { return nil }
      return "<li><a href=\"\(HTMLText.escaped(address))\">\(label)</a></li>"
    }
    guard items.count > 1 || facet.choices.contains(where: { !$0.isChosen }), !items.isEmpty else {
      return ""
    }
    return
      "<div class=\"facet\"><b>\(HTMLText.escaped(facet.title))</b><ul>\(items.joined(separator: "\n"))</ul></div>\n"
  }

  private func explanation(_ method: Method) -> String {
    """
    <details class="method"><summary>Comment est-ce calculé\u{A0}? \(HTMLText.escaped(method.title))</summary>
    <p>\(HTMLText.escaped(method.text))</p></details>

    """
  }

  /// - Parameter id: of its field, once a page.
  func search(_ query: String, id: String) -> String {
    guard links.hasServer else { return "" }
    return """
      <form class="search" action="/recherche" method="get" role="search">
      <label for="\(id)">Rechercher</label>
      <input id="\(id)" name="q" type="search" value="\(HTMLText.escaped(query))" placeholder="Métier, compétence…" autocomplete="off">
      <button type="submit">Chercher</button>
      </form>

      """
  }

  private func cards(_ cards: [Card]) -> String {
    "<ul class=\"cards\">"
      + cards.map { "<li><h3>\(text.html($0.title))</h3><p>\(text.html($0.text))</p></li>" }
      .joined(separator: "\n") + "</ul>\n"
  }
}
