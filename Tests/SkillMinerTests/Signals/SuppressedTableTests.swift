import SkillMiner
import TestSupport
import Testing

@Suite struct SuppressedTableTests {
  /// Inner cells with their totals.
  private static func table(_ inner: [[Int]]) -> [[SecrecyRules.Cell]] {
    var rows = inner.map { $0 + [$0.reduce(0, +)] }
    rows.append((rows.first ?? []).indices.map { column in rows.reduce(0) { $0 + $1[column] } })
    return rows.map { $0.map { SecrecyRules.Cell(offers: $0, employers: $0 / 2) } }
  }

  @Test func hidesSmallCellsAndWhatWouldGiveThemAway() {
    let result = SuppressedTable(Self.table([[4, 30, 50], [40, 20, 60], [70, 80, 90]]))
    #expect(result.isHidden[0][0])
    // One more in the row, one more in the column and the corner between them: the smallest rectangle.
    #expect(result.isHidden.flatMap { $0 }.count { $0 } == 4)
    #expect(result.isHidden[0][1] && result.isHidden[1][0] && result.isHidden[1][1])
  }

  @Test func leavesLargeAndEmptyCells() {
    let result = SuppressedTable(Self.table([[40, 30], [0, 20]]))
    #expect(!result.isHidden.flatMap { $0 }.contains(true))
    #expect(!SecrecyRules().isSecret(SecrecyRules.Cell(offers: 0, employers: 0)))
    #expect(SecrecyRules().isSecret(SecrecyRules.Cell(offers: 500, employers: 4)))
  }

  /// An attacker who knows every sum solves the linear system: no hidden cell may come out alone.
  @Test func noHiddenCellCanBeSolved() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let rows = Int.random(in: 2...6, using: &generator)
      let columns = Int.random(in: 2...6, using: &generator)
      let inner = (0..<rows).map { _ in
        (0..<columns).map { _ in Int.random(in: 0...40, using: &generator) }
      }
      let hidden = SuppressedTable(Self.table(inner)).isHidden
      #expect(Self.solvable(hidden) == [])
    }
  }

  /// Hidden cells whose value follows from the equations: Gauss–Jordan, rows with a single unknown.
  private static func solvable(_ hidden: [[Bool]]) -> [Int] {
    let rows = hidden.count
    let columns = hidden[0].count
    var unknowns: [(Int, Int)] = []
    for r in 0..<rows { for c in 0..<columns where hidden[r][c] { unknowns.append((r, c)) } }
    // Inner cells of a line less its total are 0: a sign does not change what is determined.
    var equations = (0..<rows).map { r in unknowns.map { $0.0 == r ? ($0.1 == columns - 1 ? -1.0 : 1) : 0 } }
    equations += (0..<columns).map { c in unknowns.map { $0.1 == c ? ($0.0 == rows - 1 ? -1.0 : 1) : 0 } }
    var pivot = 0
    for column in unknowns.indices {
      guard let row = (pivot..<equations.count).first(where: { equations[$0][column].magnitude > 1e-9 })
      else {
        continue
      }
      equations.swapAt(pivot, row)
      let lead = equations[pivot][column]
      equations[pivot] = equations[pivot].map { $0 / lead }
      for other in equations.indices where other != pivot && equations[other][column] != 0 {
        let factor = equations[other][column]
        equations[other] = zip(equations[other], equations[pivot]).map { $0 - factor * $1 }
      }
      pivot += 1
      if pivot == equations.count { break }
    }
    return equations.compactMap { equation in
      let filled = equation.indices.filter { equation[$0].magnitude > 1e-9 }
      return filled.count == 1 ? filled[0] : nil
    }
  }
}
