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
  /// Offers in the order of their nodes: those compared among each other first, ascending, then others as they come.
  private var offers: [Int64] = []
  private var compared = 0
  private var nodesOfOthers: [Int64: Int] = [:]
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

    var sketches: [OfferSketch] = []
    try store.forEachSketch { offer, sketch in
      guard offer > task.compared || again.contains(offer) else { return }
      offers.append(offer)
      sketches.append(sketch)
    }
    compared = offers.count
    sets = DisjointSets(count: compared)
    for (offer, cluster) in former where !again.contains(offer) || comparedNode(offer) == nil {
      // A purged offer cannot be compared anew and stays where it is.
      sets.unite(node(offer), node(cluster))
    }
    try progress?(IngestProgress(phase: .clustering, done: 0, total: compared))
    let index = SketchIndex(sketches, takesOthers: task.compared > 0)
    try index.forEachPair(unless: { sets.find($0) == sets.find($1) }) { try unite(offers[$0], offers[$1]) }
    if task.compared > 0 {
      var matches: [(old: Int64, new: Int64)] = []
      try store.forEachSketch { offer, sketch in
        guard comparedNode(offer) == nil else { return }
        index.forEachMatch(of: sketch) { matches.append((offer, offers[$0])) }
      }
      try progress?(IngestProgress(phase: .clustering, done: 0, total: compared))
      for match in matches { try unite(match.old, match.new) }
    }
    try store.keepClusters(try moves(from: kept), compared: task)
    try progress?(IngestProgress(phase: .clustering, done: compared, total: compared))
  }

  /// Node of an offer that is compared with the others in this run.
  private func comparedNode(_ offer: Int64) -> Int? {
    var low = 0
    var high = compared
    while low < high {
      let middle = (low + high) / 2
      if offers[middle] < offer { low = middle + 1 } else { high = middle }
    }
    return low < compared && offers[low] == offer ? low : nil
  }

  private func node(_ offer: Int64) -> Int {
    if let known = comparedNode(offer) ?? nodesOfOthers[offer] { return known }
    let node = sets.add()
    nodesOfOthers[offer] = node
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
  private func moves(from kept: [Int64: Int64]) throws -> [(offer: Int64, kept: Int64)] {
    // Most offers stand alone.
    var groups: [Int: [Int64]] = [:]
    for node in offers.indices {
      let first = sets.find(node)
      if first != node { groups[first, default: [offers[first]]].append(offers[node]) }
    }
    let days = try store.created(groups.values.flatMap { $0 })
    var clusters: [Int64: Int64] = [:]
    for members in groups.values {
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
    return Set(clusters.keys).union(kept.keys).sorted().compactMap { offer in
      let (now, before) = (clusters[offer] ?? offer, kept[offer] ?? offer)
      return now == before ? nil : (offer, now)
    }
  }
}
