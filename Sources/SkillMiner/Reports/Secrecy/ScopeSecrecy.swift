import Taxonomy

/// Decides for every figure of the pages whether a reader who is nobody in particular may see it: the only place that
/// does. Lines that add up to a shown total are protected together (`SuppressedRow`, `SuppressedTable`), over all months
/// and in the periods compared. Scopes that would have to be protected against more than that are not published.
struct ScopeSecrecy {
  let observatory: Observatory
  let rules: SecrecyRules

  private var facts: OfferFacts { observatory.facts }

  /// Whether the number of offers of a scope that ask for a family is kept back.
  ///
  /// - Parameter key: place of the family in `OfferFacts.familyIDs`, or `HiddenCells.all`.
  func hides(_ key: Int32, _ scope: PageScope) -> Bool {
    if scope.source != nil { return key != HiddenCells.all || hidesSource(scope) }
    if scope.occupation != nil {
      if scope.filiere != nil { return true }
      if let territory = scope.territory, let occupation = scope.occupation {
        return key != HiddenCells.all || scope.months != nil
          || observatory.hiddenOccupations(territory)?.contains(occupation) ?? true
      }
    }
    guard let months = scope.months else { return observatory.hiddenCells(scope).whole[key] != nil }
    let wide = scope.during(nil)
    if let part = periods.firstIndex(of: months) {
      return observatory.hiddenCells(wide).parts[part].contains(key)
    }
    guard wide == PageScope(), months.count == 1 else { return true }
    return observatory.hiddenMonths[months.lowerBound]?.contains(key) ?? false
  }

  /// Whether a figure over some occupations would let one work out a hidden one: of those inside, or of the others.
  func hides(_ key: Int32, _ occupations: some Sequence<ROMECode>) -> Bool {
    let inside = Set(occupations)
    return !isSafe(key, inside: inside) { observatory.hiddenCells($0).whole[key] }
  }

  /// - Parameter offers: what a hidden figure stands for; `nil` where nothing is hidden.
  private func isSafe(_ key: Int32, inside: Set<ROMECode>, _ offers: (PageScope) -> Int?) -> Bool {
    var sums = [(count: 0, offers: 0), (count: 0, offers: 0)]
    for code in facts.offersOfOccupation.keys {
      guard let hidden = offers(PageScope(occupation: code)), hidden > 0 else { continue }
      let side = inside.contains(code) ? 0 : 1
      sums[side].count += 1
      sums[side].offers += hidden
    }
    return sums.allSatisfy { $0.count == 0 || ($0.count >= 2 && $0.offers >= rules.offers) }
  }

  private func hidesSource(_ scope: PageScope) -> Bool {
    guard let source = scope.source, scope == PageScope(source: source) else { return true }
    let cells = facts.cube.sourceNames.map { name -> SecrecyRules.Cell in
      let portrait = observatory.portrait(PageScope(source: name))
      return SecrecyRules.Cell(offers: portrait.total, employers: portrait.employers)
    }
    guard let place = facts.cube.sourceNames.firstIndex(of: source) else { return true }
    return SuppressedRow(cells, rules: rules).isHidden[place]
  }

  // MARK: Lines

  /// The months before the two periods compared, the reference period and the recent one.
  var periods: [ClosedRange<Int>] {
    guard let windows = observatory.windows else { return [] }
    let first = min(facts.months?.lowerBound ?? 0, windows.reference.lowerBound - 1)
    return [first...(windows.reference.lowerBound - 1), windows.reference, windows.recent]
  }

