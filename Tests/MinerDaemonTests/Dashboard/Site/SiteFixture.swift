import Foundation
import SkillMiner
import Taxonomy
import TestSupport

@testable import miner_daemon

/// A small store with offers of two years, made once for all tests of the site.
final class SiteFixture: Sendable {
  static let shared = Result { try SiteFixture() }

  let folder: ScratchFolder
  let site: Site
  let engine: ReadingEngine

  private init() throws {
    guard let today = CalendarDate("2026-11-21") else { throw Failure() }
    folder = try ScratchFolder()
    let store = try Store(path: folder.path("site.sqlite"), access: .readWrite)
    _ = try EmbeddedImporter(store: store, overlays: try Overlays.embedded(), today: today).furnish()
    _ = try ReferentialImporter(store: store, today: today)
      .importCertifications(try EmbeddedTaxonomy.certifications(), file: "taxonomy-data/certifications")
    let path = try folder.write(Self.offers(), to: "offres.jsonl")
    engine = try Workshop.engine(of: store)
    _ = try OfferImporter(store: store, engine: engine, places: try Workshop.places(of: store), today: today)
      .importFiles([path])
    let result = try AnalysisRun.result(of: store, parameters: AnalysisParameters(), today: today)
    site = try Site(
      try Observatory(
        store: store, lexicon: engine.lexicon, result: result, filieres: EmbeddedFilieres.all(), today: today,
        disclosure: .fullDetail))
  }

  struct Failure: Error {}

  /// The address of a competency that some months ask for few times: a driving licence.
  var scarce: String {
    get throws {
      let list = try site.answer(path: "/competences", query: [:])
      let html = String(decoding: list?.body ?? [], as: UTF8.self)
      guard let link = html.firstMatch(of: /href="(\/competences\/[^"?]*permis[^"?]*)"/) else {
        throw Failure()
      }
      return String(link.1)
    }
  }

  /// One hostile offer among ordinary ones.
  private static func offers() -> String {
    let wishes = [
      "CACES R489 catégorie 1 exigé.", "Vous tenez l’inventaire.", "Permis B souhaité.",
      "Maîtrise d’Excel exigée.",
    ]
    let places = ["67 - ERSTEIN", "67 - STRASBOURG", "57 - METZ", "69 - LYON"]
    var lines: [String] = []
    for n in 0..<240 {
      let month = n % 24
      let date = "\(2025 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)-1\(n % 9)"
      let text =
        "Mission \(n) : préparer les commandes du client \(n * 7919 % 1009), quai \(n % 13). "
        + wishes.enumerated().filter { (n + $0.offset * n / 3) % 3 == 0 }.map(\.element).joined(
          separator: " ")
      lines.append(
        #"{"id":"o\#(n)","title":"Préparateur de commandes \#(n)","description":"\#(text)","date_created":"\#(date)","rome_code":"N1103","location":"\#(places[n % 4])","company":"Société \#(n % 37)"}"#
      )
    }
    lines.append(
      #"{"id":"<script>alert(1)</script>","title":"<b>Préparateur</b> & \"co\" '\u0007","description":"CACES R489 exigé </script><img src=x onerror=alert(1)> jean.dupont@example.org 06 12 34 56 78","date_created":"2024-12-01","rome_code":"N1103","location":"67 - <i>ERSTEIN</i>","company":"ACME"}"#
    )
    return lines.joined(separator: "\n") + "\n"
  }
}
