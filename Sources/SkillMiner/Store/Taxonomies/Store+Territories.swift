import GRDB
public import Taxonomy

extension Store {
  /// Whether the store has a map.
  public func hasCommunes() throws -> Bool {
    try read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM commune)") ?? false }
  }

  /// Every commune, by ascending code.
  public func communes() throws -> [CommuneRecord] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM commune ORDER BY code").map {
        CommuneRecord(
          code: $0["code"], name: $0["name"], basin: $0["basin"], zone: $0["zone"],
          department: $0["department"],
          region: $0["region"], parent: $0["parent"])
      }
    }
  }

  /// Every territory with its name, by level and code.
  public func territories() throws -> [Territory] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM territory ORDER BY level, code").map {
        Territory(
          level: try self.decode($0, "level") { Territory.Level(rawValue: $0) }, code: $0["code"],
          name: $0["name"])
      }
    }
  }

  /// The region of each département, for those without a commune in the table.
  public func regionOfDepartment() throws -> [String: String] {
    try read { db in
      try Dictionary(
        Row.fetchAll(db, sql: "SELECT code, region FROM department").map {
          ($0[0] as String, $0[1] as String)
        },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// A gazetteer over the map of this store; it knows nothing when no territories were imported.
  public func gazetteer() throws -> Gazetteer {
    Gazetteer(
      communes: try communes(), territories: try territories(), regionOfDepartment: try regionOfDepartment(),
      postcodes: try communePostcodes(), points: try communePoints())
  }

  /// Postcodes of communes, in order.
  public func communePostcodes() throws -> [CommunePostcode] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT postcode, commune FROM commune_postcode ORDER BY postcode, commune")
        .map { CommunePostcode($0[0], $0[1]) }
    }
  }

  /// Coordinates of communes, in order.
  public func communePoints() throws -> [CommunePoint] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT commune, latitude, longitude FROM commune_point ORDER BY commune, latitude, longitude"
      ).compactMap { CommunePoint($0[0], latitude: $0[1], longitude: $0[2]) }
    }
  }

  /// Offers by how their own place was found, surest way first; offers placed before this was kept are left out.
  public func placeResolutions() throws -> [(resolution: Gazetteer.Resolution, offers: Int)] {
    let counts = try read { db in
      try Row.fetchAll(
        db, sql: "SELECT resolution, count(*) FROM offer_place WHERE ordinal = 0 GROUP BY resolution"
      ).map { ($0[0] as String?, $0[1] as Int) }
    }
    return Gazetteer.Resolution.allCases.compactMap { way in
      counts.first { $0.0 == way.rawValue }.map { (way, $0.1) }
    }
  }

  /// Replaces the map and places every stored offer anew, in one transaction.
  ///
  /// - Parameter resolve: codes of a declared place at each level that could be resolved.
  /// - Returns: the number of places of offers.
  @discardableResult
  public func replaceTerritories(
    communes: [CommuneRecord], territories: [Territory], regionOfDepartment: [String: String] = [:],
    postcodes: [CommunePostcode] = [], points: [CommunePoint] = [],
    resolve: (DeclaredPlace) throws -> ResolvedPlace
  ) throws -> Int {
    try write { db in
      try db.execute(
        sql: """
          DELETE FROM commune; DELETE FROM territory; DELETE FROM department;
          DELETE FROM commune_postcode; DELETE FROM commune_point;
          """)
      for pair in postcodes {
        try db.execute(
          sql: "INSERT OR IGNORE INTO commune_postcode VALUES (?, ?)",
          arguments: [pair.postcode, pair.commune])
      }
      for point in points {
        try db.execute(
          sql: "INSERT OR IGNORE INTO commune_point VALUES (?, ?, ?)",
          arguments: [point.commune, point.latitude, point.longitude])
      }
      for (department, region) in regionOfDepartment.sorted(by: { $0.key < $1.key }) {
        try db.execute(sql: "INSERT INTO department VALUES (?, ?)", arguments: [department, region])
      }
      let commune = try db.makeStatement(sql: "INSERT OR IGNORE INTO commune VALUES (?, ?, ?, ?, ?, ?, ?)")
      for item in communes.sorted(by: { $0.code < $1.code }) {
        try commune.execute(arguments: [
          item.code, item.name, item.basin, item.zone, item.department, item.region, item.parent,
        ])
      }
      let territory = try db.makeStatement(sql: "INSERT OR IGNORE INTO territory VALUES (?, ?, ?)")
      for item in territories.sorted() {
        try territory.execute(arguments: [item.level.rawValue, item.code, item.name])
      }
      return try Self.placeOffers(db, resolve)
    }
  }

  /// Offers repeat the same few thousand places: each is resolved once.
  private static func placeOffers(
    _ db: Database, _ resolve: (DeclaredPlace) throws -> ResolvedPlace
  ) throws -> Int {
    let places = try Row.fetchAll(
      db,
      sql: """
        SELECT label, postcode, commune_declared, latitude, longitude, count(*) AS offers FROM offer_place
        GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
        """)
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS temp.place_key;
        CREATE TEMP TABLE place_key AS SELECT * FROM offer_place WHERE 0;
        """)
    var count = 0
    let insert = try db.makeStatement(
      sql: "INSERT INTO place_key VALUES (0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for place in places {
      count += place["offers"] as Int
      let found = try resolve(
        DeclaredPlace(
          label: place["label"], postcode: place["postcode"], commune: place["commune_declared"],
          latitude: place["latitude"], longitude: place["longitude"]))
      let codes = found.codes
      try insert.execute(arguments: [
        place["label"], place["postcode"], place["commune_declared"], place["latitude"] as Double?,
        place["longitude"] as Double?, codes[.commune],
        codes[.employmentBasin],
        codes[.employmentZone], codes[.department], codes[.region], found.resolution?.rawValue,
      ])
    }
    try db.execute(
      sql: """
        CREATE INDEX temp.place_key_label ON place_key (label, postcode, commune_declared, latitude, longitude);
        UPDATE offer_place SET (commune, basin, zone, department, region, resolution) = (
          SELECT k.commune, k.basin, k.zone, k.department, k.region, k.resolution FROM place_key k
          WHERE k.label IS offer_place.label AND k.postcode IS offer_place.postcode
            AND k.commune_declared IS offer_place.commune_declared
            AND k.latitude IS offer_place.latitude AND k.longitude IS offer_place.longitude);
        DROP TABLE temp.place_key;
        """)
    try CubeWriter.placeAll(db)
    return count
  }
}
