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
    guard let months = scope.months else { return isHidden(key, scope, LineTally.whole) }
    let wide = scope.during(nil)
    if let part = periods.firstIndex(of: months) { return isHidden(key, wide, part) }
    guard wide == PageScope(), months.count == 1 else { return true }
    return observatory.hiddenMonths[months.lowerBound]?.contains(key) ?? false
  }

  /// - Parameter window: place of a period, or `LineTally.whole`.
  private func isHidden(_ key: Int32, _ scope: PageScope, _ window: Int) -> Bool {
    if let territory = scope.territory, territory.level == .commune {
      let line = communeLine(scope, territory)
      return line.flags(key, territory.code) { decided(key, line) } >> UInt8(window) & 1 != 0
    }
    let cells = observatory.hiddenCells(scope)
    return window == LineTally.whole ? cells.whole[key] != nil : cells.parts[window].contains(key)
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
    let tally = tally(line)
    let above = line.parent.map(observatory.hiddenCells)
    var hidden = line.members.map { _ in HiddenCells() }
    for key in [HiddenCells.all] + tally.families {
      for (member, cells, flags) in decisions(key, line, tally, above) {
        if flags[LineTally.whole] { hidden[member].whole[key] = cells[LineTally.whole].offers }
        for part in 0..<LineTally.whole where flags[part] { hidden[member].parts[part].insert(key) }
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(line.members, hidden))
  }

  /// The communes that a commune adds up with.
  private func communeLine(_ scope: PageScope, _ territory: CubeScope.TerritoryKey) -> CommuneLine {
    var parent = scope
    parent.territory = TerritoryLines.parent(of: territory, observatory.atlas)
    return observatory.secrets.communes(of: parent) {
      let line = ScopeLine(of: scope, in: observatory)
      return CommuneLine(line, tally: tally(line), above: line.parent.map(observatory.hiddenCells))
    }
  }

  /// What is hidden for a family of the communes of a line, by their codes.
  private func decided(_ key: Int32, _ communes: CommuneLine) -> [String: CommuneLine.Flags] {
    var hidden: [String: CommuneLine.Flags] = [:]
    for (member, _, flags) in decisions(key, communes.line, communes.tally, communes.above)
    where flags.contains(true) {
      guard let code = communes.line.members[member].territory?.code else { continue }
      hidden[code] = flags.indices.reduce(0) { flags[$1] ? $0 | 1 << UInt8($1) : $0 }
    }
    return hidden
  }

  /// The offers of the members of a line, then of what they are parts of.
  private func tally(_ line: ScopeLine) -> LineTally {
    LineTally(
      (line.members + (line.parent.map { [$0] } ?? [])).map(observatory.offers), periods: periods,
      rules: rules,
      of: facts)
  }

  /// What is hidden for one family of the members of a line that have it: the periods, then all months.
  private func decisions(
    _ key: Int32, _ line: ScopeLine, _ tally: LineTally, _ above: HiddenCells?
  ) -> [(member: Int, cells: [SecrecyRules.Cell], flags: [Bool])] {
    var figures = tally.figures(key, of: facts)
    let totals = figures.last?.scope == line.members.count ? figures.removeLast().cells : nil
    guard !figures.isEmpty else { return [] }
    let table: [[Bool]]
    if let above {
      table = suppressed(figures.map(\.cells), totals: totals, hiddenTotals: above, key)
    } else {
      table = figures.map { alone($0.cells, key, line.members[0]) }
    }
    return zip(figures, table).map { ($0.scope, $0.cells, $1) }
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
