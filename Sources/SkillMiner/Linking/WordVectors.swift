/// Vectors of keys learned from the taxonomy's own labels: words that keep the same company lie close together.
///
/// Positive pointwise mutual information of the keys that stand in one label (Levy and Goldberg 2014), reduced to its
/// dominant subspace by subspace iteration from a start that follows from the keys (Halko, Martinsson and Tropp 2011). No
/// text but the release's is needed, and the same release always gives the same vectors.
struct WordVectors: Sendable {
  /// Numbers a vector.
  static let dimensions = 48
  private static let rounds = 4

  /// `dimensions` numbers a key, of unit length or all zero.
  let vectors: FrozenArray<Float>

  /// Knows nothing: every likeness is zero.
  init() { vectors = FrozenArray([]) }

  /// - Parameters:
  ///   - labels: content keys of each label.
  ///   - keys: the key vocabulary.
  init(labels: [[Int32]], keys: [String]) {
    let keyCount = keys.count
    let matrix = Association(labels: labels, keyCount: keyCount)
    var basis = Self.start(keys)
    for _ in 0..<Self.rounds {
      basis = matrix.product(basis, columns: Self.dimensions)
      Self.orthonormalise(&basis, rows: keyCount)
    }
    basis = matrix.product(basis, columns: Self.dimensions)
    for row in 0..<keyCount { Self.normalise(&basis, row * Self.dimensions) }
    vectors = FrozenArray(basis)
  }

  /// Adds a key's vector, weighted.
  @inline(__always)
  func add(_ key: Int32, _ weight: Float, to sum: UnsafeMutablePointer<Float>) {
    guard key >= 0, (Int(key) + 1) * Self.dimensions <= vectors.count else { return }
    let from = vectors.base + Int(key) * Self.dimensions
    for d in 0..<Self.dimensions { sum[d] += weight * from[d] }
  }

  /// Scales to unit length; zero stays zero.
  @inline(__always)
  static func normalise(_ vector: UnsafeMutablePointer<Float>) {
    var norm: Float = 0
    for d in 0..<dimensions { norm += vector[d] * vector[d] }
    guard norm > 1e-12 else { return }
    let scale = 1 / norm.squareRoot()
    for d in 0..<dimensions { vector[d] *= scale }
  }

  /// Asks for a vector that will be read soon.
  @inline(__always)
  static func fetch(_ vector: UnsafePointer<Float>) {
    for line in stride(from: 0, to: dimensions, by: 16) { WideMemory.prefetch(vector + line) }
  }

  /// Cosine of two vectors of unit length.
  @inline(__always)
  static func cosine(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>) -> Float {
    var sums = SIMD16<Float>()
    for d in stride(from: 0, to: dimensions, by: 16) {
      sums +=
        UnsafeRawPointer(a + d).loadUnaligned(as: SIMD16<Float>.self)
        * UnsafeRawPointer(b + d).loadUnaligned(as: SIMD16<Float>.self)
    }
    return sums.sum()
  }

  private static func normalise(_ rows: inout [Float], _ start: Int) {
    rows.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { normalise(base + start) }
    }
  }

  /// Where iteration starts: small numbers of both signs that a key's own letters determine. A word more in the
  /// lexicon, which shifts the places of others, leaves their vectors as they were.
  private static func start(_ keys: [String]) -> [Float] {
    var numbers: [Float] = []
    numbers.reserveCapacity(keys.count * dimensions)
    for key in keys {
      // The same congruential generator from each key's hash.
      var state = FNV1a.hash(key)
      for _ in 0..<dimensions {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        numbers.append(Float(Int64(bitPattern: state) >> 40) / Float(1 << 23))
      }
    }
    return numbers
  }

  /// Gram–Schmidt over columns, in order. Each column is laid out whole for it: in rows of the matrix its numbers stand
  /// far apart.
  private static func orthonormalise(_ basis: inout [Float], rows: Int) {
    var columns = [Float](repeating: 0, count: basis.count)
    for row in 0..<rows {
      for column in 0..<dimensions { columns[column * rows + row] = basis[row * dimensions + column] }
    }
    columns.withUnsafeMutableBufferPointer { columns in
      for column in 0..<dimensions {
        let own = column * rows
        for other in stride(from: 0, to: own, by: rows) {
          var dot: Float = 0
          for row in 0..<rows { dot += columns[own + row] * columns[other + row] }
          for row in 0..<rows { columns[own + row] -= dot * columns[other + row] }
        }
        var norm: Float = 0
        for row in 0..<rows { norm += columns[own + row] * columns[own + row] }
        let scale = norm > 1e-20 ? 1 / norm.squareRoot() : 0
        for row in 0..<rows { columns[own + row] *= scale }
      }
    }
    for row in 0..<rows {
      for column in 0..<dimensions { basis[row * dimensions + column] = columns[column * rows + row] }
    }
  }
}

/// Sparse symmetric matrix of positive pointwise mutual information between keys of one label.
private struct Association {
  private var starts: [Int32] = [0]
  private var columns: [Int32] = []
  private var values: [Float] = []

  init(labels: [[Int32]], keyCount: Int) {
    var pairs: [UInt64] = []
    for keys in labels {
      let known = keys.filter { $0 >= 0 }
      for (at, a) in known.enumerated() {
        for b in known[(at + 1)...] where a != b {
          pairs.append(UInt64(a) << 32 | UInt64(b))
          pairs.append(UInt64(b) << 32 | UInt64(a))
        }
      }
    }
    pairs.sort()
    var marginal = [Float](repeating: 0, count: keyCount)
    for pair in pairs { marginal[Int(pair >> 32)] += 1 }
    let total = max(1, Float(pairs.count))
    // Contexts are smoothed by the power 0.75, as in word2vec, on both sides so that the matrix stays symmetric.
    let smoothed = marginal.map { ($0.squareRoot() * $0.squareRoot().squareRoot()) }
    let mass = max(1, smoothed.reduce(0, +))
    var at = 0
    for key in 0..<keyCount {
      while at < pairs.count, Int(pairs[at] >> 32) == key {
        var end = at
        while end < pairs.count, pairs[end] == pairs[at] { end += 1 }
        let other = Int(pairs[at] & 0xFFFF_FFFF)
        let expected =
          (marginal[key] / total * smoothed[other] / mass * marginal[other] / total * smoothed[key] / mass)
          .squareRoot()
        let information = PhraseIndex.log(Float(end - at) / total / expected)
        if information > 0 {
          columns.append(Int32(other))
          values.append(information)
        }
        at = end
      }
      starts.append(Int32(columns.count))
    }
  }

  /// The matrix times a dense one of `columns` columns.
  func product(_ dense: [Float], columns width: Int) -> [Float] {
    var out = [Float](repeating: 0, count: dense.count)
    out.withUnsafeMutableBufferPointer { out in
      dense.withUnsafeBufferPointer { dense in
        for row in 0..<starts.count - 1 {
          for at in Int(starts[row])..<Int(starts[row + 1]) {
            let value = values[at]
            let from = Int(columns[at]) * width
            for d in 0..<width { out[row * width + d] += value * dense[from + d] }
          }
        }
      }
    }
    return out
  }
}
