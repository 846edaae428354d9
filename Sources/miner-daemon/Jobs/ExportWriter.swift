import SkillMiner
import NIOCore
import Taxonomy

/// Writes a table of the service into a file, for whoever takes it away whole.
struct ExportWriter {
  /// What can be exported.
  enum Table: String, CaseIterable, Sendable {
    case candidates
    case coverage
    case offers
    case mentions
  }

  let app: ServiceApp
  let report: (String, Int, Int?) throws -> Void

  /// - Returns: what came of it, as a JSON object.
  func write(_ parameters: JobParameters, job: Int64) throws -> String {
    guard let spool = app.spool else { throw JobFailure("Ce service est en lecture seule.") }
    guard let table = parameters.table.flatMap({ Table(rawValue: $0) }) else {
      throw JobFailure("Cette table n’est pas connue.")
    }
    let name = "\(table.rawValue)-\(job).csv"
    let file = try UploadFile(path: spool.export(name + ".part"), limit: Int.max)
    do {
      let rows = try fill(file, table)
      let bytes = file.size
      try file.finish(as: spool.export(name))
      return JSON.object([
        ("file", .string(name)), ("rows", .integer(rows)), ("bytes", .integer(bytes)),
      ]).text
    } catch {
      file.discard()
      if let problem = error as? Problem { throw JobFailure(problem.detail) }
      throw error
    }
  }

  private func fill(_ file: UploadFile, _ table: Table) throws -> Int {
    switch table {
    case .candidates, .coverage:
      guard let published = app.publication.latest else {
        throw JobFailure("La première analyse n’est pas encore faite. Réessayez dans un instant.")
      }
      // Only authorised readers fetch exports.
      let edition = published.edition(for: .fullDetail)
      let rendering = table == .candidates ? edition.candidates : edition.coverage
      let bytes = Array(rendering.csv.readableBytesView)
      try file.append(bytes)
      return max(0, bytes.count { $0 == 0x0A } - 1)
    case .offers:
      return try rows(
        file, ["offre", "source", "identifiant", "intitule", "creation", "metier", "lieu", "departement"]
      ) { offer, _ in [Self.cells(offer) + [offer.place ?? "", offer.department ?? ""]] }
    case .mentions:
      return try rows(
        file,
        [
          "offre", "source", "identifiant", "intitule", "creation", "metier", "champ", "debut", "fin", "code",
          "famille", "nature", "statut", "origine",
        ]
      ) { offer, mentions in
        mentions.map {
          Self.cells(offer) + [
            $0.field.rawValue, String($0.start), String($0.end), $0.code?.description ?? "", $0.family ?? "",
            $0.kind.rawValue, $0.stance.rawValue, $0.origin,
          ]
        }
      }
    }
  }

  private static func cells(_ offer: OfferSummary) -> [String] {
    [
      String(offer.offer), offer.source, offer.identifier, offer.title ?? "",
      offer.created?.description ?? "", offer.occupation?.value ?? "",
    ]
  }

  private func rows(
    _ file: UploadFile, _ header: [String], _ make: (OfferSummary, [Mention]) -> [[String]]
  ) throws -> Int {
    var count = 0
    var offers = 0
    var csv = CSVOutput(header: header)
    var isFirst = true
    func flush() throws {
      // The byte order mark stands at the beginning of the file only.
      try file.append(Array((isFirst ? csv.text[...] : csv.text.dropFirst()).utf8))
      isFirst = false
      csv = CSVOutput(continuing: ())
      try report("exporting", offers, nil)
    }
    try app.store.forEachMentions { offer, mentions in
      for cells in make(offer, mentions) {
        csv.add(cells)
        count += 1
      }
      offers += 1
      if offers % 1000 == 0 { try flush() }
    }
    try flush()
    return count
  }
}
