/// Rows of measurements, one column a feature, with each column brought to mean 0 and standard deviation 1.
///
/// A column that never varies is left as it is: it is the constant, or weighs nothing.
struct DesignMatrix {
  let rows: Int
  let columns: Int
  private(set) var values: [Double]
  private var means: [Double]
  private var deviations: [Double]

  /// - Parameter rows: at least one, all of one length.
  init(_ rows: [[Float]]) {
    self.rows = rows.count
    columns = rows.first?.count ?? 0
    values = rows.flatMap { $0.map(Double.init) }
    means = [Double](repeating: 0, count: columns)
    deviations = [Double](repeating: 1, count: columns)
    for column in 0..<columns {
      var sum = 0.0
      for row in 0..<rows.count { sum += values[row * columns + column] }
      let mean = sum / Double(max(1, rows.count))
      var squares = 0.0
      for row in 0..<rows.count {
        let distance = values[row * columns + column] - mean
        squares += distance * distance
      }
      let deviation = (squares / Double(max(1, rows.count))).squareRoot()
      guard deviation > 1e-9 else { continue }
      means[column] = mean
      deviations[column] = deviation
      for row in 0..<rows.count {
        values[row * columns + column] = (values[row * columns + column] - mean) / deviation
      }
    }
  }

  /// Weights for measurements as they were, and what has to be added to the constant for the shift of the means.
  func restored(_ weights: [Double]) -> (weights: [Double], constant: Double) {
    var constant = 0.0
    var restored = weights
    for column in 0..<columns {
      restored[column] = weights[column] / deviations[column]
      constant -= restored[column] * means[column]
    }
    return (restored, constant)
  }

  /// Solves a symmetric positive definite system in place of its right side, by Cholesky's decomposition.
  static func solve(_ matrix: [Double], _ right: [Double]) -> [Double] {
    let n = right.count
    var lower = matrix
    for i in 0..<n {
      for j in 0...i {
        var sum = lower[i * n + j]
        for k in 0..<j { sum -= lower[i * n + k] * lower[j * n + k] }
        lower[i * n + j] = i == j ? max(sum, 1e-12).squareRoot() : sum / lower[j * n + j]
      }
    }
    var x = right
    for i in 0..<n {
      for k in 0..<i { x[i] -= lower[i * n + k] * x[k] }
      x[i] /= lower[i * n + i]
    }
    for i in (0..<n).reversed() {
      for k in i + 1..<n { x[i] -= lower[k * n + i] * x[k] }
      x[i] /= lower[i * n + i]
    }
    return x
  }
}
