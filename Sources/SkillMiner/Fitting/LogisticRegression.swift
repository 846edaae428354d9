import Foundation

/// Logistic regression with a quadratic penalty, by Newton's method (Hastie, Tibshirani and Friedman 2009, 4.4).
enum LogisticRegression {
  /// - Parameters:
  ///   - matrix: standardised measurements, the constant among its columns.
  ///   - labels: one a row.
  ///   - weights: what each row counts for.
  ///   - penalty: half of it times the squared length of the weights is added to the loss.
  /// - Returns: weights of the standardised columns.
  static func fit(
    _ matrix: DesignMatrix, labels: [Bool], weights: [Double], penalty: Double, rounds: Int = 12
  ) -> [Double] {
    let d = matrix.columns
    var beta = [Double](repeating: 0, count: d)
    for _ in 0..<rounds {
      var gradient = beta.map { -penalty * $0 }
      var hessian = [Double](repeating: 0, count: d * d)
      matrix.values.withUnsafeBufferPointer { x in
        hessian.withUnsafeMutableBufferPointer { hessian in
          for row in 0..<matrix.rows {
            let at = row * d
            var z = 0.0
            for j in 0..<d { z += x[at + j] * beta[j] }
            let p = 1 / (1 + exp(-z))
            let error = weights[row] * ((labels[row] ? 1 : 0) - p)
            let curvature = weights[row] * p * (1 - p) + 1e-9
            for i in 0..<d {
              let v = x[at + i]
              if v == 0 { continue }
              gradient[i] += error * v
              let scaled = curvature * v
              for j in 0...i { hessian[i * d + j] += scaled * x[at + j] }
            }
          }
        }
      }
      for i in 0..<d { hessian[i * d + i] += penalty }
      let step = DesignMatrix.solve(hessian, gradient)
      for j in 0..<d { beta[j] += step[j] }
    }
    return beta
  }
}
