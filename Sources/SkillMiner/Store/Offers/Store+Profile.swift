import GRDB
public import Taxonomy

extension Store {
  /// Counts what rules judge stored offers by.
  ///
  /// - Parameter naf: what sector codes are held against.
  public func profile(naf: NAFNomenclature) throws -> OfferProfile {
    var profile = OfferProfile()
    profile.naf = naf
    profile.places = try placeResolutions()
    try read { db in
      profile.offers = try Int.fetchOne(db, sql: "SELECT count(*) FROM offer") ?? 0
      profile.withoutOccupation =
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM offer WHERE id NOT IN (SELECT offer FROM offer_occupation
              WHERE extraction = (SELECT id FROM extraction WHERE state = 'current'))
            """) ?? 0
      profile.sources = try Self.sources(db)
      profile.strata = try Row.fetchAll(
        db,
        sql: """
          SELECT code, sum(n) AS offers, max(CASE WHEN employer_key IS NULL THEN 0 ELSE n END) AS largest FROM (
            SELECT c.code, o.employer_key, count(*) AS n
            FROM offer_occupation c JOIN offer o ON o.id = c.offer
            WHERE c.rank = 0 AND c.extraction = (SELECT id FROM extraction WHERE state = 'current')
            GROUP BY c.code, o.employer_key)
          GROUP BY code ORDER BY code
          """
      ).map { OfferProfile.Stratum(occupation: $0[0], offers: $0[1], largestEmployer: $0[2]) }
      profile.sectors = try Self.counts(
        db, "SELECT naf, count(*) AS n FROM offer WHERE naf IS NOT NULL GROUP BY naf ORDER BY n DESC, naf")
      profile.unknownCommunes = try Self.counts(
        db,
        """
        SELECT commune_declared, count(*) AS n FROM offer_place
        WHERE commune_declared IS NOT NULL AND upper(commune_declared) NOT IN (SELECT code FROM commune)
        GROUP BY 1 ORDER BY n DESC, 1
        """)
    }
    return profile
  }

  private static func sources(_ db: Database) throws -> [OfferProfile.Source] {
    var sources: [OfferProfile.Source] = []
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.name, substr(o.created, 1, 7) AS month, count(*) FROM offer o JOIN source s ON s.id = o.source
        WHERE o.created IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
        """)
    for row in rows {
      guard let day = CalendarDate((row[1] as String) + "-01") else { continue }
      if sources.last?.name != row[0] { sources.append(OfferProfile.Source(name: row[0], months: [:])) }
      sources[sources.count - 1].months[day.monthIndex] = row[2]
    }
    return sources
  }

  private static func counts(_ db: Database, _ sql: String) throws -> [(code: String, offers: Int)] {
    try Row.fetchAll(db, sql: sql).map { (code: $0[0], offers: $0[1]) }
  }
}
