extension Store {
  /// Takes over the map of another store and places every stored offer anew.
  public func keepMap(of other: Store) throws {
    try replaceTerritories(
      communes: try other.communes(), territories: try other.territories(),
      regionOfDepartment: try other.regionOfDepartment(), postcodes: try other.communePostcodes(),
      points: try other.communePoints(),
      resolve: PlaceResolver(gazetteer: try other.gazetteer()).resolve)
  }
}
