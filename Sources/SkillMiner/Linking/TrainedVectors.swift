public import Taxonomy

/// Vectors of keys that were trained on the offers of one store and on the labels of one release: what a store keeps.
///
/// A direction in eight-bit numbers is enough: only cosines are ever taken of them. Reading with them needs no
/// library; training them does.
public struct TrainedVectors: Hashable, Sendable {
  /// What the vectors were made of.
  public struct Origin: Hashable, Sendable {
    /// Digest of the release whose labels and keys they are of; with another one they are stale.
    public let release: String
    /// Its name.
    public let releaseName: String
    /// Distinct texts of offers that were read.
    public let offers: Int
    /// Seed of the training.
    public let seed: Int
    /// Version of the library, as its Debian package has it.
    public let library: String
    /// Day of the training.
    public let trained: CalendarDate

    /// Makes the value from its parts.
    public init(
      release: String, releaseName: String, offers: Int, seed: Int, library: String, trained: CalendarDate
    ) {
      self.release = release
      self.releaseName = releaseName
      self.offers = offers
      self.seed = seed
      self.library = library
      self.trained = trained
    }
  }

  /// What they were made of.
  public let origin: Origin
  /// `WordVectors.dimensions` numbers a key, keys ascending; see `bytes`.
  let numbers: [String: ArraySlice<Int8>]

  /// Keys that have a vector.
  public var keys: Int { numbers.count }

  /// - Parameters:
  ///   - keys: distinct.
  ///   - vectors: `WordVectors.dimensions` numbers each; one that is zero or holds what is no number is left out.
  init(origin: Origin, keys: [String], vectors: [Float]) {
    self.origin = origin
    let width = WordVectors.dimensions
    var numbers: [String: ArraySlice<Int8>] = [:]
    for (place, key) in keys.enumerated() {
      let vector = vectors[place * width..<(place + 1) * width]
      let largest = vector.reduce(Float(0)) { max($0, abs($1)) }
      guard largest > 1e-9, vector.allSatisfy(\.isFinite) else { continue }
      numbers[key] = ArraySlice(vector.map { Int8(($0 / largest * 127).rounded()) })
    }
    self.numbers = numbers
  }

  /// Reads what `bytes` wrote.
  ///
  /// - Returns: `nil` when they are damaged or of another width.
  public init?(origin: Origin, bytes: [UInt8]) {
    let width = WordVectors.dimensions
    guard bytes.first == UInt8(width) else { return nil }
    var numbers: [String: ArraySlice<Int8>] = [:]
    var at = 1
    while at < bytes.count {
      let end = at + 1 + Int(bytes[at]) + width
      guard end <= bytes.count else { return nil }
      let key = String(decoding: bytes[at + 1..<end - width], as: UTF8.self)
      numbers[key] = ArraySlice(bytes[end - width..<end].map { Int8(bitPattern: $0) })
      at = end
    }
    self.origin = origin
    self.numbers = numbers
  }

  /// The numbers of a vector; then for each key, ascending, its length in bytes, its UTF-8 and its vector. A key is never
  /// longer than `Analyzer.longestWord` units.
  public var bytes: [UInt8] {
    var bytes = [UInt8(WordVectors.dimensions)]
    for (key, vector) in numbers.sorted(by: { $0.key < $1.key }) where key.utf8.count <= 255 {
      bytes.append(UInt8(key.utf8.count))
      bytes += key.utf8
      bytes += vector.map { UInt8(bitPattern: $0) }
    }
    return bytes
  }

  /// SHA-256 of the vectors, hexadecimal: the same whenever they were trained.
  public var digest: String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }
}

extension WordVectors {
  /// Vectors trained on offers; a key that was not there then knows nothing.
  init(_ trained: TrainedVectors, keys: [String]) {
    var numbers = [Float](repeating: 0, count: keys.count * Self.dimensions)
    numbers.withUnsafeMutableBufferPointer { numbers in
      guard let base = numbers.baseAddress else { return }
      for (place, key) in keys.enumerated() {
        guard let vector = trained.numbers[key] else { continue }
        let row = base + place * Self.dimensions
        for (d, number) in vector.enumerated() { row[d] = Float(number) }
        Self.normalise(row)
      }
    }
    vectors = FrozenArray(numbers)
  }
}
