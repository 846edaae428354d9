import Taxonomy

/// Which numbers of offers by territory and occupation are kept back. Both margins are shown, so the table is
/// protected as a whole; basins, zones and communes are too many for that and show no such number.
struct CrossSecrecy {
  let observatory: Observatory
  let rules: SecrecyRules

  /// Occupations whose number of offers is kept back in each territory of a line of territories.
  func hidden(_ line: ScopeLine) -> [PageScope: Set<ROMECode>] {
    let facts = observatory.facts
    let rows = line.members.map { cells(observatory.portrait($0)) }
    let parent = line.parent ?? PageScope()
    let totals = cells(observatory.portrait(parent))
    let codes = totals.keys.sorted()
    let empty = SecrecyRules.Cell(offers: 0, employers: 0)
    func margin(_ scope: PageScope) -> SecrecyRules.Cell {
      let portrait = observatory.portrait(scope)
      return SecrecyRules.Cell(offers: portrait.total, employers: portrait.employers)
    }
    var matrix = zip(line.members, rows).map { scope, row in
      codes.map { row[$0] ?? empty } + [margin(scope)]
    }
    matrix.append(codes.map { totals[$0] ?? empty } + [margin(parent)])
    var kept = line.members.map { scope in
      codes.map { _ in false } + [observatory.hides(nil, in: scope)]
    }
    kept.append(
      codes.map { code in
        var scope = parent
        scope.occupation = code
        return observatory.hides(nil, in: scope)
      } + [observatory.hides(nil, in: parent)])
    var table = SuppressedTable(matrix, hiding: kept, rules: rules).isHidden
    // A margin that would have to go is shown already: all it is the sum of goes instead.
    let (last, end) = (line.members.count, codes.count)
    for column in 0..<end
    where table[last][column] && !kept[last][column] && !rules.isSecret(matrix[last][column]) {
      for row in 0..<last { table[row][column] = true }
    }
    for row in 0..<last where table[row][end] && !kept[row][end] {
      for column in 0..<end { table[row][column] = true }
    }
    var hidden: [PageScope: Set<ROMECode>] = [:]
    for (row, scope) in line.members.enumerated() {
      hidden[scope] = Set(codes.indices.filter { table[row][$0] }.map { codes[$0] })
    }
    return hidden

    /// Distinct offers and known employers by occupation.
    func cells(_ portrait: Portrait) -> [ROMECode: SecrecyRules.Cell] {
      var offers: [Int32: Int] = [:]
      var employers: [Int32: Set<Int32>] = [:]
      for offer in portrait.offers {
        let occupation = facts.cube.occupations[Int(offer)]
        guard occupation >= 0 else { continue }
        offers[occupation, default: 0] += 1
        let employer = facts.cube.employers[Int(offer)]
        if employer >= 0 { employers[occupation, default: []].insert(employer) }
      }
      return Dictionary(
        uniqueKeysWithValues: offers.map { occupation, count in
          (
            facts.cube.occupationCodes[Int(occupation)],
            SecrecyRules.Cell(offers: count, employers: employers[occupation]?.count ?? 0)
          )
        })
    }
  }
}
