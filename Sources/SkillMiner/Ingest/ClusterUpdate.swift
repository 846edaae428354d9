import Taxonomy

/// Compares the offers that are new or changed with all others for near-duplicates, and keeps the clusters: resemblance
/// of at least 0.9 over word 5-shingles, chained.
///
/// Candidates come from sketches kept beside the offers; each pair is then verified on its texts. What was compared
/// before is not compared again: an import costs as much as it brings, and the result is that of comparing all.
final class ClusterUpdate {
  /// Resemblance from which two texts count as one.
  static let threshold = 0.9
  /// Texts whose shingles are kept for the next pair.
  private static let remembered = 4096

  private let store: Store
  private let progress: IngestProgressHandler?
  private var sets = DisjointSets(count: 0)
  private var nodes: [Int64: Int] = [:]
  private var offers: [Int64] = []
  private var shingles: [Int64: Shingles] = [:]

  init(store: Store, progress: IngestProgressHandler? = nil) {
    self.store = store
    self.progress = progress
  }

  func run() throws {
    let task = try store.uncompared()
    guard task.last > task.compared || !task.changed.isEmpty else { return }
    let former = try store.clustered()
    // A cluster that a text has left may fall apart: all its members are compared anew.
    let changed = Set(task.changed)
    let kept = Dictionary(former.map { ($0.offer, $0.kept) }, uniquingKeysWith: { a, _ in a })
    let open = Set(changed.map { kept[$0] ?? $0 })
    var again = changed
    for (offer, cluster) in former where open.contains(cluster) { again.formUnion([offer, cluster]) }

    var new: [Int64] = []
    var sketches: [OfferSketch] = []
    try store.forEachSketch { offer, sketch in
      guard offer > task.compared || again.contains(offer) else { return }
      new.append(offer)
      sketches.append(sketch)
    }
    for offer in new { _ = node(offer) }
    let among = Set(new)
    for (offer, cluster) in former where !again.contains(offer) || !among.contains(offer) {
      // A purged offer cannot be compared anew and stays where it is.
      sets.unite(node(offer), node(cluster))
    }
    try progress?(IngestProgress(phase: .clustering, done: 0, total: new.count))
    let index = SketchIndex(sketches, takesOthers: task.compared > 0)
    try index.forEachPair(unless: { isUnited(new[$0], new[$1]) }) { try unite(new[$0], new[$1]) }
    if task.compared > 0 {
      var matches: [(old: Int64, new: Int64)] = []
      try store.forEachSketch { offer, sketch in
        guard !among.contains(offer) else { return }
        index.forEachMatch(of: sketch) { matches.append((offer, new[$0])) }
      }
      try progress?(IngestProgress(phase: .clustering, done: 0, total: new.count))
      for match in matches { try unite(match.old, match.new) }
    }
    try store.keepClusters(try moves(from: kept, reset: again), compared: task)
    try progress?(IngestProgress(phase: .clustering, done: new.count, total: new.count))
  }

  private func node(_ offer: Int64) -> Int {
    if let known = nodes[offer] { return known }
    let node = sets.add()
    nodes[offer] = node
    offers.append(offer)
    return node
  }

  private func isUnited(_ a: Int64, _ b: Int64) -> Bool { sets.find(node(a)) == sets.find(node(b)) }

  private func unite(_ a: Int64, _ b: Int64) throws {
    guard !isUnited(a, b) else { return }
    let (x, y) = (try shingles(of: a), try shingles(of: b))
    let (m, n) = (Double(x.hashes.count), Double(y.hashes.count))
    // Sizes alone bound the resemblance.
    guard min(m, n) >= Self.threshold * max(m, n), x.jaccard(y) >= Self.threshold else { return }
    sets.unite(node(a), node(b))
  }

  private func shingles(of offer: Int64) throws -> Shingles {
    if let known = shingles[offer] { return known }
    let made = Shingles(try store.textToCompare(offer))
    if shingles.count >= Self.remembered { shingles.removeAll(keepingCapacity: true) }
    shingles[offer] = made
    return made
  }

  /// What changes for whom. The earliest created is kept; of equal dates the smallest row. Offers without a date come
  /// last.
  private func moves(
    from kept: [Int64: Int64], reset: Set<Int64>
  ) throws -> [(offer: Int64, kept: Int64)] {
    var groups: [Int: [Int64]] = [:]
    for (node, offer) in offers.enumerated() { groups[sets.find(node), default: []].append(offer) }
    let several = groups.values.filter { $0.count > 1 }
    let days = try store.created(several.flatMap { $0 })
    var clusters: [Int64: Int64] = [:]
    for members in several {
      let first = members.min { a, b in
        switch (days[a], days[b]) {
        case (let x?, let y?) where x != y: x < y
        case (.some, nil): true
        case (nil, .some): false
        default: a < b
        }
      }
      for member in members { clusters[member] = first ?? member }
    }
    let touched = Set(offers).union(reset)
    return touched.sorted().compactMap { offer in
      let (now, before) = (clusters[offer] ?? offer, kept[offer] ?? offer)
      return now == before ? nil : (offer, now)
    }
  }
}
