import Taxonomy

/// Départements as points (the middle of their communes) with what their offers ask for most (RFC 7946).
package enum TerritoriesGeoJSON {
  /// The whole document, ended by a line feed. Départements without coordinates in the store are left out.
  ///
  /// - Throws: what the store throws.
  package static func text(_ observatory: Observatory) throws -> String {
    let communes = Dictionary(
      try observatory.store.communes().map { ($0.code, $0.department) },
      uniquingKeysWith: { first, _ in first })
    var sums: [String: (latitude: Double, longitude: Double, count: Double)] = [:]
    for point in try observatory.store.communePoints() {
      guard let department = communes[point.commune] else { continue }
      var sum = sums[department] ?? (0, 0, 0)
      sum.latitude += point.latitude
      sum.longitude += point.longitude
      sum.count += 1
      sums[department] = sum
    }
    let features: [JSONOutput.Value] = sums.keys.sorted().compactMap { code in
      guard let sum = sums[code] else { return nil }
      return feature(code, sum.longitude / sum.count, sum.latitude / sum.count, observatory)
    }
    return JSONOutput.text(
      .object([("type", .string("FeatureCollection")), ("features", .array(features))]))
  }

  private static func feature(
    _ code: String, _ longitude: Double, _ latitude: Double, _ observatory: Observatory
  ) -> JSONOutput.Value {
    let key = CubeScope.TerritoryKey(level: .department, code: code)
    let portrait = observatory.portrait(PageScope(territory: key))
    let scope = PageScope(territory: key)
    let isHidden = portrait.total > 0 && observatory.hides(nil, in: scope)
    let top = isHidden ? [] : PageParts(observatory: observatory).leading(scope, limit: 5)
    let competencies: [JSONOutput.Value] = top.map { demand, family in
      .object([
        ("competence", .string(family.label)), ("part", .number(demand.share)),
        ("offres", .integer(demand.offers)),
      ])
    }
    let geometry: [(String, JSONOutput.Value)] = [
      ("type", .string("Point")), ("coordinates", .array([.number(longitude), .number(latitude)])),
    ]
    return .object([
      ("type", .string("Feature")), ("geometry", .object(geometry)),
      (
        "properties",
        .object([
          ("code", .string(code)), ("nom", .string(observatory.territory(key))),
          ("offres", isHidden ? .null : .integer(portrait.total)), ("competences", .array(competencies)),
        ])
      ),
    ])
  }
}
