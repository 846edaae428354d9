import Foundation
import GRDB
import Taxonomy

/// Writes offers inside one transaction and decides what each of them is to the store.
struct OfferWriter {
  /// What a record turned out to be.
  enum Outcome {
    case new
    case newVersion
    case duplicate
  }

  let store: Store
  let db: Database
  /// Row of the journal.
  let importRow: Int64
  let extraction: Int64

  /// A known text of a known identifier is a duplicate, be it an older text: importing a file twice changes nothing.
  /// A new text counts from now on, unless its own date says that it is older than the one that counts.
  func write(_ prepared: PreparedOffer) throws -> Outcome {
    let source = try sourceRow(prepared.offer.source)
    let find = try db.cachedStatement(
      sql: "SELECT id, fingerprint, versions, created, updated FROM offer WHERE source = ? AND identifier = ?"
    )
    guard let known = try Row.fetchOne(find, arguments: [source, prepared.offer.id]) else {
      try insertNew(prepared, source: source)
      return .new
    }
    let offer: Int64 = known["id"]
    let fingerprint = Data(prepared.fingerprint)
    if fingerprint == known["fingerprint"] as Data {
      try keepFurtherPlace(prepared, offer: offer)
      return .duplicate
    }
    let isJournaled = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM offer_version WHERE offer = ? AND fingerprint = ?"),
      arguments: [offer, fingerprint])
    if isJournaled != nil { return .duplicate }

