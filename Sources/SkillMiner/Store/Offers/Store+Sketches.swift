import Foundation
import GRDB
import Taxonomy

extension Store {
  /// Setting that holds the row up to which offers were compared with each other.
  static let comparedKey = "near-duplicates.compared"

  /// What there is to compare: offers that are new or whose text changed since the last time.
  struct Uncompared {
    /// Rows up to this one were compared, those in `changed` apart.
    var compared: Int64 = 0
    var changed: [Int64] = []
    /// Last row there is.
    var last: Int64 = 0
  }

  func uncompared() throws -> Uncompared {
    try read { db in
      Uncompared(
        compared: try String.fetchOne(
          db, sql: "SELECT value FROM setting WHERE key = ?", arguments: [Self.comparedKey]
        ).flatMap { Int64($0) } ?? 0,
        changed: try Int64.fetchAll(db, sql: "SELECT offer FROM main.offer_changed ORDER BY offer"),
        last: try Int64.fetchOne(db, sql: "SELECT max(id) FROM main.offer") ?? 0)
    }
  }

  /// Calls `body` with each offer that has a text with words and its sketch, in row order.
  func forEachSketch(_ body: (Int64, OfferSketch) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT chunk, sketches FROM main.offer_sketches ORDER BY chunk")
      while let row = try rows.next() {
        let first = (row[0] as Int64) * SketchWriter.chunk
        try row.withUnsafeData(atIndex: 1) { data in
          try (data ?? Data()).withUnsafeBytes { bytes in
            for place in 0..<bytes.count / OfferSketch.size {
              let start = place * OfferSketch.size
              let sketch = OfferSketch(stored: .init(rebasing: bytes[start..<start + OfferSketch.size]))
              if sketch.hasWords { try body(first + Int64(place), sketch) }
            }
          }
        }
      }
    }
  }

  /// Offers that do not stand alone, with the row of the kept one.
  func clustered() throws -> [(offer: Int64, kept: Int64)] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT id, cluster FROM offer WHERE cluster <> id ORDER BY id")
        .map { ($0[0], $0[1]) }
    }
  }

  /// Days of creation of some offers.
  func created(_ offers: [Int64]) throws -> [Int64: CalendarDate] {
    try read { db in
      let find = try db.makeStatement(sql: "SELECT created FROM offer WHERE id = ?")
      var days: [Int64: CalendarDate] = [:]
      for offer in offers {
        if let row = try Row.fetchOne(find, arguments: [offer]) {
          days[offer] = try decodeOptional(row, "created") { CalendarDate($0) }
        }
      }
      return days
    }
  }

  /// Moves offers into the clusters found for them and remembers what was compared, in one transaction.
  func keepClusters(_ moved: [(offer: Int64, kept: Int64)], compared: Uncompared) throws {
    try write { db in
      let mover = try ClusterMover(db)
      for (offer, kept) in moved { try mover.move(offer, to: kept) }
      let done = try db.makeStatement(sql: "DELETE FROM offer_changed WHERE offer = ?")
      for offer in compared.changed { try done.execute(arguments: [offer]) }
      try Self.set(Self.comparedKey, to: String(compared.last), db)
    }
  }
}
