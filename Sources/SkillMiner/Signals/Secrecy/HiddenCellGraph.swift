/// The hidden cells of a table as edges between its rows and its columns.
struct HiddenCellGraph {
  private let rows: Int
  /// Columns, then rows, that share a hidden cell with each node.
  private let neighbours: [[Int]]

  init(_ hidden: [[Bool]]) {
    rows = hidden.count
    var neighbours = [[Int]](repeating: [], count: rows + (hidden.first?.count ?? 0))
    for row in hidden.indices {
      for column in hidden[row].indices where hidden[row][column] {
        neighbours[row].append(rows + column)
        neighbours[rows + column].append(row)
      }
    }
    self.neighbours = neighbours
  }

  /// Cells that are the only link between two parts (Tarjan 1974), without recursion.
  var bridges: [(row: Int, column: Int)] {
    var order = [Int](repeating: -1, count: neighbours.count)
    var low = order
    var found: [(row: Int, column: Int)] = []
    var clock = 0
    for root in neighbours.indices where order[root] < 0 {
      var path = [(node: root, from: -1, next: 0)]
      order[root] = clock
      low[root] = clock
      clock += 1
      while let top = path.last {
        if top.next < neighbours[top.node].count {
          path[path.count - 1].next += 1
          let other = neighbours[top.node][top.next]
          if other == top.from { continue }
          if order[other] >= 0 {
            low[top.node] = min(low[top.node], order[other])
          } else {
            order[other] = clock
            low[other] = clock
            clock += 1
            path.append((node: other, from: top.node, next: 0))
          }
        } else {
          path.removeLast()
          guard top.from >= 0 else { continue }
          low[top.from] = min(low[top.from], low[top.node])
          if low[top.node] > order[top.from] {
            let (a, b) = (min(top.node, top.from), max(top.node, top.from))
            found.append((row: a, column: b - rows))
          }
        }
      }
    }
    return found
  }

  /// Nodes (rows, then columns) that stay linked to the row of a cell when the cell is taken away.
  func side(of cell: (row: Int, column: Int)) -> [Bool] {
    var seen = [Bool](repeating: false, count: neighbours.count)
    var waiting = [cell.row]
    seen[cell.row] = true
    while let node = waiting.popLast() {
      for other in neighbours[node] where !seen[other] {
        if node == cell.row, other == rows + cell.column { continue }
        seen[other] = true
        waiting.append(other)
      }
    }
    return seen
  }
}
