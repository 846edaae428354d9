import Taxonomy

/// Which occupations an offer's own words speak of, whatever code it carries.
///
/// Each occupation is a document: its titles and the labels of its items, over keys, weighted by tf–idf and of unit
/// length. An offer is compared by cosine; its best occupations share a weight of one. Codes of offers are often absent
/// and some are wrong, so the declared code only adds to what the text says.
struct OccupationModel: Sendable {
  /// Occupations kept for an offer.
  static let kept = 12

  private let postingStarts: FrozenArray<Int32>
  private let postingOccupations: FrozenArray<Int32>
  private let postingWeights: FrozenArray<Float>
  private let keyWeights: FrozenArray<Float>
  let codes: [ROMECode]
  /// Items of each occupation with 1 for a link and 1.5 for a core one.
  private let items: [[(item: Int32, weight: Float)]]
  private let documents: [[(key: Int32, weight: Float)]]
  private let indexOfCode: [ROMECode: Int32]
  private let children: [ROMECode: [Int32]]

  /// - Parameters:
  ///   - titleKeys: keys of each title of an occupation, by its place in `release.occupations`.
  ///   - itemKeys: keys of each item's label.
  init(
    release: TaxonomyRelease, titleKeys: [[Int32]], itemKeys: [[Int32]], itemOfCode: [OGRCode: Int32],
    keyCount: Int
  ) {
    codes = release.occupations.map(\.code)
    var indexOfCode: [ROMECode: Int32] = [:]
    var children: [ROMECode: [Int32]] = [:]
    for (index, occupation) in release.occupations.enumerated() {
      indexOfCode[occupation.code] = Int32(index)
      children[occupation.parent, default: []].append(Int32(index))
    }
    self.indexOfCode = indexOfCode
    self.children = children
    var items = [[(item: Int32, weight: Float)]](repeating: [], count: codes.count)
    var counts = [[Int32: Float]](repeating: [:], count: codes.count)
    for index in codes.indices { for key in titleKeys[index] { counts[index][key, default: 0] += 2 } }
    for link in release.links {
      guard let occupation = indexOfCode[link.occupation], let item = itemOfCode[link.competency] else {
        continue
      }
      let weight: Float = link.weight == .ordinary ? 1 : 1.5
      items[Int(occupation)].append((item, weight))
      for key in itemKeys[Int(item)] { counts[Int(occupation)][key, default: 0] += weight }
    }
    self.items = items
    var frequency = [Float](repeating: 0, count: keyCount)
    for document in counts { for key in document.keys where key >= 0 { frequency[Int(key)] += 1 } }
    let n = Float(max(1, codes.count))
    let keyWeights = frequency.map { $0 == 0 ? 0 : PhraseIndex.log(n / $0) }
    self.keyWeights = FrozenArray(keyWeights)
    var perKey = [[(Int32, Float)]](repeating: [], count: keyCount)
    var documents: [[(key: Int32, weight: Float)]] = []
    documents.reserveCapacity(counts.count)
    for (index, document) in counts.enumerated() {
      var norm: Float = 0
      var entries: [(key: Int32, weight: Float)] = []
      for (key, count) in document.sorted(by: { $0.key < $1.key }) where key >= 0 {
        let weight = (1 + PhraseIndex.log(count)) * keyWeights[Int(key)]
        if weight > 0 {
          entries.append((key, weight))
          norm += weight * weight
        }
      }
      let length = max(norm.squareRoot(), 1e-6)
      for at in entries.indices { entries[at].weight /= length }
      for entry in entries { perKey[Int(entry.key)].append((Int32(index), entry.weight)) }
      documents.append(entries)
    }
    self.documents = documents
    var starts: [Int32] = [0]
    var occupations: [Int32] = []
    var weights: [Float] = []
    for list in perKey {
      // A key that most occupations share tells nothing and costs the most.
      if list.count <= 500 {
        for (occupation, weight) in list {
          occupations.append(occupation)
          weights.append(weight)
        }
      }
      starts.append(Int32(occupations.count))
    }
    postingStarts = FrozenArray(starts)
    postingOccupations = FrozenArray(occupations)
    postingWeights = FrozenArray(weights)
  }

  /// Occupations of an offer with weights that sum to one, heaviest first; empty when nothing is known.
  ///
  /// - Parameters:
  ///   - title: keys of its title, counted three times.
  ///   - text: keys of its description, each once.
  ///   - declared: the code the feed gives.
  func occupations(
    title: [Int32], text: [Int32], declared: ROMECode?, scratch: inout [Float]
  ) -> [(occupation: Int32, weight: Float)] {
    if scratch.count != codes.count { scratch = [Float](repeating: 0, count: codes.count) }
    var norm: Float = 0
    scratch.withUnsafeMutableBufferPointer { scratch in
      scratch.update(repeating: 0)
      func add(_ key: Int32, _ times: Float) {
        guard key >= 0, Int(key) + 1 < postingStarts.count else { return }
        let weight = keyWeights.base[Int(key)] * times
        norm += weight * weight
        for at in Int(postingStarts.base[Int(key)])..<Int(postingStarts.base[Int(key) + 1]) {
          scratch[Int(postingOccupations.base[at])] += weight * postingWeights.base[at]
        }
      }
      for key in title { add(key, 3) }
      for key in text { add(key, 1) }
    }
    let length = max(norm.squareRoot(), 1e-6)
    if let declared {
      var own = children[declared] ?? []
      if let index = indexOfCode[declared], !own.contains(index) { own.append(index) }
      for index in own { scratch[Int(index)] += 0.25 * length / Float(max(1, own.count)).squareRoot() }
    }
    var best: [(occupation: Int32, weight: Float)] = []
    for (index, score) in scratch.enumerated() where score > 0 {
      let cosine = score / length
      if best.count < Self.kept || cosine > best[best.count - 1].weight {
        var at = best.count
        while at > 0, best[at - 1].weight < cosine { at -= 1 }
        best.insert((Int32(index), cosine), at: at)
        if best.count > Self.kept { best.removeLast() }
      }
    }
    // Sharpened, so that a clear winner counts as one.
    var total: Float = 0
    for index in best.indices {
      let w = best[index].weight
      best[index].weight = w * w * w * w
      total += best[index].weight
    }
    guard total > 0 else { return [] }
    for index in best.indices { best[index].weight /= total }
    return best
  }

  /// Items an occupation asks for, with 1 for a link and 1.5 for a core one.
  func items(of occupation: Int32) -> [(item: Int32, weight: Float)] { items[Int(occupation)] }

  /// Keys of an occupation's document with their weights; the document is of unit length.
  func keys(of occupation: Int32) -> [(key: Int32, weight: Float)] { documents[Int(occupation)] }
}
