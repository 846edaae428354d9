import Taxonomy

/// The places beside one territory, inside the territory above: what its shares are drawn towards, and what has to be
/// kept back together with its own small cells.
struct SiblingPlaces {
  private let own: Int
  /// What each place asks for.
  private let tallies: [WindowTally]
  private let numbers: [String: Int32]
  private let shares: SiblingShares?

  /// - Parameters:
  ///   - parent: facts of the territory above.
  ///   - places: where its offers stand, at the level of the territory.
  ///   - members: places in `parent` of the offers of each territory.
  ///   - code: the territory.
  ///   - rules: below which cells are secret; `nil` when nothing is kept back.
  ///   - smooths: whether shares will be asked for, and not only what is hidden.
  /// - Returns: `nil` when no offer of the territory above stands in the territory.
  init?(
    _ parent: CubeColumns, places: CubePlaces, members: [[Int]], code: String, windows: SignalWindows,
    poolsSources: Bool, rules: SecrecyRules?, smooths: Bool
  ) {
    guard let own = places.codes.firstIndex(of: code) else { return nil }
    self.own = own
    numbers = Dictionary(
      parent.familyNames.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    let size = Int(parent.familyNames.keys.max() ?? -1) + 1
    tallies =
      rules.map { rules in
        members.map {
          WindowTally(parent, rows: $0, windows: windows, size: size, limit: rules.employers)
        }
      } ?? []
    shares =
      smooths ? SiblingShares(parent, members: members, windows: windows, poolsSources: poolsSources) : nil
  }

  /// The share of a family in the territory, drawn towards that of the territory above.
  func smoothed(_ family: String) -> SmoothedShare? {
    numbers[family].flatMap { shares?.smoothed($0, in: own) }
  }

  /// Whether the territory's cell must be kept back, for its own sake or for that of a sibling.
  func isHidden(_ family: String, recent: Bool, rules: SecrecyRules) -> Bool {
    guard !tallies.isEmpty, let number = numbers[family] else { return false }
    let cells = tallies.map { $0.cell(number, recent: recent) }
    // Most families are asked for enough everywhere.
    guard cells[own].offers > 0, cells.contains(where: rules.isSecret) else { return false }
    return SuppressedRow(cells, rules: rules).isHidden[own]
  }
}
