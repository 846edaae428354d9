public import Taxonomy

/// Brings tables of training supply into a store.
public struct SupplyImporter {
  /// Name of the table when none is given.
  public static let defaultName = "offre de formation"

  let store: Store
  let today: CalendarDate

  /// Makes the value from its parts.
  public init(store: Store, today: CalendarDate) {
    self.store = store
    self.today = today
  }

  /// Imports files as one table; a table of the same name is replaced.
  ///
  /// - Returns: the journal record (kind `referential`); `failed`, and the old table kept, when nothing could be read.
  public func importFiles(_ paths: [String], name: String = Self.defaultName) throws -> ImportRecord {
    let file = paths.joined(separator: ", ")
    let digest = paths.count == 1 ? InputDigest.digest(paths[0]) : nil
    return try importTable(file, digest: digest, name: name) { try SupplyReader(paths: paths) }
  }

  /// Imports the bytes of one file, as a service gets them.
  public func importBytes(
    _ bytes: [UInt8], file: String, name: String = Self.defaultName
  ) throws -> ImportRecord {
    try importTable(file, digest: SHA256.digest(bytes), name: name) {
      try SupplyReader(bytes: bytes, name: file)
    }
  }

  private func importTable(
    _ file: String, digest: String?, name: String, read: () throws -> SupplyReader
  ) throws -> ImportRecord {
    let id = try store.beginImport(.referential, file: file, digest: digest, today: today)
    do {
      return try keep(try read(), name: name, file: file, id)
    } catch let error as ReadingError {
      return try store.closeFailed(id, error.finding)
    }
  }

  /// One line, its parts in a fixed order.
  private static func canonical(_ line: StoredTraining) -> String {
    let offer = line.offer
    let parts: [String?] = [
      offer.body, offer.siret, offer.certification?.description, offer.block, offer.title, line.place,
      line.territories[.commune], line.territories[.department], line.territories[.region],
      offer.start?.description, offer.end?.description, offer.places.map(String.init),
      offer.formacodes.joined(separator: " "), offer.occupations.map(\.value).joined(separator: " "),
    ]
    return parts.map { $0 ?? "" }.joined(separator: "\u{1F}")
  }

  private func keep(
    _ reader: SupplyReader, name: String, file: String, _ id: Int64
  ) throws -> ImportRecord {
    let places = SupplyPlaces(territories: try store.territories(), communes: try store.communes())
    var lost = 0
    let lines = reader.offers.map { offer in
      let territories = places.find(offer.place)
      if territories.isEmpty { lost += 1 }
      // What is kept is what is compared when the table comes again.
      let kept = TrainingOffer(
        body: offer.body, siret: offer.siret, certification: offer.certification, block: offer.block,
        title: offer.title, start: offer.start, end: offer.end, places: offer.places,
        formacodes: offer.formacodes, occupations: offer.occupations)
      return StoredTraining(source: name, offer: kept, place: offer.place.text, territories: territories)
    }
    let digest = SHA256.digest(Array(lines.map(Self.canonical).joined(separator: "\n").utf8))
    let new = try store.keep(supply: lines, source: name, day: today, digest: digest, import: id)
    var counts = ImportCounts()
    var findings = reader.findings
    if lost > 0 {
      findings.append(
        Finding(
          severity: .warning, code: "FORMATION-008", file: file,
          message:
            "le lieu de \(lost) formation\(lost > 1 ? "s" : "") n’a pas été trouvé\u{A0}; elles ne comptent dans aucun "
            + "territoire.",
          advice: "Donnez le code ou le nom officiel de la commune, du département ou de la région.",
          count: lost))
    }
    counts.count(findings.filter { $0.severity != .record })
    counts.quarantined = reader.rejected
    counts.ingested = new
    counts.duplicates = reader.lines - reader.rejected - new
    try store.journal(counts, findings: findings, import: id)
    return try store.closeFinished(id)
  }
}
