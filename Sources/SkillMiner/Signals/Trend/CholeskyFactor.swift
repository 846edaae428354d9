/// Factor of a small symmetric positive definite matrix.
struct CholeskyFactor: Hashable, Sendable {
  private let lower: [Double]
  private let size: Int

  /// - Parameter matrix: row by row; the lower triangle is read. `nil` when it is not positive definite.
  init?(_ matrix: [Double], size: Int) {
    var l = matrix
    for i in 0..<size {
      for j in 0...i {
        var sum = matrix[i * size + j]
        for k in 0..<j { sum -= l[i * size + k] * l[j * size + k] }
        if i == j {
          guard sum > 1e-12 * max(matrix[i * size + i], 1e-300) else { return nil }
          l[i * size + i] = sum.squareRoot()
        } else {
          l[i * size + j] = sum / l[j * size + j]
        }
      }
    }
    lower = l
    self.size = size
  }

  /// The solution of matrix · x = b.
  func solve(_ b: [Double]) -> [Double] {
    var x = b
    for i in 0..<size {
      for k in 0..<i { x[i] -= lower[i * size + k] * x[k] }
      x[i] /= lower[i * size + i]
    }
    for i in (0..<size).reversed() {
      for k in (i + 1)..<max(i + 1, size) { x[i] -= lower[k * size + i] * x[k] }
      x[i] /= lower[i * size + i]
    }
    return x
  }

  /// Diagonal of the inverse.
  func inverseDiagonal() -> [Double] {
    (0..<size).map { column in
      var unit = [Double](repeating: 0, count: size)
      unit[column] = 1
      return solve(unit)[column]
    }
  }
}
