import Mustache
import SkillMiner

/// Writes pages as HTML: the frame by template, what stands in it block after block.
struct PageHTML: Sendable {
  let links: LinkPolicy
  private let frame: MustacheTemplate

  /// - Throws: when the template of ours does not parse; tests keep that from happening.
  init(_ links: LinkPolicy) throws {
    self.links = links
    frame = try MustacheTemplate(string: Typography.french(PageTemplate.html))
  }

  /// The whole document.
  ///
  /// - Parameters:
  ///   - fingerprint: what the page rests on, for its foot.
  ///   - releases: the same in words.
  ///   - visitor: who reads it, when it is made for one reader.
  func document(
    _ page: SitePage, fingerprint: String, releases: String, today: String, visitor: Visitor? = nil
  ) -> String {
    let text = TextHTML(links: links)
    let body = BlockHTML(links: links, visitor: visitor)
    var content = ""
    for section in page.sections {
      content += "<section id=\"\(HTMLText.escaped(section.id))\""
      content += section.breaksPage ? " class=\"new-page\">" : ">"
      content += "<h2>\(HTMLText.escaped(section.title))</h2>\n"
      content += body.html(section.blocks, page: page)
      content += "</section>\n"
    }
    return frame.render(
      Frame(
        title: page.title, kicker: page.kicker, style: links.style, home: links.page(.home) ?? "#",
        navigation: navigation(page), hasCrumbs: !page.crumbs.isEmpty,
        crumbs: page.crumbs.isEmpty ? "" : crumbs(page, text),
        lead: page.lead.map { "<p>\(text.html($0))</p>\n" }.joined(), figures: figures(page, text),
        warnings: page.warnings.map { "<li>\(text.html($0))</li>\n" }.joined(),
        hasWarnings: !page.warnings.isEmpty, actions: actions(page, text), content: content,
        contents: contents(page),
        methods: page.methods.map { body.html(.explanation($0), page: page) }.joined(),
        hasMethods: !page.methods.isEmpty, search: body.search("", id: "recherche-haut"),
        format: page.format == .fiche ? "fiche" : "screen", fingerprint: fingerprint,
        short: String(fingerprint.prefix(16)), releases: releases, today: today,
        method: links.page(.method) ?? "#", quality: links.page(.quality) ?? "#", footer: footer()))
  }

  private struct Frame {
    let title: String
    let kicker: String
    let style: String
    let home: String
    let navigation: String
    let hasCrumbs: Bool
    let crumbs: String
    let lead: String
    let figures: String
    let warnings: String
    let hasWarnings: Bool
    let actions: String
    let content: String
    let contents: String
    let methods: String
    let hasMethods: Bool
    let search: String
    let format: String
    let fingerprint: String
    let short: String
    let releases: String
    let today: String
    let method: String
    let quality: String
    let footer: String
  }

  private static let places: [(Link, String)] = [
    (.territories, "Territoires"), (.filieres, "Filières"), (.occupations, "Métiers"),
    (.competencies, "Compétences"), (.certifications, "Certifications"), (Link(["signaux"]), "Signaux"),
    (.candidates, "Modules"), (.portfolios, "Portefeuilles"), (.prints, "Fiches"),
  ]

  private func navigation(_ page: SitePage) -> String {
    Self.places.compactMap { link, name in
      guard let address = links.page(link) else { return nil }
      let isHere = page.link.path == link.path
      let isUnder = !isHere && page.link.path.hasPrefix(link.path + "/")
      let mark = isHere ? " aria-current=\"page\"" : isUnder ? " aria-current=\"true\"" : ""
      return "<li><a href=\"\(HTMLText.escaped(address))\"\(mark)>\(name)</a></li>"
    }.joined(separator: "\n")
  }

  private static let surroundings: [(Link, String)] = [
    (.fieldSignals, "Signaux de terrain"), (.lexicon, "Lexique"), (.quality, "Qualité des données"),
    (.method, "Méthode"), (.openData, "Données ouvertes"),
  ]

  /// What stands beside the results, and the way in for who decides.
  private func footer() -> String {
    var items = Self.surroundings.compactMap { link, name in
      links.page(link).map { "<li><a href=\"\(HTMLText.escaped($0))\">\(name)</a></li>" }
    }
    if links.hasServer { items.append("<li><a href=\"/connexion\">Connexion</a></li>") }
    return items.joined(separator: "\n")
  }

  private func crumbs(_ page: SitePage, _ text: TextHTML) -> String {
    let home = PageText(verbatim: "Accueil", to: .home)
    return ([home] + page.crumbs).map { "<li>\(text.html($0))</li>" }.joined()
  }

  private func figures(_ page: SitePage, _ text: TextHTML) -> String {
    guard !page.figures.isEmpty else { return "" }
    let items = page.figures.map { figure -> String in
      let value = HTMLText.escaped(figure.value)
      let linked = figure.link.flatMap(links.page).map { "<a href=\"\(HTMLText.escaped($0))\">\(value)</a>" }
      return "<li><b>\(linked ?? value)</b> <span>\(text.html(figure.label))</span></li>"
    }
    return "<ul class=\"figures\">\n\(items.joined(separator: "\n"))\n</ul>\n"
  }

  private func actions(_ page: SitePage, _ text: TextHTML) -> String {
    var items = page.actions.map { "<li>\(text.html($0))</li>" }
    if page.status == 200, page.hasTwins {
      let forms = page.tables.isEmpty ? ["json"] : ["csv", "xlsx", "json"]
      for form in forms {
        if let address = links.twin(page.link, form) {
          items.append("<li><a href=\"\(HTMLText.escaped(address))\">\(Self.name(form))</a></li>")
        }
      }
    }
    if links.hasPress, page.status == 200, page.format == .fiche, let sheet = links.twin(page.link, "pdf") {
      items.append("<li><a href=\"\(HTMLText.escaped(sheet))\">Fiche (PDF)</a></li>")
    }
    if links.hasServer, page.link == .candidates {
      items.append("<li><a href=\"/candidats.jsonld\">Données liées (JSON-LD)</a></li>")
    }
    if links.hasServer, page.link == .territories {
      items.append("<li><a href=\"/territoires.geojson\">Carte (GeoJSON)</a></li>")
    }
    return items.isEmpty ? "" : "<ul class=\"actions\">\(items.joined())</ul>\n"
  }

  private static func name(_ form: String) -> String {
    switch form {
    case "csv": "Tableaux (CSV)"
    case "xlsx": "Classeur (XLSX)"
    default: "Données (JSON)"
    }
  }

  /// Sections to jump to, when there are several.
  private func contents(_ page: SitePage) -> String {
    guard page.format == .screen, page.sections.count > 2 else { return "" }
    let items = page.sections.map {
      "<li><a href=\"#\(HTMLText.escaped($0.id))\">\(HTMLText.escaped($0.title))</a></li>"
    }
    return "<nav class=\"contents\" aria-label=\"Dans cette page\"><ul>\(items.joined())</ul></nav>\n"
  }
}
