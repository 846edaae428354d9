import Foundation
import SkillMiner
import TestSupport
import Testing

@testable import miner_daemon

/// The folder that `site` writes is published: no file of it shows a small number.
@Suite struct PublishedSiteTests {
  @Test func noFileShowsASmallNumber() throws {
    let fixture = try SiteFixture.shared.get()
    let folder = try ScratchFolder()
    let out = URL(filePath: folder.path("site"))
    let count = try SiteExport(observatory: fixture.site.observatory.published, folder: out).write { _ in }
    #expect(count > 20)
    var secret = 0
    for file in try FileManager.default.subpathsOfDirectory(atPath: out.path) where file.hasSuffix(".json") {
      let json = try JSONSerialization.jsonObject(with: Data(contentsOf: out.appending(path: file)))
      for table in Self.tables(json) where !["journal", "remarques", "lieux"].contains(table.id) {
        for row in table.rows {
          for (name, value) in row {
            if value as? String == "secret statistique" { secret += 1 }
            guard let n = value as? Int, name.hasPrefix("offres") || name == "total" else { continue }
            #expect(n == 0 || n >= 10, "\(file) \(table.id) \(name): \(n)")
          }
        }
      }
      let html = try String(
        contentsOf: out.appending(path: file.dropLast(5) + ".html"), encoding: .utf8)
      // One to nine offers, as a sentence or a chart would say it.
      let small = html.matches(of: /(?:^|[^0-9\u{A0}\u{202F},])[1-9][\u{A0} ]offres? distinctes?/)
      #expect(small.isEmpty, "\(file): \(small.map { String($0.output) })")
    }
    #expect(secret > 0)
  }

  @Test func formsOfOnePageAgree() throws {
    let fixture = try SiteFixture.shared.get()
    let (site, scarce) = (try Site(fixture.site.observatory.published), try fixture.scarce)
    for form in ["html", "json", "csv", "svg"] {
      let path = form == "html" ? scarce : scarce + "." + form
      let answer = try #require(
        try site.answer(path: path, query: form == "svg" ? ["graphique": "part"] : [:]))
      #expect(answer.status == 200, "\(form)")
      let text = String(decoding: answer.body, as: UTF8.self)
      if form != "svg" { #expect(text.contains("secret statistique"), "\(form)") }
      if form == "html" { #expect(text.contains("href=\"/methode#secret\"")) }
    }
    // The curve says why months are missing.
    let curve = try #require(try site.answer(path: scarce + ".svg", query: ["graphique": "part"]))
    #expect(String(decoding: curve.body, as: UTF8.self).contains("Sans point\u{A0}: secret statistique"))
    let book = try #require(try site.answer(path: scarce + ".xlsx", query: [:]))
    #expect(book.status == 200)
  }

  private static func tables(_ json: Any) -> [(id: String, rows: [[String: Any]])] {
    if let object = json as? [String: Any] {
      let own = (object["id"] as? String).flatMap { id in
        (object["rows"] as? [[String: Any]]).map { (id: id, rows: $0) }
      }
      return (own.map { [$0] } ?? []) + object.values.flatMap { tables($0) }
    }
    return (json as? [Any])?.flatMap { tables($0) } ?? []
  }
}
