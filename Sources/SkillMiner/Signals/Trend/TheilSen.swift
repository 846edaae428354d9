/// Slope of a series as the median of the slopes between all pairs of its points (Theil 1950, Sen 1968): one wild month
/// does not move it.
public enum TheilSen {
  /// Change a period; `nil` with fewer than two points.
  ///
  /// - Parameter values: one a period, in order, equally spaced.
  public static func slope(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    var slopes: [Double] = []
    slopes.reserveCapacity(values.count * (values.count - 1) / 2)
    for i in values.indices {
      for j in (i + 1)..<max(i + 1, values.count) {
        slopes.append((values[j] - values[i]) / Double(j - i))
      }
    }
    slopes.sort()
    let middle = slopes.count / 2
    return slopes.count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2
  }
}
