/// Cosine of the angle between two vectors of weights: 1 for the same direction, 0 for nothing in common.
public enum CosineSimilarity {
  /// - Returns: 0 when one of the vectors is all zeros. Vectors are of equal length.
  public static func value(_ first: [Double], _ second: [Double]) -> Double {
    var dot = 0.0
    var a = 0.0
    var b = 0.0
    for (x, y) in zip(first, second) {
      dot += x * y
      a += x * x
      b += y * y
    }
    return a > 0 && b > 0 ? dot / (a * b).squareRoot() : 0
  }
}
