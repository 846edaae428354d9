import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// Every page that is published, in every form that has figures.
@Suite struct PublishedPagesTests {
  private let world: SecrecyWorld

  init() throws { world = try SecrecyWorld(seed: 5) }

  private var addresses: [PageRequest] {
    func page(_ path: String..., query: [String: String] = [:]) -> PageRequest {
      PageRequest(path: path, query: query)
    }
    var all = [
      page(), page("territoires"), page("filieres"), page("metiers"), page("competences"), page("signaux"),
      page("offres"), page("qualite"), page("methode"), page("fiches"),
    ]
    for code in SecrecyWorld.departments {
      all += [
        page("territoires", "departement", code), page("fiches", "territoire", "departement", code),
        page("fiches", "forum", "departement", code),
        page("signaux", query: ["territoire": "departement:\(code)"]),
        page("offres", query: ["territoire": "departement:\(code)"]),
        page("offres", query: ["territoire": "departement:\(code)", "metier": "M1805"]),
      ]
      for family in world.families {
        all.append(page("offres", query: ["territoire": "departement:\(code)", "competence": family]))
      }
    }
    for family in world.families {
      all += [page("competences", family), page("offres", query: ["competence": family, "mois": "2025-03"])]
    }
    for code in ["N1103", "M1805"] {
      all += [page("metiers", code), page("signaux", query: ["metier": code])]
    }
    return all
  }

  @Test func noTableShowsASmallNumber() throws {
    let pages = SitePages(world.published)
    var secret = 0
    var shown = 0
    for request in addresses {
      let page = try pages.page(request)
      for table in page.tables where !["journal", "remarques", "lieux"].contains(table.id) {
        for row in table.rows {
          for (column, cell) in zip(table.columns, row) {
            if cell.value == .text(PageCell.secretWords) { secret += 1 }
            guard case .integer(let n) = cell.value, n > 0 else { continue }
            shown += 1
            if column.id.hasPrefix("offres") || column.id == "total" {
              #expect(n >= 10, "\(request.path) \(request.query) \(table.id) \(column.id): \(n)")
            }
            if column.id == "employeurs" { #expect(n >= 5, "\(request.path) \(table.id): \(n)") }
          }
        }
      }
      // No list is long enough to count a small cell with, and none stands for one.
      for case .quotes(let quotes) in page.sections.flatMap(\.blocks) where request.path.first == "offres" {
        #expect(quotes.count <= OffersPage.sample)
      }
    }
    #expect(secret > 20 && shown > 50, "\(secret) \(shown)")
  }

  /// Where everything that a sentence would list is kept back, it says so.
  @Test func noSentenceListsNothing() throws {
    var told = 0
    for seed in 5...9 as ClosedRange<UInt64> {
      let pages = SitePages(try SecrecyWorld(seed: seed, offers: 160).published)
      for request in addresses {
        for line in try pages.page(request).lead.map(\.plain) {
          #expect(line.firstMatch(of: /:[ \u{A0}]*[.;,]/) == nil, "\(request.path): \(line)")
          if line.hasPrefix("Ce qui est le plus demandé relève du secret statistique") { told += 1 }
        }
      }
    }
    #expect(told > 0)
  }

  /// The number of one small cell, looked for in every form of every page that could say it.
  @Test func aSmallCellIsNowhere() throws {
    let pages = SitePages(world.published)
    let detail = SitePages(world.whole)
    let family = world.families[1]
    let place = try #require(world.whole.facts.familyPlaces[family])
    let cell = try #require(
      SecrecyWorld.departments.map { SecrecyWorld.territory(.department, $0) }.first { scope in
        let demand = world.whole.portrait(scope).demand(place)
        return demand.map { $0.offers > 0 && $0.offers < 10 && !world.published.hides(nil, in: scope) }
          ?? false
      })
    let code = try #require(cell.territory?.code)
    let offers = try #require(world.whole.portrait(cell).demand(place)).offers
    let request = PageRequest(
      path: ["offres"], query: ["competence": family, "territoire": "departement:\(code)"])
    let hidden = try pages.page(request)
    #expect(hidden.lead.map(\.plain).joined().contains(PageCell.secretWords))
    #expect(hidden.lead.flatMap(\.runs).contains { $0.link == .secrecy })
    #expect(!hidden.sections.flatMap(\.blocks).contains { if case .quotes = $0 { true } else { false } })
    #expect(try detail.page(request).lead.map(\.plain).joined().hasPrefix("\(offers) offres"))

    let competency = PageRequest(path: ["competences", family], query: [:])
    let table = try #require(try pages.page(competency).tables.first { $0.id == "carte-table" })
    let row = try #require(table.rows.first { $0[0].text.plain.contains(code) })
    #expect(row[1].value == .text(PageCell.secretWords) && row[2].value == .text(PageCell.secretWords))
    #expect(row[2].text.runs.first?.link == .secrecy)
    let csv = PageCSV.excel(try pages.page(competency), table: "carte-table")
    #expect(csv.contains(PageCell.secretWords) && !csv.contains(";\(offers);"))
    let json = PageJSON.text(try pages.page(competency), fingerprint: "", releases: SampleResult.releases())
    #expect(json.contains("\"\(PageCell.secretWords)\""))
    // The map does not tint what the table keeps back.
    for case .chart(let chart) in try pages.page(competency).sections.flatMap(\.blocks) {
      guard case .tiles(let data) = chart.drawing else { continue }
      let tile = try #require(data.tiles.first { $0.code == code })
      #expect(tile.value == nil && tile.isSecret && tile.text.contains(PageCell.secretWords))
    }
  }

  @Test func whatIsPrintedIsPublishedWhoeverPrintsIt() throws {
    let request = PageRequest(path: ["fiches", "territoire", "departement", "67"], query: [:])
    let a = PageJSON.text(
      try SitePages(world.whole).page(request), fingerprint: "", releases: SampleResult.releases())
    let b = PageJSON.text(
      try SitePages(world.published).page(request), fingerprint: "", releases: SampleResult.releases())
    #expect(a == b)
  }

  @Test func columnsOfFilesStayWhenTheFirstRowIsSecret() {
    let interval = PageCell(
      .share(0.5), PageText(verbatim: "50 %"),
      visual: .interval(share: 0.5, lower: 0.4, upper: 0.6, scale: 1))
    let table = PageTable(
      "t", caption: "T", columns: [.init("nom", "Nom"), .init("besoin", "Besoin", .visual)],
      rows: [[.text("a"), .secret], [.text("b"), interval]])
    var page = SitePage(.home, "Essai")
    page.sections = [SitePage.Section("s", "S", [.table(table)])]
    let lines = PageCSV.excel(page).split(separator: "\r\n")
    #expect(lines.first?.hasSuffix("nom;besoin;besoin_bas;besoin_haut") == true)
    #expect(lines[1] == "a;secret statistique;;" && lines[2] == "b;0,5;0,4;0,6")
  }
}
