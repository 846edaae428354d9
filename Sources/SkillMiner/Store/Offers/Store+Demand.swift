import GRDB
public import Taxonomy

extension Store: DemandReading {
  /// Calls `body` for each current offer in ascending row order, on one snapshot of the store, with constant memory.
  ///
  /// - Parameter occupations: only offers that stand for one of these cards; every offer when `nil`.
  public func forEachDemand(occupations: Set<ROMECode>?, _ body: (DemandRecord) throws -> Void) throws {
    try read { db in
      guard
        let extraction = try Int64.fetchOne(db, sql: "SELECT id FROM extraction WHERE state = 'current'")
      else { return }
      var filter = ""
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
      let families = try FamilyReader(extraction: extraction, symbols: symbols, db: db)
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
  private let symbols: SymbolTable
  private let db: Database
  private let extraction: Int64
  private let demand: Set<Int64>
  private let provided: Int64?

  init(extraction: Int64, symbols: SymbolTable, db: Database) throws {
    self.extraction = extraction
    self.symbols = symbols
    self.db = db
    statement = try db.makeStatement(
      sql: "SELECT family, stance FROM mention WHERE extraction = ? AND offer = ? AND family IS NOT NULL")
    demand = try Set(Stance.allCases.filter(\.isDemand).compactMap { try symbols.existing($0.rawValue, db) })
    provided = try symbols.existing(Stance.provided.rawValue, db)
  }

  func read(_ offer: Int64) throws -> (demanded: [String], provided: [String]) {
    var demandedRows = Set<Int64>()
    var providedRows = Set<Int64>()
    let rows = try Row.fetchCursor(statement, arguments: [extraction, offer])
    while let row = try rows.next() {
      let family: Int64 = row[0]
      let stance: Int64 = row[1]
      if demand.contains(stance) { demandedRows.insert(family) }
      if stance == provided { providedRows.insert(family) }
    }
    func names(_ rows: Set<Int64>) throws -> [String] {
      try rows.compactMap { try symbols.text(of: $0, db) }.sorted()
    }
    return (try names(demandedRows), try names(providedRows))
  }
}
