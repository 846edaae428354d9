/// False discovery rate over the hypotheses of one published table (Benjamini and Hochberg 1995).
public enum BenjaminiHochberg {
  /// The q-value of each p-value, in the order given: the smallest rate of false discoveries at which that
  /// hypothesis would be rejected. Values outside [0, 1] are brought back to the nearest bound.
  public static func qValues(_ pValues: [Double]) -> [Double] {
    let m = pValues.count
    let order = pValues.indices.sorted { (pValues[$0], $0) > (pValues[$1], $1) }
    var q = [Double](repeating: 1, count: m)
    var smallest = 1.0
    for (step, index) in order.enumerated() {
      let p = min(max(pValues[index], 0), 1)
      smallest = min(smallest, p * Double(m) / Double(m - step))
      q[index] = smallest
    }
    return q
  }
}
