import Foundation
import SkillMiner

/// Writes the site as a folder of files that opens without a server: every page without filters that home leads to.
struct SiteExport {
  let observatory: Observatory
  let folder: URL
  /// Writes printed sheets as PDF too; `nil` writes none.
  var printer: PDFPrinter?

  /// - Parameter progress: called with the number of pages written.
  /// - Returns: how many pages were written.
  /// - Throws: what the store, the file system and the printer throw.
  func write(progress: (Int) -> Void) throws -> Int {
    var waiting = [Link.home]
    var known: Set<String> = [Link.home.path]
    var count = 0
    while let link = waiting.popLast() {
      let found = FoundLinks()
      let site = try Site(observatory, links: Self.links(from: link, found, hasPress: printer != nil))
      let query: [String: String] = [:]
      guard let answer = try site.answer(path: link.path, query: query) else { continue }
      try save(answer.body, Self.file(link.path, "html"))
      if let json = try site.answer(
        path: link.path == "/" ? "/index.json" : link.path + ".json", query: query)
      {
        try save(json.body, Self.file(link.path, "json"))
      }
      if let printer, let sheet = try Site.sheet(observatory, path: link.path, query: query) {
        try save(try printer.pdf(sheet.html), Self.file(link.path, "pdf"))
      }
      count += 1
      if count % 50 == 0 { progress(count) }
      for next in found.all where known.insert(next.path).inserted { waiting.append(next) }
    }
    try save(Array(SiteStyle.css.utf8), "style-\(SiteStyle.version).css")
    return count
  }

  private func save(_ bytes: [UInt8], _ path: String) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url, options: .atomic)
  }

  /// `/metiers/N1103` becomes `metiers/N1103.html`.
  static func file(_ path: String, _ form: String) -> String {
    let plain = path.split(separator: "/").map { Site.decoded(String($0)).replacing("/", with: "_") }
    return (plain.isEmpty ? "index" : plain.joined(separator: "/")) + "." + form
  }

  /// Pages that are nothing without somebody who answers: searches, forms, and the files of the open data, which
  /// `open-data` writes.
  private static func isServerOnly(_ path: String) -> Bool {
    ["/offres", "/recherche", "/lexique/propositions"].contains(path) || path.hasPrefix("/donnees-ouvertes")
      || (path.hasPrefix("/portefeuilles/") && path.hasSuffix("/forum"))
  }

  /// Pages with filters have no file: what leads to them stays text.
  private static func links(from page: Link, _ found: FoundLinks, hasPress: Bool) -> LinkPolicy {
    let steps = page.path.split(separator: "/").count
    let up = String(repeating: "../", count: max(0, steps - 1))
    @Sendable func address(_ path: String, _ form: String) -> String {
      up + file(path, form).split(separator: "/").map { Link.encoded(String($0)) }.joined(separator: "/")
    }
    return LinkPolicy(
      page: { link in
        guard link.query.isEmpty, !isServerOnly(link.path) else { return nil }
        found.insert(link)
        return address(link.path, "html") + (link.anchor.isEmpty ? "" : "#" + link.anchor)
      },
      twin: { link, form in
        ["json", "pdf"].contains(form) && link.query.isEmpty ? address(link.path, form) : nil
      },
      style: up + "style-\(SiteStyle.version).css", hasServer: false, hasPress: hasPress)
  }
}
