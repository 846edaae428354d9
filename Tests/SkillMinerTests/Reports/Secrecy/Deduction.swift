/// What can be worked out exactly from sums of unknown numbers.
struct Deduction {
  private var rows: [[Double]] = []
  private let count: Int

  /// - Parameter unknowns: how many numbers are hidden.
  init(unknowns: Int) { count = unknowns }

  /// A sum of some of the unknown numbers is known.
  mutating func know(sumOf unknowns: [Int]) {
    guard !unknowns.isEmpty else { return }
    var row = [Double](repeating: 0, count: count)
    for place in unknowns { row[place] += 1 }
    rows.append(row)
  }

  /// The numbers the sums fix: those whose unit vector lies in the space of the rows.
  var determined: [Int] {
    var matrix = rows
    var rank = 0
    for column in 0..<count {
      guard let pivot = (rank..<max(rank, matrix.count)).first(where: { abs(matrix[$0][column]) > 1e-9 })
      else { continue }
      matrix.swapAt(rank, pivot)
      let scale = matrix[rank][column]
      for place in 0..<count { matrix[rank][place] /= scale }
      for row in matrix.indices where row != rank && abs(matrix[row][column]) > 1e-9 {
        let factor = matrix[row][column]
        for place in 0..<count { matrix[row][place] -= factor * matrix[rank][place] }
      }
      rank += 1
    }
    return matrix.prefix(rank).compactMap { row in
      let used = row.indices.filter { abs(row[$0]) > 1e-9 }
      return used.count == 1 ? used[0] : nil
    }
  }
}
