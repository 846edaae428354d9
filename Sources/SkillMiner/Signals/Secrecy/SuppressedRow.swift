/// Which cells of a line with a known total are kept back: the secret ones, and others, smallest first, until what is
/// hidden stands for two cells and as many offers as may be shown. Columns that do not add up (families overlap) need
/// no more; for tables that add up both ways see `SuppressedTable`.
public struct SuppressedRow: Hashable, Sendable {
  /// One a cell.
  public let isHidden: [Bool]

  /// - Parameters:
  ///   - cells: cells of the line, its total left out.
  ///   - rules: below which a cell is secret.
  public init(_ cells: [SecrecyRules.Cell], rules: SecrecyRules = SecrecyRules()) {
    var hidden = cells.map(rules.isSecret)
    let others = cells.indices.filter { !hidden[$0] && cells[$0].offers > 0 }
      .sorted { (cells[$0].offers, $0) < (cells[$1].offers, $1) }
    var count = hidden.count { $0 }
    var offers = cells.indices.reduce(0) { hidden[$1] ? $0 + cells[$1].offers : $0 }
    for index in others where count > 0 && (count < 2 || offers < rules.offers) {
      hidden[index] = true
      count += 1
      offers += cells[index].offers
    }
    isHidden = hidden
  }
}
