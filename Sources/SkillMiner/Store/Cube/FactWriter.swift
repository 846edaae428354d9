import Foundation
import GRDB
import Taxonomy

/// Writes facts inside one transaction by the way every offer takes, and leaves them as a purge would: counted, without
/// text.
struct FactWriter {
  /// What mentions of a fact give as their origin.
  static let origin = "cube"

  private let writer: OfferWriter
  private let store: Store
  private let db: Database
  private let extraction: Int64
  private var members: [(offer: Int64, kept: OfferFact.Key)] = []

  init(store: Store, db: Database, importRow: Int64, extraction: Int64) throws {
    self.store = store
    self.db = db
    self.extraction = extraction
    writer = try OfferWriter(store: store, db: db, importRow: importRow, extraction: extraction)
  }

  /// Keeps a fact. A known text is a duplicate, as in any import; when the store has no text of it, what was read in it
  /// is replaced, since another lexicon may have read it.
  mutating func write(_ fact: OfferFact) throws -> OfferWriter.Outcome {
    let outcome = try writer.write(Self.prepared(fact, place: fact.places.first))
    let find = try db.cachedStatement(
      sql: """
        SELECT o.id, o.fingerprint, EXISTS (SELECT 1 FROM offer_body t WHERE t.offer = o.id) AS has_text
        FROM offer o WHERE o.source = (SELECT id FROM source WHERE name = ?) AND o.identifier = ?
        """)
    let found = try Row.fetchOne(find, arguments: [fact.key.source, fact.key.identifier])
    // Another text of it may be the one that counts.
    guard let row = found, row["fingerprint"] as Data == Data(fact.fingerprint) else { return outcome }
    let offer: Int64 = row["id"]
    if outcome != .duplicate {
      try db.cachedStatement(sql: "DELETE FROM offer_body WHERE offer = ?").execute(arguments: [offer])
    } else if row["has_text"] as Bool {
      return outcome
    } else {
      try readAgain(fact, offer: offer)
    }
    for place in fact.places.dropFirst() { _ = try writer.write(Self.prepared(fact, place: place)) }
    if let kept = fact.kept { members.append((offer, kept)) }
    return outcome
  }

  /// Puts near-duplicates together once all facts are written, and ends the writing.
  ///
  /// - Returns: an offer that should have been kept and is not there.
  func linkNearDuplicates() throws -> OfferFact.Key? {
    try writer.finish()
    let find = try db.makeStatement(
      sql: "SELECT id FROM offer WHERE source = (SELECT id FROM source WHERE name = ?) AND identifier = ?")
    let mover = try ClusterMover(db)
    for member in members {
      guard let row = try Int64.fetchOne(find, arguments: [member.kept.source, member.kept.identifier]) else {
        return member.kept
      }
      try mover.move(member.offer, to: row)
    }
    return nil
  }

  private func readAgain(_ fact: OfferFact, offer: Int64) throws {
    let prepared = Self.prepared(fact, place: nil)
    for table in ["mention_pack", "offer_occupation", "cube_fact"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE extraction = ? AND offer = ?")
        .execute(arguments: [extraction, offer])
    }
    try db.cachedStatement(sql: "UPDATE offer SET cluster = id WHERE id = ?").execute(arguments: [offer])
    try store.insert(prepared.occupations, offer: offer, extraction: extraction, db)
    try store.insert(prepared.mentions, offer: offer, extraction: extraction, db)
    try CubeWriter.insertFact(
      offer: offer, extraction: extraction, occupations: prepared.occupations, mentions: prepared.mentions,
      store,
      db)
  }

  private static func prepared(_ fact: OfferFact, place: OfferFact.Place?) -> PreparedOffer {
    var offer = JobOffer(id: fact.key.identifier, source: fact.key.source, title: "", description: "")
    offer.created = fact.created
    offer.updated = fact.updated
    offer.naf = fact.naf
    offer.contract = fact.contract
    offer.place = place?.declared.label
    offer.postcode = place?.declared.postcode
    offer.commune = place?.declared.commune
    offer.latitude = place?.declared.latitude
    offer.longitude = place?.declared.longitude
    var prepared = PreparedOffer(
      offer: offer, fingerprint: fact.fingerprint, employerKey: fact.employer,
      territories: place?.resolved.codes ?? [:], occupations: fact.occupations,
      // Where a mention stood is not known any more.
      mentions: fact.readings.map {
        Mention(
          field: .description, start: 0, end: 0, code: $0.code, family: $0.family, kind: $0.kind,
          stance: $0.stance, origin: origin)
      })
    prepared.resolution = place?.resolved.resolution
    return prepared
  }
}
