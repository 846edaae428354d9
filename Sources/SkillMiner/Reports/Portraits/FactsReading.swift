package import Taxonomy

/// The cube of an observatory, already in memory: the same answers as the store's, without reading it again. A service
/// answers from here.
package struct FactsReading: CubeReading {
  private let facts: OfferFacts
  private let store: Store

  package init(_ observatory: Observatory) {
    facts = observatory.facts
    store = observatory.store
  }

  package func cube(_ scope: CubeScope) throws -> CubeColumns { facts.cube.only(rows(scope)).compact }

  package func cubePlaces(_ scope: CubeScope, level: Territory.Level) throws -> CubePlaces {
    var places = CubePlaces()
    let rows = rows(scope)
    places.codes = facts.offersOfTerritory.keys.filter { $0.level == level }.map(\.code).sorted()
    // Offer and territory in one word: sorted, they stand in the order that is promised.
    var pairs: [UInt64] = []
    for (place, code) in places.codes.enumerated() {
      let key = CubeScope.TerritoryKey(level: level, code: code)
      for row in Self.common(rows, facts.offersOfTerritory[key] ?? []) {
        pairs.append(UInt64(row) << 32 | UInt64(place))
      }
    }
    pairs.sort()
    places.offers = pairs.map { facts.cube.offers[Int($0 >> 32)] }
    places.places = pairs.map { Int32(truncatingIfNeeded: $0) }
    return places
  }

  package func parent(of key: CubeScope.TerritoryKey) throws -> CubeScope.TerritoryKey? {
    try store.parent(of: key)
  }

  package func tension(
    of occupations: Set<ROMECode>, in territory: CubeScope.TerritoryKey?, release: TaxonomyRelease
  ) throws -> [TensionFigure] {
    try store.tension(of: occupations, in: territory, release: release)
  }

  /// Offers of a scope, as places in the arrays, ascending.
  private func rows(_ scope: CubeScope) -> [Int] {
    var rows: [Int]
    if let occupations = scope.occupations {
      rows = occupations.flatMap { facts.offersOfOccupation[$0] ?? [] }.map(Int.init)
      rows.sort()
    } else {
      rows = Array(0..<facts.cube.count)
    }
    if let territory = scope.territory {
      rows = Self.common(rows, facts.offersOfTerritory[territory] ?? [])
    }
    if let months = scope.months {
      rows = rows.filter { months.contains(Int(facts.cube.months[$0])) }
    }
    if let sectors = scope.sectors {
      let isMeant = facts.cube.sectorCodes.map { code in sectors.contains { code.hasPrefix($0) } }
      rows = rows.filter { facts.cube.sectors[$0] >= 0 && isMeant[Int(facts.cube.sectors[$0])] }
    }
    return rows
  }

  /// What two ascending lists share.
  private static func common(_ rows: [Int], _ others: [Int32]) -> [Int] {
    var result: [Int] = []
    var place = 0
    for row in rows {
      while place < others.count, Int(others[place]) < row { place += 1 }
      if place == others.count { break }
      if Int(others[place]) == row { result.append(row) }
    }
    return result
  }
}

extension CubeColumns {
  /// The same facts with only the occupations, sectors and families met, in the order a store gives them.
  var compact: CubeColumns {
    var part = self
    (part.occupationCodes, part.occupations) = Self.met(occupationCodes, occupations)
    (part.sectorCodes, part.sectors) = Self.met(sectorCodes, sectors)
    var isMet = [Bool](repeating: false, count: Int(families.max() ?? -1) + 1)
    for family in families { isMet[Int(family)] = true }
    part.familyNames = familyNames.filter { Int($0.key) < isMet.count && isMet[Int($0.key)] }
    return part
  }

  private static func met<Code>(_ codes: [Code], _ places: [Int32]) -> ([Code], [Int32]) {
    var numbers = [Int32](repeating: -1, count: codes.count)
    var kept: [Code] = []
    let moved = places.map { place -> Int32 in
      guard place >= 0 else { return -1 }
      if numbers[Int(place)] < 0 {
        numbers[Int(place)] = Int32(kept.count)
        kept.append(codes[Int(place)])
      }
      return numbers[Int(place)]
    }
    return (kept, moved)
  }
}
