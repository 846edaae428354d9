import GRDB
import Taxonomy

/// Rows of `cube_place` on their way: written many at a time and in the order of their table, so that each of its pages
/// is touched once a batch and not once an offer.
struct PlaceRows {
  private struct Pair: Comparable {
    let territory: Int64
    let offer: Int64

    static func < (a: Pair, b: Pair) -> Bool { (a.territory, a.offer) < (b.territory, b.offer) }
  }

  /// Rows of one statement.
  private static let several = 64

  private var waiting: [Pair] = []

  /// Adds the territories of one place of an offer.
  mutating func add(offer: Int64, territories: [Territory.Level: String], _ store: Store, _ db: Database)
    throws
  {
    try CubeWriter.forEachTerritory(territories, store, db) {
      waiting.append(Pair(territory: $0, offer: offer))
    }
  }

  /// Writes what was added; rows that are there already stay.
  mutating func flush(_ db: Database) throws {
    guard !waiting.isEmpty else { return }
    waiting.sort()
    var start = 0
    func insert(_ count: Int, _ statement: inout BoundStatement) throws {
      for pair in waiting[start..<start + count] {
        statement.bind(pair.territory)
        statement.bind(pair.offer)
      }
      try statement.run()
      start += count
    }
    if waiting.count >= Self.several {
      let rows = repeatElement("(?, ?)", count: Self.several).joined(separator: ", ")
      var many = try BoundStatement(db, sql: "INSERT OR IGNORE INTO cube_place VALUES \(rows)")
      while waiting.count - start >= Self.several { try insert(Self.several, &many) }
    }
    var one = try BoundStatement(db, sql: "INSERT OR IGNORE INTO cube_place VALUES (?, ?)")
    while start < waiting.count { try insert(1, &one) }
    waiting.removeAll(keepingCapacity: true)
  }
}
