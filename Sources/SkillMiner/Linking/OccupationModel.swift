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
  /// Which row of `rows` holds the postings of a key; -1 when they stand in the lists.
  private let rowOfKey: FrozenArray<Int32>
  /// A weight for each occupation, zero where the key says nothing of it: for keys that so many occupations share that
  /// adding a whole row is faster than looking up each.
  private let rows: FrozenArray<Float>
  let codes: [ROMECode]

  /// A weight of an item or of a key.
  struct Entry: BitwiseCopyable, Sendable {
    let number: Int32
    let weight: Float
  }

  /// Where the items of each occupation start, and where the last end.
  private let itemStarts: FrozenArray<Int32>
  private let items: FrozenArray<Entry>
  /// The same of the keys of its document.
  private let documentStarts: FrozenArray<Int32>
  private let documents: FrozenArray<Entry>
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
    var items = [[Entry]](repeating: [], count: codes.count)
    var counts = [[Int32: Float]](repeating: [:], count: codes.count)
    for index in codes.indices { for key in titleKeys[index] { counts[index][key, default: 0] += 2 } }
    for link in release.links {
      guard let occupation = indexOfCode[link.occupation], let item = itemOfCode[link.competency] else {
        continue
      }
      let weight: Float = link.weight == .ordinary ? 1 : 1.5
      items[Int(occupation)].append(Entry(number: item, weight: weight))
      for key in itemKeys[Int(item)] { counts[Int(occupation)][key, default: 0] += weight }
    }
    (itemStarts, self.items) = Self.joined(items)
    var frequency = [Float](repeating: 0, count: keyCount)
    for document in counts { for key in document.keys where key >= 0 { frequency[Int(key)] += 1 } }
    let n = Float(max(1, codes.count))
    let keyWeights = frequency.map { $0 == 0 ? 0 : PhraseIndex.log(n / $0) }
    self.keyWeights = FrozenArray(keyWeights)
    var perKey = [[(Int32, Float)]](repeating: [], count: keyCount)
    var documents: [[Entry]] = []
    documents.reserveCapacity(counts.count)
    for (index, document) in counts.enumerated() {
      var norm: Float = 0
      var entries: [Entry] = []
      for (key, count) in document.sorted(by: { $0.key < $1.key }) where key >= 0 {
        let weight = (1 + PhraseIndex.log(count)) * keyWeights[Int(key)]
        if weight > 0 {
          entries.append(Entry(number: key, weight: weight))
          norm += weight * weight
        }
      }
      let length = max(norm.squareRoot(), 1e-6)
      entries = entries.map { Entry(number: $0.number, weight: $0.weight / length) }
      for entry in entries { perKey[Int(entry.number)].append((Int32(index), entry.weight)) }
      documents.append(entries)
    }
    (documentStarts, self.documents) = Self.joined(documents)
    var starts: [Int32] = [0]
    var occupations: [Int32] = []
    var weights: [Float] = []
    var rowOfKey = [Int32](repeating: -1, count: perKey.count)
    var rows: [Float] = []
    let length = codes.count
    for (key, list) in perKey.enumerated() {
      // A key that most occupations share tells nothing and costs the most.
      if list.count <= 500, list.count * 8 > length {
        rowOfKey[key] = Int32(rows.count / length)
        rows += [Float](repeating: 0, count: length)
        for (occupation, weight) in list { rows[rows.count - length + Int(occupation)] = weight }
      } else if list.count <= 500 {
        for (occupation, weight) in list {
          occupations.append(occupation)
          weights.append(weight)
        }
      }
      starts.append(Int32(occupations.count))
    }
    self.rowOfKey = FrozenArray(rowOfKey)
    self.rows = FrozenArray(rows)
    postingStarts = FrozenArray(starts)
    postingOccupations = FrozenArray(occupations)
    postingWeights = FrozenArray(weights)
  }

  /// Lists one behind the other: where each starts, and where the last ends.
  private static func joined(_ lists: [[Entry]]) -> (FrozenArray<Int32>, FrozenArray<Entry>) {
    var starts: [Int32] = [0]
    for list in lists { starts.append(starts[starts.count - 1] + Int32(list.count)) }
    return (FrozenArray(starts), FrozenArray(lists.flatMap { $0 }))
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
      let keyCount = postingStarts.count - 1
      let keyWeights = self.keyWeights.base
      let starts = postingStarts.base
      let occupations = postingOccupations.base
      let weights = postingWeights.base
      let rowOfKey = self.rowOfKey.base
      let rows = self.rows.base
      let count = scratch.count
      guard let sums = scratch.baseAddress else { return }
      func add(_ key: Int32, _ times: Float) {
        guard key >= 0, Int(key) < keyCount else { return }
        let weight = keyWeights[Int(key)] * times
        norm += weight * weight
        if rowOfKey[Int(key)] >= 0 {
          let row = rows + Int(rowOfKey[Int(key)]) * count
          for index in 0..<count { sums[index] += weight * row[index] }
          return
        }
        for at in Int(starts[Int(key)])..<Int(starts[Int(key) + 1]) {
          sums[Int(occupations[at])] += weight * weights[at]
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
    // Most occupations score less than the last one kept: they are passed by without a division.
    var least: Float = 0
    for index in scratch.indices where scratch[index] > least {
      let cosine = scratch[index] / length
      if best.count < Self.kept || cosine > best[best.count - 1].weight {
        var at = best.count
        while at > 0, best[at - 1].weight < cosine { at -= 1 }
        best.insert((Int32(index), cosine), at: at)
        if best.count > Self.kept { best.removeLast() }
        if best.count == Self.kept { least = best[best.count - 1].weight * length * 0.999_99 }
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
  func items(of occupation: Int32) -> UnsafeBufferPointer<Entry> {
    Self.part(items, itemStarts, occupation)
  }

  /// Keys of an occupation's document with their weights; the document is of unit length.
  func keys(of occupation: Int32) -> UnsafeBufferPointer<Entry> {
    Self.part(documents, documentStarts, occupation)
  }

  private static func part(
    _ entries: FrozenArray<Entry>, _ starts: FrozenArray<Int32>, _ occupation: Int32
  ) -> UnsafeBufferPointer<Entry> {
    let start = Int(starts.base[Int(occupation)])
    return UnsafeBufferPointer(
      start: entries.base + start, count: Int(starts.base[Int(occupation) + 1]) - start)
  }
}
