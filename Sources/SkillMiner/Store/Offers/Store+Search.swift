import GRDB
import Taxonomy

extension Store {
  /// Rows one page looks at when its filters may leave few: what bounds the time a page takes.
  static let searchSpan: Int64 = 50_000

  /// A page of offers, latest rows first.
  ///
  /// - Parameter before: where the page starts (`next` of the page before); `nil` for the first.
  public func offers(_ search: OfferSearch, before: Int64?, limit: Int) throws -> OfferPage {
    try read { db in
      let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM offer") ?? 0
      let start = min(before ?? Int64.max, last + 1)
      let floor = search.isSparse ? max(0, start - 1 - Self.searchSpan) : 0
      var (conditions, arguments) = try self.conditions(search, db)
      conditions += ["o.id < ?", "o.id > ?"]
      arguments += [start, floor, limit]
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT o.id, s.name AS source, o.identifier, t.title, o.created, c.code AS occupation,
            p.label AS place, p.department
          FROM offer o JOIN source s ON s.id = o.source LEFT JOIN offer_text t ON t.offer = o.id
            LEFT JOIN offer_occupation c ON c.offer = o.id AND c.rank = 0
              AND c.extraction = (SELECT id FROM extraction WHERE state = 'current')
            LEFT JOIN offer_place p ON p.offer = o.id AND p.ordinal = 0
          WHERE \(conditions.joined(separator: " AND ")) ORDER BY o.id DESC LIMIT ?
          """, arguments: arguments)
      let offers = try rows.map { row in
        OfferSummary(
          offer: row["id"], source: row["source"], identifier: row["identifier"], title: row["title"],
          created: try self.decodeOptional(row, "created") { CalendarDate($0) },
          occupation: try self.decodeOptional(row, "occupation") { ROMECode($0) }, place: row["place"],
          department: row["department"])
      }
      let next = offers.count == limit ? offers.last?.offer : floor > 0 ? floor + 1 : nil
      return OfferPage(offers: offers, next: next.flatMap { $0 > 1 ? $0 : nil })
    }
  }

  private func conditions(_ search: OfferSearch, _ db: Database) throws -> ([String], StatementArguments) {
    var conditions: [String] = []
    var arguments: StatementArguments = []
    func add(_ condition: String, _ values: (any DatabaseValueConvertible)?...) {
      conditions.append(condition)
      arguments += StatementArguments(values)
    }
    if let title = search.title {
      var pattern = ""
      for character in title {
        if "%_\\".contains(character) { pattern += "\\" }
        pattern.append(character)
      }
      add("t.title LIKE ? ESCAPE '\\'", "%" + pattern + "%")
    }
    if let occupation = search.occupation { add("c.code = ?", occupation.value) }
    if let source = search.source { add("s.name = ?", source) }
    if let identifier = search.identifier { add("o.identifier = ?", identifier) }
    if let from = search.from { add("o.created >= ?", from.description) }
    if let until = search.until { add("o.created <= ?", until.description) }
    if let territory = search.territory {
      add(
        """
        EXISTS (SELECT 1 FROM cube_territory ct JOIN cube_place cp ON cp.territory = ct.id
          WHERE ct.level = ? AND ct.code = ? AND cp.offer = o.id)
        """, territory.level.rawValue, territory.code)
    }
    if let family = search.family {
      let items = try Int64.fetchAll(
        db, sql: "SELECT id FROM mention_item WHERE family = ?",
        arguments: [try symbols.existing(family, db) ?? -1])
      add(
        """
        EXISTS (SELECT 1 FROM mention_pack m
          WHERE m.extraction = (SELECT id FROM extraction WHERE state = 'current') AND m.offer = o.id
            AND names_item(m.pack, ?))
        """, items.map { String($0) }.joined(separator: ","))
    }
    return (conditions, arguments)
  }
}
