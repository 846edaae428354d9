import SkillMiner
import Taxonomy

/// The site as a function from an address to an answer: the server and the folder of files are two readers of it.
struct Site: Sendable {
  /// What an address gives.
  struct Answer: Sendable {
    let status: Int
    let type: String
    let body: [UInt8]
    /// Name a browser saves it under; `nil` for what it shows.
    var fileName: String?
  }

  let observatory: Observatory
  private let pages: SitePages
  private let html: PageHTML

  /// - Throws: when a template of ours does not parse.
  init(_ observatory: Observatory, links: LinkPolicy = .server) throws {
    self.observatory = observatory
    pages = SitePages(observatory)
    html = try PageHTML(links)
  }

  /// Names every answer for caches: same tag, same bytes.
  var tag: String {
    String(observatory.fingerprint.prefix(32)) + (observatory.disclosure == .fullDetail ? "" : "-published")
  }

  /// The answer to a path as it stands in a request, percent-encoded, with its filters decoded.
  ///
  /// - Returns: `nil` when the address belongs to somebody else (`/api`, `/health`).
  /// - Throws: what the store throws.
  func answer(path: String, query: [String: String], visitor: Visitor? = nil) throws -> Answer? {
    if path == "/style-\(SiteStyle.version).css" {
      return Answer(status: 200, type: "text/css; charset=utf-8", body: Array(SiteStyle.css.utf8))
    }
    if let open = try openData(path) { return open }
    var steps = path.split(separator: "/").map { Self.decoded(String($0)) }
    if let first = steps.first, ["api", "health", "metrics", "session"].contains(first) { return nil }
    let form = Self.form(&steps)
    let page = try pages.page(PageRequest(path: steps, query: query))
    if form == "svg" { return drawing(page, query["graphique"]) }
    if form == "csv", page.status == 200, let table = query["tableau"] {
      return Answer(
        status: 200, type: "text/csv; charset=utf-8", body: Array(PageCSV.excel(page, table: table).utf8),
        fileName: fileName(page) + "-"
          + table.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
          + ".csv")
    }
    return try answer(page, form, visitor)
  }

  /// A drawing of a page as an image that stands alone.
  private func drawing(_ page: SitePage, _ id: String?) -> Answer? {
    for block in page.sections.flatMap(\.blocks) {
      guard case .chart(let chart) = block, chart.id == id else { continue }
      return Answer(
        status: 200, type: "image/svg+xml", body: Array(ChartSVG.file(chart).utf8),
        fileName: fileName(page) + "-" + chart.id + ".svg")
    }
    return Answer(
      status: 404, type: "text/plain; charset=utf-8", body: Array("Ce graphique n’existe pas.\n".utf8))
  }

  /// Documents for other programs that are no twin of a page.
  private func openData(_ path: String) throws -> Answer? {
    switch path {
    case "/candidats.jsonld":
      Answer(
        status: 200, type: "application/ld+json; charset=utf-8",
        body: Array(CandidatesJSONLD.text(observatory).utf8), fileName: "candidats.jsonld")
    case "/territoires.geojson":
      Answer(
        status: 200, type: "application/geo+json; charset=utf-8",
        body: Array(try TerritoriesGeoJSON.text(observatory).utf8), fileName: "territoires.geojson")
    default:
      try path.hasPrefix("/donnees-ouvertes/")
        ? openFile(String(path.dropFirst("/donnees-ouvertes/".count))) : nil
    }
  }

  /// A file of the open data; `nil` when none has the name.
  private func openFile(_ name: String) throws -> Answer? {
    try observatory.openData().files.first { $0.name == name }.map { file in
      Answer(status: 200, type: file.type + "; charset=utf-8", body: file.bytes, fileName: file.name)
    }
  }

  /// Whether pages below an address change with what people decide, and not with the analysis alone.
  static func isLive(_ path: String) -> Bool {
    ["/portefeuilles", "/signaux-terrain"].contains {
      path == $0 || path.hasPrefix($0 + "/") || path.hasPrefix($0 + ".")
    }
  }

  /// A page in one of its forms.
  func answer(_ page: SitePage, _ form: String, _ visitor: Visitor? = nil) throws -> Answer {
    switch form {
    case "json":
      return Answer(
        status: page.status, type: "application/json; charset=utf-8",
        body: Array(
          PageJSON.text(
            page, fingerprint: observatory.fingerprint, releases: observatory.releases
          ).utf8))
    case "csv" where page.status == 200:
      return Answer(
        status: 200, type: "text/csv; charset=utf-8", body: Array(PageCSV.excel(page).utf8),
        fileName: fileName(page) + ".csv")
    case "xlsx" where page.status == 200:
      return Answer(
        status: 200, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        body: try PageWorkbook.bytes(
          page, fingerprint: observatory.fingerprint, releases: observatory.releases.text,
          today: observatory.today),
        fileName: fileName(page) + ".xlsx")
    default:
      return Answer(
        status: page.status, type: "text/html; charset=utf-8",
        body: Array(document(page, visitor: visitor).utf8))
    }
  }

  /// The page at an address without ending.
  ///
  /// - Throws: what the store throws.
  func page(path: String, query: [String: String]) throws -> SitePage {
    let steps = path.split(separator: "/").map { Self.decoded(String($0)) }
    return try pages.page(PageRequest(path: steps, query: query))
  }

  /// A page as HTML.
  func document(_ page: SitePage, visitor: Visitor? = nil) -> String {
    html.document(
      page, fingerprint: observatory.fingerprint, releases: observatory.releases.text,
      today: FrenchWords.date(observatory.today), visitor: visitor)
  }

  /// Name a browser saves a page under, without ending.
  func fileName(_ page: SitePage) -> String {
    let name = page.link.path.split(separator: "/").joined(separator: "-")
    return name.isEmpty
      ? "accueil" : name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
  }

  /// Takes the ending that names another form off the last step.
  private static func form(_ steps: inout [String]) -> String {
    guard let last = steps.last else { return "html" }
    for form in ["json", "csv", "xlsx", "svg"] where last.hasSuffix("." + form) {
      let rest = String(last.dropLast(form.count + 1))
      steps.removeLast()
      if rest != "index" || !steps.isEmpty { steps.append(rest) }
      return form
    }
    return "html"
  }

  /// Percent-decoded; what is no text stays as it was.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x25) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}
