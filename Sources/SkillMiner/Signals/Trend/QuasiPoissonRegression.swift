import Foundation

/// Regression of counts with a logarithmic link and an offset, variance proportional to the mean (McCullagh and Nelder
/// 1989): maximum likelihood of the Poisson model by iteratively reweighted least squares, standard errors × √φ with
/// φ = Pearson χ²/(n − p).
public struct QuasiPoissonRegression: Hashable, Sendable {
  /// One a column of the design.
  public let coefficients: [Double]
  /// φ as estimated; may be below 1.
  public let dispersion: Double
  /// Standard errors with φ as estimated.
  public let standardErrors: [Double]
  /// Observations less columns.
  public let degrees: Int

  /// - Parameters:
  ///   - counts: one an observation.
  ///   - exposure: what each count is of (offers of the month); observations with none are left out.
  ///   - design: rows of equal length, the constant included.
  /// - Returns: `nil` when the model cannot be estimated (too few observations, columns that depend on each other, no
  ///   convergence because a group has only zeros).
  public init?(counts: [Double], exposure: [Double], design: [[Double]]) {
    let used = counts.indices.filter { exposure[$0] > 0 }
    guard let first = used.first, used.count > design[first].count else { return nil }
    let p = design[first].count
    let total = used.reduce(0) { $0 + counts[$1] }
    guard total > 0 else { return nil }
    var mean = used.map { counts[$0] + 0.1 }
    var beta = [Double](repeating: 0, count: p)
    var deviance = Double.infinity
    var factor: CholeskyFactor?
    var hasConverged = false
    for _ in 0..<100 {
      var a = [Double](repeating: 0, count: p * p)
      var b = [Double](repeating: 0, count: p)
      for (row, index) in used.enumerated() {
        let mu = mean[row]
        let response = log(mu / exposure[index]) + (counts[index] - mu) / mu
        let x = design[index]
        for i in 0..<p {
          b[i] += mu * x[i] * response
          for j in 0...i { a[i * p + j] += mu * x[i] * x[j] }
        }
      }
      guard let solved = CholeskyFactor(a, size: p) else { return nil }
      factor = solved
      beta = solved.solve(b)
      var new = 0.0
      for (row, index) in used.enumerated() {
        let eta = zip(design[index], beta).reduce(0) { $0 + $1.0 * $1.1 }
        guard eta.magnitude < 500 else { return nil }
        let mu = max(exposure[index] * exp(eta), 1e-12)
        mean[row] = mu
        let y = counts[index]
        new += 2 * ((y > 0 ? y * log(y / mu) : 0) - (y - mu))
      }
      if (new - deviance).magnitude < 1e-11 * (new.magnitude + 0.1) {
        hasConverged = true
        break
      }
      deviance = new
    }
    guard hasConverged, let factor else { return nil }
    degrees = used.count - p
    let pearson = zip(used, mean).reduce(0) { sum, item in
      let residual = counts[item.0] - item.1
      return sum + residual * residual / item.1
    }
    coefficients = beta
    dispersion = pearson / Double(used.count - p)
    let scale = dispersion
    standardErrors = factor.inverseDiagonal().map { ($0 * scale).squareRoot() }
  }
}
