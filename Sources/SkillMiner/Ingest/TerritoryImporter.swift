public import Taxonomy

/// Brings tables of territories into a store and places every stored offer anew.
public struct TerritoryImporter {
  let store: Store
  let today: CalendarDate

  /// Makes the value from its parts.
  public init(store: Store, today: CalendarDate) {
    self.store = store
    self.today = today
  }

  /// Imports tables that belong together: they replace the map as a whole, and the sectors of the NAF where one has them.
  /// Tables of sectors alone leave the map as it is.
  ///
  /// - Returns: the journal record; `failed` when no map could be read, and then the one in place stays.
  public func importFiles(_ paths: [String]) throws -> ImportRecord {
    let id = try store.beginImport(
      .territories, file: paths.joined(separator: ", "),
      digest: paths.count == 1 ? InputDigest.digest(paths[0]) : nil,
      today: today)
    do {
      let (tables, findings) = try TerritoryReader.read(paths: paths)
      return try keep(tables, findings: findings, import: id)
    } catch let error as ReadingError {
      return try store.closeFailed(id, error.finding)
    }
  }

  /// Imports tables at hand, such as the embedded ones.
  public func importTables(_ tables: TerritoryTables, file: String) throws -> ImportRecord {
    let id = try store.beginImport(.territories, file: file, digest: nil, today: today)
    return try keep(tables, findings: [], import: id)
  }

  private func keep(_ tables: TerritoryTables, findings: [Finding], import id: Int64) throws -> ImportRecord {
    var counts = ImportCounts()
    counts.count(findings)
    if !tables.sectors.isEmpty {
      if try store.keep(sectors: tables.sectors) {
        counts.ingested += tables.sectors.count
      } else {
        counts.duplicates += tables.sectors.count
      }
    }
    let records =
      tables.communes.count + tables.territories.count + tables.postcodes.count + tables.points.count
    if tables.communes.isEmpty {
      // Sectors alone.
    } else if try store.communes() == tables.communes.sorted(by: { $0.code < $1.code }),
      try Set(store.territories()) == Set(tables.territories),
      try store.communePostcodes() == tables.postcodes, try store.communePoints() == tables.points
    {
      // The same map again: nothing to place anew.
      counts.duplicates += records
    } else {
      let places = PlaceResolver(gazetteer: tables.gazetteer)
      try store.replaceTerritories(
        communes: tables.communes, territories: tables.territories,
        regionOfDepartment: tables.regionOfDepartment, postcodes: tables.postcodes, points: tables.points,
        resolve: places.resolve)
      counts.ingested += records
    }
    try store.journal(counts, findings: findings, import: id)
    return try store.closeFinished(id)
  }
}
