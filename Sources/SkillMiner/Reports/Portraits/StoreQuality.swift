/// What pages say of the quality of a store that takes a look at every offer.
struct StoreQuality: Sendable {
  /// Offers that count, and those that repeat another under another identifier.
  let offers: Int
  let repeated: Int
  /// Places no way was found for, most frequent first.
  let unresolved: [(label: String, offers: Int)]
  /// Offers without a day, and without an occupation.
  let undated: Int
  let unknown: Int
  /// By feed, in the order of the names of feeds: offers by month, those without a day under -1.
  let sources: [[Int: Int]]

  /// - Throws: what the store throws.
  init(_ observatory: Observatory) throws {
    let doubles = try observatory.store.duplication()
    (offers, repeated) = (doubles.offers, doubles.repeated)
    unresolved = try observatory.store.unresolvedPlaces(limit: 20)
    let cube = observatory.facts.cube
    undated = cube.months.count { $0 < 0 }
    unknown = cube.occupations.count { $0 < 0 }
    var sources = [[Int: Int]](repeating: [:], count: cube.sourceNames.count)
    for offer in 0..<cube.count {
      sources[Int(cube.sources[offer])][Int(cube.months[offer]), default: 0] += 1
    }
    self.sources = sources
  }
}
