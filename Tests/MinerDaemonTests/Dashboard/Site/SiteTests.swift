import Foundation
import SkillMiner
import Testing

@testable import miner_daemon

@Suite struct SiteTests {
  let site: Site

  init() throws { site = try SiteFixture.shared.get().site }

  private func get(_ address: String) throws -> Site.Answer {
    let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
    var query: [String: String] = [:]
    for item in parts.count > 1 ? parts[1].split(separator: "&") : [] {
      let pair = item.split(separator: "=", maxSplits: 1).map { Site.decoded(String($0)) }
      query[pair[0]] = pair.count > 1 ? pair[1] : ""
    }
    return try #require(try site.answer(path: parts.first ?? "/", query: query))
  }

  private func text(_ address: String) throws -> String {
    String(decoding: try get(address).body, as: UTF8.self)
  }

  private func links(_ html: String) -> [String] {
    html.matches(of: /href="(?<address>[^"]*)"/).map {
      String($0.address).replacing("&amp;", with: "&").replacing("&#39;", with: "'")
    }
  }

  /// Every link of every kind of page leads somewhere; every page is whole.
  @Test func everyLinkLeadsSomewhere() throws {
    var waiting = ["/"]
    var known: Set<String> = ["/"]
    var seen: [String: Int] = [:]
    while let address = waiting.popLast() {
      // A few of each kind: filters multiply.
      let steps = address.split(separator: "?")[0].split(separator: "/")
      let kind = "\(steps.first ?? "") \(steps.count) \(address.contains("?")) \(address.suffix(4))"
      seen[kind, default: 0] += 1
      guard (seen[kind] ?? 0) <= 12 else { continue }
      if address.hasSuffix(".pdf") {
        let site = try SiteFixture.shared.get().site
        #expect(try Site.sheet(site.observatory, path: address, query: [:]) != nil, "\(address)")
        continue
      }
      let answer = try get(address)
      #expect(answer.status == 200, "\(address)")
      guard answer.type.hasPrefix("text/html") else { continue }
      let html = String(decoding: answer.body, as: UTF8.self)
      #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"), "\(address)")
      #expect(!html.contains("{{") && !html.contains("<script") && !html.contains("http://"), "\(address)")
      #expect(html.components(separatedBy: "<h1>").count == 2, "\(address)")
      for link in links(html) {
        if link.hasPrefix("#") {
          #expect(html.contains("id=\"\(link.dropFirst())\""), "\(address): \(link)")
        } else if !["/connexion", "/lexique/propositions"].contains(link), !link.hasPrefix("data:"),
          known.insert(link).inserted
        {
          waiting.append(link)
        }
      }
    }
    #expect(seen.count > 30)
  }

  @Test(arguments: ["", ".json", ".csv", ".xlsx"]) func everyFormIsGiven(_ form: String) throws {
    let answer = try get("/territoires/departement/67" + form)
    #expect(answer.status == 200)
    let types = [
      "": "text/html; charset=utf-8", ".json": "application/json; charset=utf-8",
      ".csv": "text/csv; charset=utf-8",
    ]
    if let type = types[form] { #expect(answer.type == type) }
    if form == ".xlsx" {
      #expect(answer.body.prefix(2) == [0x50, 0x4B])
      #expect(answer.fileName == "territoires-departement-67.xlsx")
      #expect(try get("/territoires/departement/67.xlsx").body == answer.body)
    }
  }

  @Test func drawingsStandAlone() throws {
    let answer = try get("/filieres/logistique.svg?graphique=classement")
    #expect(answer.type == "image/svg+xml")
    let drawing = String(decoding: answer.body, as: UTF8.self)
    #expect(drawing.hasPrefix("<svg xmlns=") && drawing.contains("<style>") && !drawing.contains("href="))
    #expect(try get("/filieres/logistique.svg?graphique=x").status == 404)
    #expect(
      try text("/filieres/logistique.csv?tableau=classement-table").hasPrefix("\u{FEFF}competence;besoin"))
  }

  @Test func theTwinIsJSON() throws {
    for page in ["/index", "/signaux", "/certifications", "/qualite", "/fiches/forum/departement/67"] {
      let object = try JSONSerialization.jsonObject(with: Data(try get(page + ".json").body))
      #expect(object is [String: Any], "\(page)")
    }
  }

  @Test(
    arguments: [
      "/nulle-part", "/competences/caces-r999", "/metiers/Z9999", "/metiers/x", "/certifications/RNCP1",
      "/certifications/..%2F..", "/candidats/RNCP34860+disparu", "/territoires/region/999",
      "/territoires/lune/1",
      "/fiches/filiere/x", "/%00", "/%FF%FE", "/a/b/c/d/e/f",
    ])
  func unknownAddressesAreHelped(_ address: String) throws {
    let answer = try get(address)
    #expect(answer.status == 404)
    let html = String(decoding: answer.body, as: UTF8.self)
    #expect(html.contains("Page introuvable") && html.contains("href=\"/competences\""))
  }

  @Test(
    arguments: [
      "/signaux?classe=x", "/signaux?filiere=x", "/offres?competence=x", "/offres?mois=hier",
      "/offres?territoire=67", "/offres?metier=abc",
    ])
  func unknownFiltersAreTold(_ address: String) throws {
    let answer = try get(address)
    #expect(answer.status == 400)
    #expect(String(decoding: answer.body, as: UTF8.self).contains("n’est pas une valeur possible"))
  }

  @Test func aFilterWithoutResultSaysSo() throws {
    #expect(
      try text("/offres?competence=caces-r489&mois=1999-01..1999-02").contains(
        "Aucune offre avec ces filtres"))
    #expect(try get("/offres?page=9999999").status == 200)
    #expect(try get("/signaux?metier=M1805").status == 200)
  }

  @Test func evidenceIsMarkedEscapedAndRedacted() throws {
    let html = try text("/offres?competence=caces-r489&territoire=departement:67")
    #expect(html.contains("<mark>"))
    #expect(!html.contains("<img") && !html.contains("<script") && !html.contains("onerror=alert(1)>"))
    #expect(!html.contains("jean.dupont@") && !html.contains("06 12 34 56 78"))
    #expect(!html.contains("ACME"))
  }

  @Test func searchFindsAndAnswersAnything() throws {
    #expect(try text("/recherche?q=Bas-Rhin").contains("/territoires/departement/67"))
    #expect(try text("/recherche?q=N1103").contains("/metiers/N1103"))
    #expect(try text("/recherche?q=%3Cscript%3E").contains("&lt;script&gt;"))
    #expect(try get("/recherche").status == 200)
  }

  /// A sign that French sets off by a no-break space never stands behind an ordinary one, in our own words.
  @Test func frenchSpacing() throws {
    for address in [
      "/", "/territoires/region/44", "/filieres/logistique", "/candidats", "/methode", "/fiches", "/qualite",
    ] {
      let html = try text(address).replacing(/<[^>]*>/, with: "")
      for sign in [" :", " ;", " ?", " !", " %", " »", "« "] where html.contains(sign) {
        let place = html.range(of: sign)?.lowerBound ?? html.startIndex
        Issue.record("\(address): «\(sign)» in …\(html[place...].prefix(40))")
      }
    }
  }

  @Test func pagesAreTheSameEveryTime() throws {
    for address in ["/", "/territoires/region/44", "/competences/caces-r489.json", "/candidats.csv"] {
      #expect(try get(address).body == get(address).body)
    }
  }
}
