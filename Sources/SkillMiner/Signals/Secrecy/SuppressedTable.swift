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
  ///   - rules: below which a cell is secret.
  public init(_ cells: [[SecrecyRules.Cell]], rules: SecrecyRules = SecrecyRules()) {
    var hidden = cells.map { $0.map(rules.isSecret) }
    while let bridge = Self.firstBridge(hidden) {
      let side = Self.reach(from: bridge.row, hidden, without: bridge)
      var best: Edge?
      for row in cells.indices {
        for column in cells[row].indices where !hidden[row][column] {
          // The new edge must join the two sides the bridge alone joined.
          guard side[row] != side[cells.count + column] else { continue }
          let candidate = Edge(row: row, column: column)
          if best.map({ Self.precedes(candidate, $0, cells) }) ?? true { best = candidate }
        }
      }
      guard let best else { break }
      hidden[best.row][best.column] = true
    }
    isHidden = hidden
  }

  private struct Edge: Hashable {
    let row: Int
    let column: Int
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

  private static func firstBridge(_ hidden: [[Bool]]) -> Edge? {
    for row in hidden.indices {
      for column in hidden[row].indices where hidden[row][column] {
        let edge = Edge(row: row, column: column)
        if !reach(from: row, hidden, without: edge)[hidden.count + column] { return edge }
      }
    }
    return nil
  }

  /// Nodes (rows, then columns) connected to a row by hidden cells.
  private static func reach(from start: Int, _ hidden: [[Bool]], without edge: Edge) -> [Bool] {
    let rows = hidden.count
    let columns = hidden.first?.count ?? 0
    var seen = [Bool](repeating: false, count: rows + columns)
    var waiting = [start]
    seen[start] = true
    while let node = waiting.popLast() {
      for other in node < rows ? rows..<(rows + columns) : 0..<rows where !seen[other] {
        let (row, column) = node < rows ? (node, other - rows) : (other, node - rows)
        if hidden[row][column], row != edge.row || column != edge.column {
          seen[other] = true
          waiting.append(other)
        }
      }
    }
    return seen
  }
}
