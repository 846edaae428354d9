import Taxonomy

/// Facts of every offer of a store in flat arrays, with the lists that find offers by what they are. An offer is a place
/// in the arrays; places ascend with the rows of the store.
struct OfferFacts: Sendable {
  let cube: CubeColumns
  /// Near-duplicate cluster of each offer, numbered from 0.
  let clusters: [Int32]
  let clusterCount: Int
  let employerCount: Int
  /// Identifiers of families in ascending order.
  let familyIDs: [String]
  let familyPlaces: [String: Int32]
  /// Families of offer i: `families[cube.familyStarts[i]..<cube.familyStarts[i + 1]]`, places in `familyIDs`.
  let families: [Int32]
  let offersOfFamily: [[Int32]]
  let offersOfTerritory: [CubeScope.TerritoryKey: [Int32]]
  let offersOfOccupation: [ROMECode: [Int32]]
  /// First and last month with offers.
  let months: ClosedRange<Int>?
  /// What counting needs.
  let tables: CountingTables

  init(_ cube: CubeColumns, places: [CubeScope.TerritoryKey: [Int64]]) {
    self.cube = cube
    var numbers: [Int64: Int32] = [:]
    clusters = cube.clusters.map { cluster in
      if let known = numbers[cluster] { return known }
      let number = Int32(numbers.count)
      numbers[cluster] = number
      return number
    }
    clusterCount = numbers.count
    employerCount = Int(cube.employers.max() ?? -1) + 1
    let names = cube.familyNames.map { (id: $1, number: $0) }.sorted { $0.id < $1.id }
    familyIDs = names.map(\.id)
    familyPlaces = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { ($0.element.id, Int32($0.offset)) })
    let dense = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { ($0.element.number, Int32($0.offset)) })
    let families = cube.families.map { dense[$0] ?? 0 }
    self.families = families
    var ofFamily = [[Int32]](repeating: [], count: names.count)
    var ofOccupation: [Int32: [Int32]] = [:]
    for offer in 0..<cube.count {
      for family in families[cube.familyStarts[offer]..<cube.familyStarts[offer + 1]] {
        ofFamily[Int(family)].append(Int32(offer))
      }
      if cube.occupations[offer] >= 0 {
        ofOccupation[cube.occupations[offer], default: []].append(Int32(offer))
      }
    }
    offersOfFamily = ofFamily
    offersOfOccupation = Dictionary(
      uniqueKeysWithValues: ofOccupation.map { (cube.occupationCodes[Int($0)], $1) })
    let placeOfRow = Dictionary(
      uniqueKeysWithValues: cube.offers.enumerated().map { ($0.element, Int32($0.offset)) })
    offersOfTerritory = places.mapValues { $0.compactMap { placeOfRow[$0] }.sorted() }
    tables = CountingTables(clusters: clusterCount, employers: employerCount)
    let dated = cube.months.filter { $0 >= 0 }
    months = dated.min().flatMap { first in dated.max().map { Int(first)...Int($0) } }
  }

  /// Families of one offer, places in `familyIDs`.
  func families(of offer: Int32) -> ArraySlice<Int32> {
    families[cube.familyStarts[Int(offer)]..<cube.familyStarts[Int(offer) + 1]]
  }

  /// The facts of some offers alone.
  func columns(of offers: [Int32]) -> CubeColumns {
    var part = CubeColumns()
    part.sourceNames = cube.sourceNames
    part.occupationCodes = cube.occupationCodes
    part.sectorCodes = cube.sectorCodes
    part.familyNames = cube.familyNames
    part.unread = cube.unread
    for offer in offers.map(Int.init) {
      part.offers.append(cube.offers[offer])
      part.clusters.append(cube.clusters[offer])
      part.months.append(cube.months[offer])
      part.sources.append(cube.sources[offer])
      part.occupations.append(cube.occupations[offer])
      part.employers.append(cube.employers[offer])
      part.sectors.append(cube.sectors[offer])
      part.families += cube.families(of: offer)
      part.familyStarts.append(part.families.count)
    }
    return part
  }
}
