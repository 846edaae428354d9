import Foundation
import SkillMiner
import Taxonomy
import TestSupport
import Testing

@testable import miner_daemon

/// What is given away: under secrecy, described to the last column, the same whenever it is made.
@Suite struct OpenDataTests {
  private let observatory: Observatory
  private let data: OpenData

  init() throws {
    observatory = try SiteFixture.shared.get().site.observatory
    data = try observatory.openData()
  }

  private func rows(_ name: String, of other: OpenData? = nil) throws -> [[String: String]] {
    let data = other ?? data
    let file = try #require(data.files.first { $0.name == name })
    let reader = try CSVReader(InputMember(name: name, bytes: file.bytes), delimiter: UInt8(ascii: ","))
    var rows: [[String: String]] = []
    while let row = try reader.nextRow() {
      guard case .record(let record) = row else { continue }
      var values: [String: String] = [:]
      for (place, name) in reader.header.names.enumerated() { values[name] = record.value(place) }
      rows.append(values)
    }
    return rows
  }

  @Test(arguments: ["demande-territoires.csv", "demande-metiers.csv", "modules.csv"])
  func smallCellsAreKeptBack(name: String) throws {
    let rows = try rows(name)
    #expect(!rows.isEmpty)
    for row in rows where row["offres"] != "s" {
      let offers = try #require(row["offres"].flatMap { Int($0) })
      let employers = try #require(row["employeurs"].flatMap { Int($0) })
      #expect(offers >= 10 && employers >= 5, "\(row)")
    }
  }

  /// Three offers of one département are kept back, and with them those of the next smallest of its région.
  @Test func noSumTellsWhatIsKeptBack() throws {
    let folder = try ScratchFolder()
    let today = try #require(CalendarDate("2026-11-21"))
    let store = try Store(path: folder.path("m.sqlite"), access: .readWrite)
    let engine = try SiteFixture.shared.get().engine
    _ = try EmbeddedImporter(store: store, overlays: try Overlays.embedded(), today: today).furnish()
    let places = [("67 - STRASBOURG", 40), ("57 - METZ", 25), ("68 - COLMAR", 3), ("69 - LYON", 30)]
    var lines: [String] = []
    for (place, count) in places {
      for n in 0..<count {
        let id = "\(place.prefix(2))-\(n)"
        lines.append(
          #"{"id":"\#(id)","title":"Cariste \#(n)","description":"Mission \#(n * 31) : quai \#(n * 7919 % 1009), client \#(n * 104_729 % 9973), entrepôt \#(id). CACES R489 catégorie 1 exigé.","date_created":"2026-0\#(n % 9 + 1)-11","rome_code":"N1101","location":"\#(place)","company":"Maison \#(n % 17)"}"#
        )
      }
    }
    let path = try folder.write(lines.joined(separator: "\n") + "\n", to: "o.jsonl")
    _ = try OfferImporter(store: store, engine: engine, places: try Workshop.places(of: store), today: today)
      .importFiles([path])
    let data = try OpenData(
      try Observatory(
        store: store, lexicon: engine.lexicon, result: nil, filieres: [], today: today, disclosure: .published
      ))
    let rows = try rows("demande-territoires.csv", of: data).filter { $0["competence"] == "caces-r489" }
    let shown = Dictionary(uniqueKeysWithValues: rows.map { ($0["code"] ?? "", $0["offres"] ?? "") })
    #expect(shown == ["FR": "98", "44": "68", "84": "30", "67": "40", "57": "s", "68": "s", "69": "30"])
  }

  @Test func nobodyIsNamed() throws {
    for file in data.files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for word in ["Société", "ACME", "jean.dupont", "06 12", "\"o1\"", "onerror"] {
        #expect(!text.contains(word), "\(file.name): \(word)")
      }
    }
  }

  @Test func everyFileIsDescribed() throws {
    let file = try #require(data.files.first { $0.name == "datapackage.json" })
    let package = try #require(
      try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.count == 7)
    for resource in resources {
      let other = try #require(data.files.first { $0.name == resource["path"] as? String })
      #expect(resource["hash"] as? String == "sha256:" + SHA256.digest(other.bytes))
      guard other.type == "text/csv" else { continue }
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      let head = String(decoding: other.bytes.prefix { $0 != 0x0D }, as: UTF8.self)
      #expect(head == "\u{FEFF}" + fields.compactMap { $0["name"] as? String }.joined(separator: ","))
    }
    let dictionary = try rows("dictionnaire.csv")
    #expect(
      dictionary.count
        == data.files.filter { $0.name != "dictionnaire.csv" }.reduce(0) { $0 + $1.columns.count })
    #expect(data.month == "2026-11")
    #expect(try OpenData(observatory).files.map(\.bytes) == data.files.map(\.bytes))
  }

  @Test func thePageLeadsToTheFiles() throws {
    let site = try SiteFixture.shared.get().site
    for file in data.files {
      let answer = try #require(try site.answer(path: "/donnees-ouvertes/" + file.name, query: [:]))
      #expect(answer.status == 200 && answer.body == file.bytes && answer.fileName == file.name)
    }
    let other = try #require(try site.answer(path: "/donnees-ouvertes/rien.csv", query: [:]))
    #expect(other.status == 404)
  }
}
