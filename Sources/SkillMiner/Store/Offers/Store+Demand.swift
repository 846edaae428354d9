import Foundation
import GRDB
public import Taxonomy

extension Store: DemandReading {
  /// Calls `body` for each current offer that was read, in ascending row order, on one snapshot of the store, with constant
  /// memory.
  ///
  /// - Parameter occupations: only offers that stand for one of these cards; every offer when `nil`.
  public func forEachDemand(occupations: Set<ROMECode>?, _ body: (DemandRecord) throws -> Void) throws {
    try read { db in
      guard
        let extraction = try Int64.fetchOne(db, sql: "SELECT id FROM extraction WHERE state = 'current'")
      else { return }
      // What was not read yet asks for nothing that is known.
      var filter = "WHERE o.id NOT IN (SELECT offer FROM main.offer_unread)"
      var arguments: StatementArguments = ["extraction": extraction]
      if let occupations {
        let codes = occupations.sorted()
        filter = """
          WHERE o.id IN (SELECT offer FROM offer_occupation WHERE extraction = :extraction
            AND code IN (\(codes.indices.map { ":c\($0)" }.joined(separator: ","))))
          """
        for (index, code) in codes.enumerated() { arguments += ["c\(index)": code.value] }
      }
      let offers = try Row.fetchCursor(
        db,
        sql: """
          SELECT o.id, o.identifier, s.name AS source, o.cluster, o.created, o.employer_key, p.label AS place,
            p.commune, p.basin, p.zone, p.department, p.region, c.code AS occupation, c.origin
          FROM offer o JOIN source s ON s.id = o.source
            LEFT JOIN offer_place p ON p.offer = o.id AND p.ordinal = 0
            LEFT JOIN offer_occupation c ON c.extraction = :extraction AND c.offer = o.id AND c.rank = 0
          \(filter) ORDER BY o.id
          """, arguments: arguments)
      let families = try FamilyReader(extraction: extraction, store: self, db: db)
      while let row = try offers.next() { try body(try record(row, families)) }
    }
  }

  private func record(_ row: Row, _ families: FamilyReader) throws -> DemandRecord {
    let offer: Int64 = row["id"]
    let (demanded, provided) = try families.read(offer)
    var territories: [Territory.Level: String] = [:]
    for (level, column) in Self.placeColumns {
      if let code = row[column] as String? { territories[level] = code }
    }
    let origin = row["origin"] as String?
    return DemandRecord(
      offer: offer, identifier: row["identifier"], source: row["source"], cluster: row["cluster"],
      created: try decodeOptional(row, "created") { CalendarDate($0) },
      occupation: try decodeOptional(row, "occupation") { ROMECode($0) },
      occupationIsDeclared: origin != nil && origin != OfferOccupation.Origin.proposed.rawValue,
      employer: row["employer_key"], place: row["place"], territories: territories, demanded: demanded,
      provided: provided)
  }

  static let placeColumns: [(Territory.Level, String)] = [
    (.commune, "commune"), (.employmentBasin, "basin"), (.employmentZone, "zone"),
    (.department, "department"),
    (.region, "region"),
  ]
}

/// Reads the families of one offer after the other with one prepared statement.
private struct FamilyReader {
  private let statement: Statement
  private let extraction: Int64
  private let path: String
  /// Name of the family of each item.
  private let families: [Int64: String]

  init(extraction: Int64, store: Store, db: Database) throws {
    self.extraction = extraction
    path = store.path
    statement = try db.makeStatement(sql: "SELECT pack FROM mention_pack WHERE extraction = ? AND offer = ?")
    families = try Store.items(db).compactMapValues { item in
      try item.family.flatMap { try store.symbols.text(of: $0, db) }
    }
  }

  func read(_ offer: Int64) throws -> (demanded: [String], provided: [String]) {
    guard let pack = try Data.fetchOne(statement, arguments: [extraction, offer]) else { return ([], []) }
    var demanded = Set<Int64>()
    var provided = Set<Int64>()
    let isWhole = pack.withUnsafeBytes { bytes in
      MentionPack.decode(bytes) { mention in
        if mention.stance.isDemand { demanded.insert(mention.item) }
        if mention.stance == .provided { provided.insert(mention.item) }
      }
    }
    guard isWhole else { throw StoreError.corrupt(path, detail: "mentions de l’offre \(offer)") }
    func names(_ items: Set<Int64>) -> [String] { Set(items.compactMap { families[$0] }).sorted() }
    return (names(demanded), names(provided))
  }
}
