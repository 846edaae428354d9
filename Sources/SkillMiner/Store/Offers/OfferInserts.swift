import Foundation
import GRDB
import Taxonomy

/// The statements that each new offer needs, prepared once a batch.
struct OfferInserts {
  private var head: BoundStatement
  private var body: BoundStatement
  private var item: BoundStatement
  private var place: BoundStatement
  private var url: BoundStatement
  private var unread: BoundStatement

  init(_ db: Database) throws {
    // What the source and identifier of a row say is said by its index: no need to ask before.
    head = try BoundStatement(
      db,
      sql: """
        INSERT INTO offer (created, updated, occupation_declared, occupation_label, appellation, employer,
          employer_key, naf, sector_label, contract, experience, qualification, positions,
          id, cluster, source, identifier, import, fingerprint)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source, identifier) DO NOTHING
        """)
    body = try BoundStatement(db, sql: "INSERT OR REPLACE INTO offer_body VALUES (?, ?, ?)")
    item = try BoundStatement(db, sql: "INSERT INTO offer_item VALUES (?, ?, ?, ?, ?, ?)")
    place = try BoundStatement(
      db, sql: "INSERT INTO offer_place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    url = try BoundStatement(db, sql: "INSERT INTO offer_url VALUES (?, ?, ?)")
    unread = try BoundStatement(db, sql: "INSERT OR IGNORE INTO offer_unread VALUES (?)")
  }

  /// Inserts an offer as row `row`, unless the source has one of its identifier: `Database.changesCount` tells.
  mutating func insert(_ prepared: PreparedOffer, row: Int64, source: Int64, import importRow: Int64) throws {
    Self.bindFacts(of: prepared, to: &head)
    head.bind(row)
    head.bind(row)
    head.bind(source)
    head.bind(prepared.offer.id)
    head.bind(importRow)
    head.bind(bytes: prepared.fingerprint)
    try head.run()
  }

  /// Binds what is known of an offer apart from its texts, in the order of the columns.
  static func bindFacts(of prepared: PreparedOffer, to statement: inout BoundStatement) {
    let offer = prepared.offer
    statement.bind(offer.created?.description)
    statement.bind(offer.updated?.description)
    statement.bind(offer.occupation?.value)
    statement.bind(offer.occupationLabel)
    statement.bind(offer.appellation)
    statement.bind(offer.employer)
    statement.bind(prepared.employerKey)
    statement.bind(offer.naf)
    statement.bind(offer.sectorLabel)
    statement.bind(offer.contract)
    statement.bind(offer.experience)
    statement.bind(offer.qualification)
    statement.bind(offer.positions)
  }

  /// Keeps the texts, in place of those of the row if there are any.
  mutating func keepText(title: String, packed: some ContiguousBytes, row: Int64) throws {
    body.bind(row)
    body.bind(title)
    body.bind(bytes: packed)
    try body.run()
  }

  /// Keeps what the employer ticked or listed.
  mutating func keepLists(_ offer: JobOffer, row: Int64) throws {
    for (ordinal, declared) in offer.declared.enumerated() {
      try keep(
        "competency", ordinal, declared.label, code: declared.code.map { Int($0.number) },
        required: declared.required.map { $0 ? 1 : 0 }, row: row)
    }
    try keep("soft-skill", offer.softSkills, row: row)
    try keep("training", offer.trainings, row: row)
    try keep("language", offer.languages, row: row)
    try keep("licence", offer.licences, row: row)
  }

  private mutating func keep(_ role: String, _ labels: [String], row: Int64) throws {
    for (ordinal, label) in labels.enumerated() { try keep(role, ordinal, label, row: row) }
  }

  private mutating func keep(
    _ role: String, _ ordinal: Int, _ label: String, code: Int? = nil, required: Int? = nil, row: Int64
  ) throws {
    item.bind(row)
    item.bind(role)
    item.bind(ordinal)
    item.bind(code)
    item.bind(label)
    item.bind(required)
    try item.run()
  }

  /// Keeps a place as the source gives it, and what it was resolved to.
  mutating func keepPlace(_ prepared: PreparedOffer, ordinal: Int, row: Int64) throws {
    let offer = prepared.offer
    place.bind(row)
    place.bind(ordinal)
    place.bind(offer.place)
    place.bind(offer.postcode)
    place.bind(offer.commune)
    place.bind(offer.latitude)
    place.bind(offer.longitude)
    for level in [Territory.Level.commune, .employmentBasin, .employmentZone, .department, .region] {
      place.bind(prepared.territories[level])
    }
    place.bind(prepared.resolution?.rawValue)
    try place.run()
  }

  mutating func keepURL(_ text: String, ordinal: Int, row: Int64) throws {
    url.bind(row)
    url.bind(ordinal)
    url.bind(text)
    try url.run()
  }

  /// Notes that a text has still to be read.
  mutating func keepUnread(row: Int64) throws {
    unread.bind(row)
    try unread.run()
  }
}
