import Taxonomy

extension CountedTable {
  /// The demand of a store: distinct offers and known employers that ask for each family, largest first.
  ///
  /// A cluster of near-duplicates is one offer, read from its first member.
  ///
  /// - Parameters:
  ///   - cube: every fact of the current extraction, offers ascending.
  ///   - disclosure: which counts are kept back.
  public init(_ cube: CubeColumns, lexicon: Lexicon, disclosure: Disclosure) {
    var seen = Set<Int64>()
    var offers: [Int32: Int] = [:]
    // Pairs of family and employer, each once when sorted.
    var pairs: [UInt64] = []
    for index in 0..<cube.count where seen.insert(cube.clusters[index]).inserted {
      for family in cube.families(of: index) {
        offers[family, default: 0] += 1
        let employer = cube.employers[index]
        if employer >= 0 { pairs.append(UInt64(UInt32(family)) << 32 | UInt64(UInt32(employer))) }
      }
    }
    pairs.sort()
    var employers: [Int32: Int] = [:]
    for (place, pair) in pairs.enumerated() where place == 0 || pairs[place - 1] != pair {
      employers[Int32(pair >> 32), default: 0] += 1
    }
    let known = offers.compactMap { number, offers in
      cube.familyNames[number].map { (id: $0, offers: offers, employers: employers[number] ?? 0) }
    }
    let lines = known.sorted { ($1.offers, $0.id) < ($0.offers, $1.id) }.map { line in
      let family = lexicon.families[line.id]
      let isHidden = disclosure.hides(offers: line.offers, employers: line.employers)
      return Line(
        family: line.id, label: family?.label ?? line.id, codes: family?.codes ?? [],
        counts: isHidden ? [nil, nil] : [line.offers, line.employers])
    }
    self.init(
      columns: ["offres", "employeurs"], lines: lines, versions: [ReleaseSet(lexicon: lexicon).text])
  }
}
