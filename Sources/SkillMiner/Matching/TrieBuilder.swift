/// Collects key sequences in any order; `frozen()` sorts them and lays them out.
///
/// A sequence may have any length, and there may be as many as memory holds (up to 2³¹ nodes): five million forms of
/// six keys take some 400 MB while building. Without any sequence the trie has a root and finds nothing.
struct TrieBuilder {
  private var keys: [Int32] = []
  private var starts: [Int] = [0]
  private var values: [Int32] = []

  /// Adds a sequence of keys with its value. Empty sequences are ignored.
  mutating func insert(_ sequence: [Int32], value: Int32) {
    guard !sequence.isEmpty else { return }
    keys += sequence
    starts.append(keys.count)
    values.append(value)
  }

  /// Tells what was inserted, in which order: two builders that differ have different fingerprints, but for chance in
  /// 2¹²⁸. 32 hexadecimal digits.
  var fingerprint: String {
    var lanes: (UInt64, UInt64) = (UInt64(keys.count), UInt64(values.count))
    func mix(_ value: Int) {
      let value = UInt64(truncatingIfNeeded: value)
      lanes.0 = (lanes.0 ^ value) &* 0x9E37_79B9_7F4A_7C15
      lanes.0 ^= lanes.0 >> 29
      lanes.1 = (lanes.1 &+ value) &* 0xD6E8_FEB8_6659_FD93
      lanes.1 ^= lanes.1 >> 32
    }
    for key in keys { mix(Int(key)) }
    for start in starts { mix(start) }
    for value in values { mix(Int(value)) }
    func digits(_ lane: UInt64) -> String {
      let text = String(lane, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    return digits(lanes.0) + digits(lanes.1)
  }

  /// The trie of all sequences; the same for any order of insertion.
  func frozen() -> FrozenTrie {
    let order = sorted()
    var nodes = [FrozenTrie.Node(key: -1, value: FrozenTrie.noValue, firstChild: 1, childCount: 0)]
    // Of each node, the sequences that end there, as a range of `order`.
    var ends = [0..<0]
    // Nodes whose children are to be placed, the next one last, with the sequences below them and their depth.
    var waiting = [(node: 0, below: order.indices, depth: 0)]
    while let (node, below, depth) = waiting.popLast() {
      var index = below.lowerBound
      // The shortest come first, and equal ones ascend by value.
      while index < below.upperBound, length(order[index]) == depth { index += 1 }
      ends[node] = below.lowerBound..<index
      let first = nodes.count
      let mark = waiting.count
      while index < below.upperBound {
        let key = keys[starts[order[index]] + depth]
        let from = index
        while index < below.upperBound, keys[starts[order[index]] + depth] == key { index += 1 }
        waiting.append((nodes.count, from..<index, depth + 1))
        nodes.append(FrozenTrie.Node(key: key, value: FrozenTrie.noValue, firstChild: 0, childCount: 0))
        ends.append(0..<0)
      }
      nodes[node].firstChild = Int32(first)
      nodes[node].childCount = Int32(nodes.count - first)
      // What hangs from the first child stands next.
      waiting[mark...].reverse()
    }
    var flat: [Int32] = []
    var valueStarts: [Int32] = []
    for (node, end) in ends.enumerated() {
      valueStarts.append(Int32(flat.count))
      flat += order[end].map { values[$0] }
      guard let value = flat.last, !end.isEmpty else { continue }
      // A negative value would look like one of the marks.
      nodes[node].value = end.count == 1 && value >= 0 ? value : FrozenTrie.manyValues
    }
    valueStarts.append(Int32(flat.count))
    return FrozenTrie(storage: TrieLayout.write(nodes: nodes, valueStarts: valueStarts, values: flat))
  }

  private func length(_ sequence: Int) -> Int { starts[sequence + 1] - starts[sequence] }

  private func sorted() -> [Int] {
    keys.withUnsafeBufferPointer { keys in
      starts.withUnsafeBufferPointer { starts in
        values.withUnsafeBufferPointer { values in
          values.indices.sorted { a, b in
            var (x, y) = (starts[a], starts[b])
            let (xEnd, yEnd) = (starts[a + 1], starts[b + 1])
            while x < xEnd, y < yEnd {
              if keys[x] != keys[y] { return keys[x] < keys[y] }
              x += 1
              y += 1
            }
            if xEnd - x != yEnd - y { return xEnd - x < yEnd - y }
            return values[a] < values[b]
          }
        }
      }
    }
  }
}
