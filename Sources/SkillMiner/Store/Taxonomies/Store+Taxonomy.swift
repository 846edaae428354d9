import GRDB
public import Taxonomy

extension Store {
  /// Keeps a release beside those already there; it counts once an extraction made with it is current.
  ///
  /// - Returns: its row, and whether it was new.
  public func save(_ release: TaxonomyRelease, import id: Int64?) throws -> (row: Int64, isNew: Bool) {
    try write { db in
      let known = try Int64.fetchOne(
        db, sql: "SELECT id FROM release WHERE digest = ?", arguments: [release.digest])
      if let known { return (known, false) }
      try db.execute(
        sql: "INSERT INTO release (name, digest, import) VALUES (?, ?, ?)",
        arguments: [release.name, release.digest, id])
      let row = db.lastInsertedRowID
      try Self.insertItems(of: release, row: row, db)
      try Self.insertLinks(of: release, row: row, db)
      return (row, true)
    }
  }

  /// The release that counts.
  ///
  /// - Throws: `StoreError` of code `noTaxonomy` when none was imported.
  public func release() throws -> TaxonomyRelease {
    try read { db in
      guard
        let row = try Int64.fetchOne(db, sql: "SELECT release FROM extraction WHERE state = 'current'")
      else { throw self.noTaxonomy }
      return try self.release(row, db)
    }
  }

  /// Name and digest of the release that counts; `nil` when there is none.
  public func releaseIdentity() throws -> (name: String, digest: String)? {
    try read { db in
      try Row.fetchOne(
        db,
        sql:
          "SELECT name, digest FROM release WHERE id = (SELECT release FROM extraction WHERE state = 'current')"
      ).map { (name: $0[0], digest: $0[1]) }
    }
  }

  /// Names and digests of all releases kept, in the order they were imported.
  public func releases() throws -> [(name: String, digest: String)] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, digest FROM release ORDER BY id").map {
        (name: $0[0], digest: $0[1])
      }
    }
  }

  /// A release by its name; the latest import of that name.
  ///
  /// - Returns: `nil` when the store holds none.
  public func release(named name: String) throws -> TaxonomyRelease? {
    try read { db in
      try Int64.fetchOne(
        db, sql: "SELECT id FROM release WHERE name = ? ORDER BY id DESC LIMIT 1", arguments: [name]
      ).map { try self.release($0, db) }
    }
  }

  private var noTaxonomy: StoreError {
    StoreError(
      .noTaxonomy, path: path, message: "Aucune taxonomie dans ce magasin.",
      advice: "Importez-en une\u{A0}: «\u{A0}miner-daemon import taxonomy CHEMIN\u{A0}».")
  }

  private func release(_ row: Int64, _ db: Database) throws -> TaxonomyRelease {
    guard let head = try Row.fetchOne(db, sql: "SELECT * FROM release WHERE id = ?", arguments: [row]) else {
      throw noTaxonomy
    }
    func all<Item>(_ table: String, _ make: (Row) throws -> Item) throws -> [Item] {
      var items: [Item] = []
      let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM \(table) WHERE release = ?", arguments: [row])
      while let row = try cursor.next() { items.append(try make(row)) }
      return items
    }
    return TaxonomyRelease(
      name: head["name"], digest: head["digest"],
      occupations: try all("occupation") {
        Occupation(
          code: try decode($0, "code") { ROMECode($0) }, label: $0["label"],
          parent: try decode($0, "parent") { ROMECode($0) })
      },
      appellations: try all("appellation") {
        Appellation(
          code: try ogr($0, "code"), label: $0["label"], shortLabel: $0["short_label"],
          occupation: try decode($0, "occupation") { ROMECode($0) })
      },
      competencies: try all("competency") {
        Competency(
          code: try ogr($0, "code"), label: $0["label"],
          kind: try decode($0, "kind") { Competency.Kind(rawValue: $0) },
          nature: try decode($0, "nature") { Competency.Nature(rawValue: $0) }, category: $0["category"],
          subcategory: $0["subcategory"], macro: try ogrOptional($0, "macro"))
      },
      links: try all("competency_link") {
        CompetencyLink(
          occupation: try decode($0, "occupation") { ROMECode($0) }, competency: try ogr($0, "competency"),
          weight: try decode($0, "weight") { CompetencyLink.Weight(rawValue: $0) })
      },
      mobility: try all("mobility") {
        MobilityLink(
          from: try decode($0, "origin") { ROMECode($0) }, to: try decode($0, "target") { ROMECode($0) },
          rank: $0["rank"])
      },
      sectors: try all("sector_link") {
        SectorLink(division: $0["division"], occupation: try decode($0, "occupation") { ROMECode($0) })
      })
  }

  private static func insertItems(of release: TaxonomyRelease, row: Int64, _ db: Database) throws {
    let occupation = try db.makeStatement(sql: "INSERT INTO occupation VALUES (?, ?, ?, ?)")
    for item in release.occupations {
      try occupation.execute(arguments: [row, item.code.value, item.label, item.parent.value])
    }
    let appellation = try db.makeStatement(sql: "INSERT INTO appellation VALUES (?, ?, ?, ?, ?)")
    for item in release.appellations {
      try appellation.execute(arguments: [
        row, item.code.number, item.label, item.shortLabel, item.occupation.value,
      ])
    }
    let competency = try db.makeStatement(sql: "INSERT INTO competency VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for item in release.competencies {
      try competency.execute(arguments: [
        row, item.code.number, item.label, item.kind.rawValue, item.nature.rawValue, item.category,
        item.subcategory, item.macro?.number,
      ])
    }
  }

  private static func insertLinks(of release: TaxonomyRelease, row: Int64, _ db: Database) throws {
    let link = try db.makeStatement(sql: "INSERT INTO competency_link VALUES (?, ?, ?, ?, ?)")
    for (ordinal, item) in release.links.enumerated() {
      try link.execute(arguments: [
        row, ordinal, item.occupation.value, item.competency.number, item.weight.rawValue,
      ])
    }
    let mobility = try db.makeStatement(sql: "INSERT INTO mobility VALUES (?, ?, ?, ?, ?)")
    for (ordinal, item) in release.mobility.enumerated() {
      try mobility.execute(arguments: [row, ordinal, item.from.value, item.to.value, item.rank])
    }
    let sector = try db.makeStatement(sql: "INSERT INTO sector_link VALUES (?, ?, ?, ?)")
    for (ordinal, item) in release.sectors.enumerated() {
      try sector.execute(arguments: [row, ordinal, item.division, item.occupation.value])
    }
  }
}
