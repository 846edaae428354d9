public import Taxonomy

/// Finds offers that say nearly the same: resemblance of at least 0.9 over word 5-shingles, chained.
///
/// Candidates come from bands of MinHash signatures; each pair is then verified on the shingles themselves. The result
/// does not depend on the order in which texts are added.
public struct NearDuplicateIndex<ID: Comparable & Hashable & Sendable>: Sendable {
  /// Offers that are counted as one.
  public struct Cluster: Hashable, Sendable {
    /// The earliest created; of equal dates the smallest id. Offers without a date come last.
    public let kept: ID
    /// All members, ascending, the kept one among them; two at least.
    public let members: [ID]
  }

  private struct Entry {
    let id: ID
    let created: CalendarDate?
    let shingles: Shingles
    let signature: MinHashSignature
  }

  /// Resemblance from which two texts count as one.
  public let threshold: Double
  private var entries: [Entry] = []

  /// Starts an empty index.
  public init(threshold: Double = 0.9) { self.threshold = threshold }

  /// Number of texts added.
  public var count: Int { entries.count }

  /// Adds a text. A text without words is never a duplicate.
  public mutating func add(id: ID, text: String, created: CalendarDate? = nil) {
    let shingles = Shingles(text)
    add(id: id, shingles: shingles, signature: MinHashSignature(shingles), created: created)
  }

  /// Adds a text whose sketch was made elsewhere, on another thread say.
  public mutating func add(
    id: ID, shingles: Shingles, signature: MinHashSignature, created: CalendarDate? = nil
  ) {
    entries.append(Entry(id: id, created: created, shingles: shingles, signature: signature))
  }

  /// Clusters of two and more, ascending by the kept id.
  public func clusters() -> [Cluster] {
    var sets = DisjointSets(count: entries.count)
    let distinct = uniteEqual(&sets)
    for band in 0..<MinHashSignature.bands { unite(distinct, band: band, &sets) }
    var groups: [Int: [Int]] = [:]
    for i in entries.indices { groups[sets.find(i), default: []].append(i) }
    return groups.values.filter { $0.count > 1 }.compactMap(cluster).sorted { $0.kept < $1.kept }
  }

  /// Unites texts with equal shingles, and returns one of each sort: re-posts come by the hundred, and pairing them all
  /// would take quadratic time.
  private func uniteEqual(_ sets: inout DisjointSets) -> [Int] {
    var first: [Shingles: Int] = [:]
    var distinct: [Int] = []
    for i in entries.indices where !entries[i].shingles.hashes.isEmpty {
      if let other = first[entries[i].shingles] {
        sets.unite(i, other)
      } else {
        first[entries[i].shingles] = i
        distinct.append(i)
      }
    }
    return distinct
  }

  private func unite(_ distinct: [Int], band: Int, _ sets: inout DisjointSets) {
    let keyed = distinct.map { (key: entries[$0].signature.band(band), index: $0) }
      .sorted { ($0.key, $0.index) < ($1.key, $1.index) }
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
      for i in start..<end {
        for j in i + 1..<max(i + 1, end) {
          let (a, b) = (keyed[i].index, keyed[j].index)
          if sets.find(a) != sets.find(b), resemble(a, b) { sets.unite(a, b) }
        }
      }
      start = end
    }
  }

  private func resemble(_ a: Int, _ b: Int) -> Bool {
    let (m, n) = (entries[a].shingles.hashes.count, entries[b].shingles.hashes.count)
    // Sizes alone bound the resemblance.
    return Double(min(m, n)) >= threshold * Double(max(m, n))
      && entries[a].shingles.jaccard(entries[b].shingles) >= threshold
  }

  private func cluster(_ indices: [Int]) -> Cluster? {
    let members = indices.map { entries[$0] }
    let kept = members.min { a, b in
      switch (a.created, b.created) {
      case (let x?, let y?) where x != y: x < y
      case (.some, nil): true
      case (nil, .some): false
      default: a.id < b.id
      }
    }
    return kept.map { Cluster(kept: $0.id, members: members.map(\.id).sorted()) }
  }
}
