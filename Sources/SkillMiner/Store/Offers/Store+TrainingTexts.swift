import GRDB

extension Store {
  /// Distinct offers whose text is kept, in row order: near-duplicates count once.
  func offersToTrainOn() throws -> [Int64] {
    try read {
      try Int64.fetchAll(
        $0,
        sql: """
          SELECT o.id FROM main.offer o WHERE o.cluster = o.id
            AND EXISTS (SELECT 1 FROM main.offer_body b WHERE b.offer = o.id)
          ORDER BY o.id
          """)
    }
  }

  /// Calls `body` with title and description of some offers, in the order given; those purged since are left out.
  func forEachText(of offers: [Int64], _ body: (_ title: String, _ description: String) throws -> Void) throws
  {
    try read { db in
      let statement = try db.makeStatement(
        sql: "SELECT title, description FROM main.offer_text WHERE offer = ?")
      for offer in offers {
        guard let row = try Row.fetchOne(statement, arguments: [offer]) else { continue }
        try body(row[0], row[1])
      }
    }
  }
}