    let version = (known["versions"] as Int) + 1
    if Self.isOlder(prepared.offer, than: known) {
      try journalLate(prepared, offer: offer, version: version)
    } else {
      try replace(offer, by: prepared, version: version)
    }
    return .newVersion
  }

  private static func isOlder(_ offer: JobOffer, than known: Row) -> Bool {
    guard let new = (offer.updated ?? offer.created)?.description,
      let old = (known["updated"] as String?) ?? (known["created"] as String?)
    else { return false }
    return new < old
  }

  private func sourceRow(_ name: String) throws -> Int64 {
    let find = try db.cachedStatement(sql: "SELECT id FROM source WHERE name = ?")
    if let known = try Int64.fetchOne(find, arguments: [name]) { return known }
    try db.execute(sql: "INSERT INTO source (name) VALUES (?)", arguments: [name])
    return db.lastInsertedRowID
  }

  private func insertNew(_ prepared: PreparedOffer, source: Int64) throws {
    try db.cachedStatement(
      sql: "INSERT INTO offer (source, identifier, import, fingerprint, cluster) VALUES (?, ?, ?, ?, 0)"
    ).execute(arguments: [source, prepared.offer.id, importRow, Data(prepared.fingerprint)])
    let offer = db.lastInsertedRowID
    try db.cachedStatement(sql: "UPDATE offer SET cluster = id WHERE id = ?").execute(arguments: [offer])
    try db.cachedStatement(sql: "INSERT INTO offer_text VALUES (?, ?, ?)")
      .execute(arguments: [offer, prepared.offer.title, prepared.offer.description])
    try setFacts(offer, prepared)
    try insertPlace(prepared, offer: offer, ordinal: 0)
    if let url = prepared.offer.url { try insertURL(url, offer: offer, ordinal: 0) }
  }

  private func replace(_ offer: Int64, by prepared: PreparedOffer, version: Int) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO offer_version
        SELECT o.id, o.version, o.import, o.fingerprint, o.created, o.updated, coalesce(t.title, ''),
          coalesce(t.description, '')
        FROM offer o LEFT JOIN offer_text t ON t.offer = o.id WHERE o.id = ?
        """
    ).execute(arguments: [offer])
    try db.cachedStatement(
      sql: "UPDATE offer SET version = ?1, versions = ?1, import = ?2, fingerprint = ?3 WHERE id = ?4"
    ).execute(arguments: [version, importRow, Data(prepared.fingerprint), offer])
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO offer_text VALUES (?, ?, ?)")
      .execute(arguments: [offer, prepared.offer.title, prepared.offer.description])
    for table in ["offer_item", "offer_place", "offer_url"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE offer = ?").execute(arguments: [offer])
    }
    try CubeWriter.forget(offer: offer, extraction: extraction, db)
    for table in ["mention", "offer_occupation"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE extraction = ? AND offer = ?")
        .execute(arguments: [extraction, offer])
    }
    try setFacts(offer, prepared)
    try insertPlace(prepared, offer: offer, ordinal: 0)
    if let url = prepared.offer.url { try insertURL(url, offer: offer, ordinal: 0) }
  }

  private func journalLate(_ prepared: PreparedOffer, offer: Int64, version: Int) throws {
    try db.cachedStatement(sql: "INSERT INTO offer_version VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(
      arguments: [
        offer, version, importRow, Data(prepared.fingerprint), prepared.offer.created?.description,
        prepared.offer.updated?.description, prepared.offer.title, prepared.offer.description,
      ])
    try db.cachedStatement(sql: "UPDATE offer SET versions = ? WHERE id = ?").execute(arguments: [
      version, offer,
    ])
  }

  private func setFacts(_ row: Int64, _ prepared: PreparedOffer) throws {
    let offer = prepared.offer
    try db.cachedStatement(
      sql: """
        UPDATE offer SET created = ?, updated = ?, occupation_declared = ?, occupation_label = ?, appellation = ?,
          employer = ?, employer_key = ?, naf = ?, sector_label = ?, contract = ?, experience = ?,
          qualification = ?, positions = ? WHERE id = ?
        """
    ).execute(arguments: [
      offer.created?.description, offer.updated?.description, offer.occupation?.value, offer.occupationLabel,
      offer.appellation, offer.employer, prepared.employerKey.map(EmployerDigest.of), offer.naf,
      offer.sectorLabel, offer.contract,
      offer.experience, offer.qualification, offer.positions, row,
    ])
    let item = try db.cachedStatement(sql: "INSERT INTO offer_item VALUES (?, ?, ?, ?, ?, ?)")
    for (ordinal, declared) in offer.declared.enumerated() {
      try item.execute(arguments: [
        row, "competency", ordinal, declared.code?.number, declared.label, declared.required,
      ])
    }
    let lists = [
      ("soft-skill", offer.softSkills), ("training", offer.trainings), ("language", offer.languages),
      ("licence", offer.licences),
    ]
    for (role, labels) in lists {
      for (ordinal, label) in labels.enumerated() {
        try item.execute(arguments: [row, role, ordinal, nil, label, nil])
      }
    }
    try store.insert(prepared.occupations, offer: row, extraction: extraction, db)
    try store.insert(prepared.mentions, offer: row, extraction: extraction, db)
    try CubeWriter.insertFact(
      offer: row, extraction: extraction, occupations: prepared.occupations, mentions: prepared.mentions,
      symbols: store.symbols, db)
  }

  private func insertPlace(_ prepared: PreparedOffer, offer: Int64, ordinal: Int) throws {
    let declared = prepared.offer
    let territories = prepared.territories
    try db.cachedStatement(sql: "INSERT INTO offer_place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        offer, ordinal, declared.place, declared.postcode, declared.commune, declared.latitude,
        declared.longitude, territories[.commune], territories[.employmentBasin],
        territories[.employmentZone],
        territories[.department], territories[.region], prepared.resolution?.rawValue,
      ])
    try CubeWriter.insertPlaces(offer: offer, territories: territories, db)
  }

  private func insertURL(_ url: String, offer: Int64, ordinal: Int) throws {
    try db.cachedStatement(sql: "INSERT INTO offer_url VALUES (?, ?, ?)").execute(arguments: [
      offer, ordinal, url,
    ])
  }

  /// A duplicate may stand elsewhere or come from another address; the offer keeps them, each once.
  private func keepFurtherPlace(_ prepared: PreparedOffer, offer: Int64) throws {
    let declared = prepared.offer
    if declared.place != nil || declared.postcode != nil || declared.commune != nil {
      let known = try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT 1 FROM offer_place
            WHERE offer = ? AND label IS ? AND postcode IS ? AND commune_declared IS ?
            """), arguments: [offer, declared.place, declared.postcode, declared.commune])
      if known == nil { try insertPlace(prepared, offer: offer, ordinal: try next("offer_place", offer)) }
    }
    if let url = declared.url {
      let known = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM offer_url WHERE offer = ? AND url = ?"),
        arguments: [offer, url])
      if known == nil { try insertURL(url, offer: offer, ordinal: try next("offer_url", offer)) }
    }
  }

  private func next(_ table: String, _ offer: Int64) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT coalesce(max(ordinal) + 1, 0) FROM \(table) WHERE offer = ?")
    return try Int.fetchOne(statement, arguments: [offer]) ?? 0
  }
}