  /// What is hidden of every scope of a line.
  func hidden(_ line: ScopeLine) -> [PageScope: HiddenCells] {
    let profiles = line.members.map(profile)
    var hidden = profiles.map { _ in HiddenCells() }
    var rows: [Int32: [Int]] = [:]
    for (member, profile) in profiles.enumerated() {
      for key in profile.keys { rows[key, default: []].append(member) }
    }
    let above = line.parent.map { (profile: profile($0), hidden: observatory.hiddenCells($0)) }
    for key in rows.keys.sorted() {
      let members = rows[key] ?? []
      let cells = members.map { profiles[$0][key] ?? [] }
      let table: [[Bool]]
      if let above {
        table = suppressed(cells, totals: above.profile[key], hiddenTotals: above.hidden, key)
      } else {
        table = cells.map { alone($0, key, line.members[0]) }
      }
      for (member, flags) in zip(members, table) {
        if flags[3] { hidden[member].whole[key] = profiles[member][key]?[3].offers ?? 0 }
        for part in 0..<3 where flags[part] { hidden[member].parts[part].insert(key) }
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(line.members, hidden))
  }

  /// One line of figures a scope, its parts first and the whole last.
  private func suppressed(
    _ cells: [[SecrecyRules.Cell]], totals: [SecrecyRules.Cell]?, hiddenTotals: HiddenCells, _ key: Int32
  ) -> [[Bool]] {
    let empty = [SecrecyRules.Cell](repeating: SecrecyRules.Cell(offers: 0, employers: 0), count: 4)
    let lastHidden = hiddenTotals.parts.map { $0.contains(key) } + [hiddenTotals.whole[key] != nil]
    let isClear = !lastHidden.contains(true) && !cells.contains { $0.contains(where: rules.isSecret) }
    if isClear { return cells.map { $0.map { _ in false } } }
    let whole = SuppressedRow(cells.map { $0[3] }, rules: rules).isHidden
    let kept = whole.map { [false, false, false, $0] } + [lastHidden]
    var table = SuppressedTable(cells + [totals ?? empty], hiding: kept, rules: rules).isHidden
    // A total that would have to go is shown already: all it is the sum of goes instead.
    for column in 0..<4 where table[cells.count][column] && !lastHidden[column] {
      for row in cells.indices { table[row][column] = true }
    }
    table.removeLast()
    return table
  }

  /// A scope that is no part of a line, or of one that overlaps with others (filières).
  private func alone(_ cells: [SecrecyRules.Cell], _ key: Int32, _ scope: PageScope) -> [Bool] {
    var flags = SuppressedRow(Array(cells.prefix(3)), rules: rules).isHidden + [rules.isSecret(cells[3])]
    if let id = scope.filiere {
      let inside = Set(
        observatory.filieres.first { $0.id == id }.map(observatory.occupations) ?? [])
      if !isSafe(key, inside: inside, { observatory.hiddenCells($0).whole[key] }) { flags[3] = true }
      for part in 0..<3 where !flags[part] {
        let isSafe = isSafe(key, inside: inside) { occupation in
          observatory.hiddenCells(occupation).parts[part].contains(key) ? rules.offers : nil
        }
        if !isSafe { flags[part] = true }
      }
    }
    return flags
  }

  /// Figures of a scope by family: the three periods, then all months.
  private func profile(_ scope: PageScope) -> [Int32: [SecrecyRules.Cell]] {
    let offers = observatory.offers(scope)
    let parts = periods.map { months in
      CellCounts(offers.filter { months.contains(Int(facts.cube.months[Int($0)])) }, of: facts)
    }
    let empty = [SecrecyRules.Cell](repeating: SecrecyRules.Cell(offers: 0, employers: 0), count: 4)
    var profile: [Int32: [SecrecyRules.Cell]] = [:]
    for (place, counts) in parts.enumerated() { Self.add(counts, place, &profile, empty) }
    Self.add(CellCounts(offers, of: facts), 3, &profile, empty)
    return profile
  }

  private static func add(
    _ counts: CellCounts, _ place: Int, _ profile: inout [Int32: [SecrecyRules.Cell]],
    _ empty: [SecrecyRules.Cell]
  ) {
    guard counts.all.offers > 0 else { return }
    profile[HiddenCells.all, default: empty][place] = counts.all
    for (family, cell) in counts.families { profile[family, default: empty][place] = cell }
  }

  // MARK: Months

  /// What is hidden of each month of all offers.
  func hiddenMonths() -> [Int: Set<Int32>] {
    let wide = observatory.hiddenCells(PageScope())
    var lists: [Int: [Int32]] = [:]
    for offer in observatory.portrait(PageScope()).offers {
      let month = Int(facts.cube.months[Int(offer)])
      if month >= 0 { lists[month, default: []].append(offer) }
    }
    let months = lists.keys.sorted()
    var cells: [Int32: [Int: SecrecyRules.Cell]] = [:]
    for month in months {
      let portrait = Portrait(lists[month] ?? [], of: facts)
      cells[HiddenCells.all, default: [:]][month] = SecrecyRules.Cell(
        offers: portrait.total, employers: portrait.employers)
      for demand in portrait.families {
        cells[demand.family, default: [:]][month] = SecrecyRules.Cell(
          offers: demand.offers, employers: demand.employers)
      }
    }
    var hidden: [Int: Set<Int32>] = [:]
    for key in cells.keys.sorted() {
      let known = cells[key] ?? [:]
      let lines = periods.isEmpty ? [months] : periods.map { period in months.filter(period.contains) }
      for (part, line) in lines.enumerated() {
        let isWhollyHidden =
          periods.isEmpty ? wide.whole[key] != nil : wide.parts[part].contains(key)
        let asked = line.filter { known[$0] != nil }
        let row = SuppressedRow(asked.compactMap { known[$0] }, rules: rules).isHidden
        for (month, flag) in zip(asked, row) where flag || isWhollyHidden {
          hidden[month, default: []].insert(key)
        }
      }
    }
    return hidden
  }
}
