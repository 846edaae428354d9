import GRDB
public import Taxonomy

/// What identifies an offer to a reader.
public struct OfferHead: Hashable, Sendable {
  /// Row in the store.
  public let offer: Int64
  /// Name of the feed.
  public let source: String
  /// Identifier given by the source.
  public let identifier: String
  /// Day of creation, when known.
  public let created: CalendarDate?
  /// Title after cleaning.
  public let title: String
  /// Place as the source writes it.
  public let place: String?
}

extension Store {
  /// Heads of offers, in the order given; purged ones are left out.
  public func heads(of offers: [Int64]) throws -> [OfferHead] {
    try read { db in
      let statement = try db.makeStatement(
        sql: """
          SELECT o.identifier, o.created, s.name AS source, t.title, p.label AS place
          FROM offer o JOIN source s ON s.id = o.source JOIN offer_text t ON t.offer = o.id
            LEFT JOIN offer_place p ON p.offer = o.id AND p.ordinal = 0 WHERE o.id = ?
          """)
      return try offers.compactMap { offer in
        try Row.fetchOne(statement, arguments: [offer]).map { row in
          OfferHead(
            offer: offer, source: row["source"], identifier: row["identifier"],
            created: try self.decodeOptional(row, "created") { CalendarDate($0) }, title: row["title"],
            place: row["place"])
        }
      }
    }
  }
}
