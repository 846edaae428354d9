import Foundation

/// Choice among the alternatives of a group, several of which may be right: conditional logit (McFadden 1974) whose
/// likelihood is that of choosing any right one, with a quadratic penalty, by damped Newton steps.
enum ConditionalLogit {
  private static let damping = 0.7

  /// - Parameters:
  ///   - matrix: standardised measurements of all alternatives, group after group.
  ///   - groups: rows of each group.
  ///   - labels: whether each alternative is right; groups without a right one say nothing.
  ///   - penalty: half of it times the squared length of the weights is added to the loss.
  /// - Returns: weights of the standardised columns.
  static func fit(
    _ matrix: DesignMatrix, groups: [Range<Int>], labels: [Bool], penalty: Double, rounds: Int = 15
  ) -> [Double] {
    let d = matrix.columns
    let telling = groups.filter { $0.contains { labels[$0] } }
    var beta = [Double](repeating: 0, count: d)
    for _ in 0..<rounds {
      var gradient = beta.map { -penalty * $0 }
      var hessian = [Double](repeating: 0, count: d * d)
      for i in 0..<d { hessian[i * d + i] = penalty }
      matrix.values.withUnsafeBufferPointer { x in
        hessian.withUnsafeMutableBufferPointer { hessian in
          for group in telling {
            let scores = group.map { row in (0..<d).reduce(0) { $0 + x[row * d + $1] * beta[$1] } }
            let peak = scores.max() ?? 0
            let powers = scores.map { exp($0 - peak) }
            let all = powers.reduce(0, +)
            let right = zip(group, powers).reduce(0) { $0 + (labels[$1.0] ? $1.1 : 0) }
            var mean = [Double](repeating: 0, count: d)
            for (row, power) in zip(group, powers) {
              let p = power / all
              let q = labels[row] ? power / right : 0
              for i in 0..<d {
                let v = x[row * d + i]
                gradient[i] += (q - p) * v
                mean[i] += p * v
              }
              // What is hardly ever chosen hardly bends the likelihood.
              if p < 1e-6 { continue }
              for i in 0..<d {
                let scaled = p * x[row * d + i]
                if scaled == 0 { continue }
                for j in 0...i { hessian[i * d + j] += scaled * x[row * d + j] }
              }
            }
            for i in 0..<d { for j in 0...i { hessian[i * d + j] -= mean[i] * mean[j] } }
          }
        }
      }
      let step = DesignMatrix.solve(hessian, gradient)
      for j in 0..<d { beta[j] += damping * step[j] }
    }
    return beta
  }
}
