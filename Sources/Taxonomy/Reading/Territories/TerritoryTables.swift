/// What tables of territories say, put together.
public struct TerritoryTables: Sendable {
  /// Communes, arrondissements, associated and delegated communes, by code.
  public let communes: [CommuneRecord]
  /// Basins, zones, départements and regions with their names.
  public let territories: [Territory]
  /// The region of each département.
  public let regionOfDepartment: [String: String]

  /// Postcodes of communes; empty when no table gives them.
  public var postcodes: [CommunePostcode] = []
  /// Coordinates of communes; empty when no table gives them.
  public var points: [CommunePoint] = []

  /// Sectors of the NAF, by code without dots; empty when no table gives them.
  public var sectors: [String: String] = [:]

  /// A gazetteer over the tables.
  public var gazetteer: Gazetteer {
    Gazetteer(
      communes: communes, territories: territories, regionOfDepartment: regionOfDepartment,
      postcodes: postcodes, points: points)
  }
}
