/// Sums of feature × weight.
enum FeatureSum {
  /// The sum over a range of features, eight at a time. Always added in the same order, so that the same features give
  /// the same sum.
  @inline(__always)
  static func dot(_ features: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, _ range: Range<Int>)
    -> Float
  {
    var sums = SIMD8<Float>()
    var at = range.lowerBound
    while at + 8 <= range.upperBound {
      sums +=
        UnsafeRawPointer(features + at).loadUnaligned(as: SIMD8<Float>.self)
        * UnsafeRawPointer(weights + at).loadUnaligned(as: SIMD8<Float>.self)
      at += 8
    }
    var sum = sums.sum()
    while at < range.upperBound {
      sum += features[at] * weights[at]
      at += 1
    }
    return sum
  }
}
