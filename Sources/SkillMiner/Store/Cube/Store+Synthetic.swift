import Foundation
import GRDB
package import Taxonomy

/// A made-up offer: what the cube counts of one, without any text. For measurements of speed alone.
package struct SyntheticOffer: Sendable {
  /// Identifier in its feed.
  package let identifier: String
  /// Name of the feed.
  package let source: String
  /// Day of creation.
  package let created: CalendarDate
  /// Key of the employer.
  package let employer: String?
  /// Card.
  package let occupation: ROMECode?
  /// Families asked for.
  package let families: [String]
  /// Codes of the place.
  package let territories: [Territory.Level: String]

  /// Makes the value from its parts.
  package init(
    identifier: String, source: String, created: CalendarDate, employer: String?, occupation: ROMECode?,
    families: [String], territories: [Territory.Level: String]
  ) {
    self.identifier = identifier
    self.source = source
    self.created = created
    self.employer = employer
    self.occupation = occupation
    self.families = families
    self.territories = territories
  }
}

extension Store {
  /// Adds made-up offers and their facts by the way every import takes (`CubeWriter`), in one transaction.
  package func keep(synthetic offers: [SyntheticOffer], import id: Int64, extraction: Int64) throws {
    try write { db in
      let source = try db.makeStatement(sql: "INSERT OR IGNORE INTO source (name) VALUES (?)")
      let head = try db.makeStatement(
        sql: """
          INSERT INTO offer (source, identifier, import, fingerprint, cluster, created, employer_key)
          VALUES ((SELECT id FROM source WHERE name = ?), ?, ?, x'', 0, ?, ?)
          """)
      let own = try db.makeStatement(sql: "UPDATE offer SET cluster = id WHERE id = ?")
      var places = PlaceRows()
      for offer in offers {
        try source.execute(arguments: [offer.source])
        try head.execute(arguments: [
          offer.source, offer.identifier, id, offer.created.description,
          offer.employer.map(EmployerDigest.of),
        ])
        let row = db.lastInsertedRowID
        try own.execute(arguments: [row])
        let families = try Set(offer.families.map { try symbols.number(of: $0, db) })
        try CubeWriter.insertFact(
          offer: row, extraction: extraction, occupation: offer.occupation?.value,
          families: families.sorted(), db)
        try places.add(offer: row, territories: offer.territories, self, db)
      }
      try places.flush(db)
    }
  }
}
