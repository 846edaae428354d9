/// Weights of keys as threads look them up: no reference is counted, so that no two threads write where both read.
/// Whoever holds one holds the index it is of.
struct KeyWeights {
  private let base: UnsafePointer<Float>
  private let count: Int
  private let unknown: Float

  /// - Parameter unknown: weight of a key that the index does not know.
  init(_ weights: FrozenArray<Float>, unknown: Float) {
    base = weights.base
    count = weights.count
    self.unknown = unknown
  }

  /// Weight of a key; unknown keys weigh as much as the rarest.
  @inline(__always)
  func of(_ key: Int32) -> Float { key >= 0 && Int(key) < count ? base[Int(key)] : unknown }
}
