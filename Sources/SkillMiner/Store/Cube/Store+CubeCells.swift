import GRDB
public import Taxonomy

extension Store {
  /// Counts of every cell of a scope that is not empty, in ascending order.
  ///
  /// - Parameters:
  ///   - dimensions: what cells are cut by.
  ///   - level: size of the territories, when they are a dimension.
  public func cubeCells(
    _ scope: CubeScope, by dimensions: Set<CubeDimension>, level: Territory.Level = .department
  ) throws -> [CubeCell] {
    let columns = try cube(scope)
    let places = dimensions.contains(.territory) ? try placesOfOffers(level) : [:]
    struct Tally {
      var offers = Set<Int64>()
      var employers = Set<Int32>()
    }
    var tallies: [[CubeDimension: String]: Tally] = [:]
    for index in 0..<columns.count {
      var key: [CubeDimension: String] = [:]
      if dimensions.contains(.month) {
        key[.month] = columns.months[index] < 0 ? "?" : String(columns.months[index])
      }
      if dimensions.contains(.sector) {
        key[.sector] = columns.sectors[index] < 0 ? "?" : columns.sectorCodes[Int(columns.sectors[index])]
      }
      if dimensions.contains(.occupation) {
        let occupation = columns.occupations[index]
        key[.occupation] = occupation < 0 ? "?" : columns.occupationCodes[Int(occupation)].value
      }
      if dimensions.contains(.source) { key[.source] = columns.sourceNames[Int(columns.sources[index])] }
      let territories = dimensions.contains(.territory) ? places[columns.offers[index]] ?? ["?"] : [nil]
      let families =
        dimensions.contains(.family)
        ? columns.families(of: index).map { columns.familyNames[$0] } : [nil]
      for territory in territories {
        key[.territory] = territory
        for family in families {
          key[.family] = family
          tallies[key, default: Tally()].offers.insert(columns.clusters[index])
          if columns.employers[index] >= 0 { tallies[key]?.employers.insert(columns.employers[index]) }
        }
      }
    }
    return tallies.map { CubeCell(key: $0, offers: $1.offers.count, employers: $1.employers.count) }.sorted()
  }

  private func placesOfOffers(_ level: Territory.Level) throws -> [Int64: [String?]] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT p.offer, t.code FROM cube_territory t JOIN cube_place p ON p.territory = t.id
          WHERE t.level = ? ORDER BY p.offer, t.code
          """, arguments: [level.rawValue])
      return Dictionary(grouping: rows, by: { $0[0] as Int64 }).mapValues { $0.map { $0[1] as String? } }
    }
  }
}
