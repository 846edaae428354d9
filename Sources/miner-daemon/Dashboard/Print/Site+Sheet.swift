import Foundation
import SkillMiner

extension LinkPolicy {
  /// A sheet of paper: nothing leads anywhere, and the style travels with it.
  static let paper = LinkPolicy(
    page: { _ in nil }, twin: { _, _ in nil },
    style: "data:text/css;base64," + Data(SiteStyle.css.utf8).base64EncodedString(), hasServer: false)
}

extension Site {
  /// A sheet to print as a document that names nothing outside itself.
  struct Sheet: Sendable {
    let html: String
    /// Name a browser saves it under.
    let fileName: String
  }

  /// The sheet at an address; `nil` when no printed sheet is there.
  ///
  /// - Parameters:
  ///   - observatory: what it shows.
  ///   - path: as it stands in a request, with or without `.pdf`.
  /// - Throws: what the store throws.
  static func sheet(_ observatory: Observatory, path: String, query: [String: String]) throws -> Sheet? {
    let site = try Site(observatory, links: .paper)
    let path = path.hasSuffix(".pdf") ? String(path.dropLast(4)) : path
    // Most addresses are no sheet: what is there is told before anything is written.
    let page = try site.page(path: path, query: query)
    guard page.format == .fiche, page.status == 200 else { return nil }
    return Sheet(html: site.document(page), fileName: site.fileName(page) + ".pdf")
  }
}
