import SkillMiner

/// Signals found when months are shuffled among the offers of one occupation and one feed: nothing changed, so there
/// should be almost none.
struct NullStudy {
  let cube: CubeColumns
  let windows: SignalWindows

  /// Number of signals (q ≤ 0.05), and of tested families, for each seed.
  func signals(seeds: Int) -> [(found: Int, tested: Int)] {
    (1...seeds).map { seed in
      let table = SignalTable(shuffled(seed: UInt64(seed)), windows: windows, families: CompetencyFamilies())
      return (table.signals.count { ($0.q ?? 1) <= 0.05 }, table.tested)
    }
  }

  private func shuffled(seed: UInt64) -> CubeColumns {
    struct Group: Hashable {
      let occupation: Int32
      let source: Int32
    }
    var draws = Draws(seed: seed)
    var shuffled = cube
    var members: [Group: [Int]] = [:]
    var order: [Group] = []
    for index in 0..<cube.count {
      let group = Group(occupation: cube.occupations[index], source: cube.sources[index])
      if members[group] == nil { order.append(group) }
      members[group, default: []].append(index)
    }
    for group in order {
      let own = members[group] ?? []
      var months = own.map { cube.months[$0] }
      for last in months.indices.dropFirst().reversed() { months.swapAt(last, draws.below(last + 1)) }
      for (index, month) in zip(own, months) { shuffled.months[index] = month }
    }
    return shuffled
  }
}
