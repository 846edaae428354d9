/// Which cells of a published table with totals are kept back, so that none of them can be worked out from the others.
///
/// Rows and columns (the line of totals among each) are the nodes of a graph and hidden cells its edges. Sums along
/// lines fix a hidden cell exactly when its edge is a bridge (Gusfield 1988), so further cells are hidden, smallest
/// first, until no edge is.
public struct SuppressedTable: Hashable, Sendable {
  /// Hidden cells, by row and column; the last row and the last column are the totals.
  public let isHidden: [[Bool]]

  /// - Parameters:
  ///   - cells: rows of equal length with the totals as last row and last column.
  ///   - kept: cells kept back in any case, because another table hides them; of the shape of `cells`.
  ///   - rules: below which a cell is secret.
  public init(
    _ cells: [[SecrecyRules.Cell]], hiding kept: [[Bool]] = [], rules: SecrecyRules = SecrecyRules()
  ) {
    var hidden = cells.enumerated().map { row, line in
      line.enumerated().map { rules.isSecret($1) || (row < kept.count && kept[row][$0]) }
    }
    // Bridges that no further cell can mend stay; the search goes on behind them.
    var hopeless: Set<Edge> = []
    while let bridge = HiddenCellGraph(hidden).bridges.first(where: { !hopeless.contains(Edge($0)) }) {
      let side = HiddenCellGraph(hidden).side(of: bridge)
      var best: Edge?
      for row in cells.indices {
        for column in cells[row].indices where !hidden[row][column] {
          // The new edge must join the two sides the bridge alone joined.
          guard side[row] != side[cells.count + column] else { continue }
          let candidate = Edge(row: row, column: column)
          if best.map({ Self.precedes(candidate, $0, cells) }) ?? true { best = candidate }
        }
      }
      if let best {
        hidden[best.row][best.column] = true
      } else {
        hopeless.insert(Edge(bridge))
      }
    }
    isHidden = hidden
  }

  private struct Edge: Hashable {
    let row: Int
    let column: Int

    init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }

    init(_ cell: (row: Int, column: Int)) { self.init(row: cell.row, column: cell.column) }
  }

  /// Inner cells before totals, cells that tell something before empty ones, small before large.
  private static func precedes(_ a: Edge, _ b: Edge, _ cells: [[SecrecyRules.Cell]]) -> Bool {
    func key(_ e: Edge) -> (Int, Int, Int, Int, Int) {
      let isTotal = e.row == cells.count - 1 || e.column == cells[e.row].count - 1
      let offers = cells[e.row][e.column].offers
      return (isTotal ? 1 : 0, offers == 0 ? 1 : 0, offers, e.row, e.column)
    }
    return key(a) < key(b)
  }
}
