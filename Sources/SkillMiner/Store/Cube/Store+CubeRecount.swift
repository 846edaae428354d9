import GRDB
public import Taxonomy

extension Store {
  /// The cells of the whole cube, cut by every dimension, counted again from offers, places and mentions: what
  /// `cubeCells` must answer, offers whose texts were purged included.
  public func recountCubeCells(level: Territory.Level) throws -> [CubeCell] {
    guard let column = Self.placeColumns.first(where: { $0.0 == level })?.1 else { return [] }
    let demand = Stance.allCases.filter(\.isDemand).map { "'\($0.rawValue)'" }.joined(separator: ",")
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT coalesce(CAST(strftime('%Y', o.created) * 12 + strftime('%m', o.created) - 1 AS TEXT), '?') AS month,
            coalesce(p.code, '?') AS territory, coalesce(nullif(replace(upper(o.naf), '.', ''), ''), '?') AS sector,
            coalesce(c.code, '?') AS occupation, s.name AS source, f.text AS family,
            count(DISTINCT o.cluster) AS offers, count(DISTINCT o.employer_key) AS employers
          FROM mention m JOIN offer o ON o.id = m.offer JOIN source s ON s.id = o.source
            JOIN symbol f ON f.id = m.family JOIN symbol t ON t.id = m.stance AND t.text IN (\(demand))
            LEFT JOIN offer_occupation c ON c.extraction = m.extraction AND c.offer = o.id AND c.rank = 0
            LEFT JOIN (SELECT DISTINCT offer, \(column) AS code FROM offer_place WHERE \(column) <> '') p
              ON p.offer = o.id
          WHERE m.extraction = (SELECT id FROM extraction WHERE state = 'current')
          GROUP BY 1, 2, 3, 4, 5, 6
          """
      ).map { row in
        var key: [CubeDimension: String] = [:]
        for dimension in CubeDimension.allCases {
          key[dimension] = row[dimension.rawValue] as String
        }
        return CubeCell(key: key, offers: row["offers"], employers: row["employers"])
      }.sorted()
    }
  }
}
