/// Collects key sequences; pleasant to build, slow to walk. `frozen()` gives the form that is walked.
struct TrieBuilder {
  private var children: [[Int32: Int32]] = [[:]]
  private var values: [[Int32]] = [[]]

  /// Adds a sequence of keys with its value. Empty sequences are ignored.
  mutating func insert(_ keys: [Int32], value: Int32) {
    guard !keys.isEmpty else { return }
    var node = 0
    for key in keys {
      if let next = children[node][key] {
        node = Int(next)
      } else {
        let next = Int32(children.count)
        children[node][key] = next
        children.append([:])
        values.append([])
        node = Int(next)
      }
    }
    values[node].append(value)
  }

  /// Flat arrays, edges sorted by key: the same insertions in any order of equal values give the same trie.
  func frozen() -> FrozenTrie {
    var edgeStarts: [Int32] = []
    var edgeKeys: [Int32] = []
    var edgeTargets: [Int32] = []
    var valueStarts: [Int32] = []
    var flat: [Int32] = []
    for node in children.indices {
      edgeStarts.append(Int32(edgeKeys.count))
      for (key, target) in children[node].sorted(by: { $0.key < $1.key }) {
        edgeKeys.append(key)
        edgeTargets.append(target)
      }
      valueStarts.append(Int32(flat.count))
      flat += values[node].sorted()
    }
    edgeStarts.append(Int32(edgeKeys.count))
    valueStarts.append(Int32(flat.count))
    return FrozenTrie(
      edgeStarts: edgeStarts, edgeKeys: edgeKeys, edgeTargets: edgeTargets, valueStarts: valueStarts,
      values: flat)
  }
}

/// A trie over interned keys in flat arrays, walked by index and shared by all threads without locks.
struct FrozenTrie: Sendable {
  fileprivate let edgeStarts: [Int32]
  fileprivate let edgeKeys: [Int32]
  fileprivate let edgeTargets: [Int32]
  fileprivate let valueStarts: [Int32]
  fileprivate let values: [Int32]

  /// Node without edges or values in front of it.
  static let root: Int32 = 0

  /// The node behind an edge; -1 when there is none.
  @inline(__always)
  func step(_ node: Int32, _ key: Int32) -> Int32 {
    var low = Int(edgeStarts[Int(node)])
    var high = Int(edgeStarts[Int(node) + 1])
    while low < high {
      let middle = (low + high) >> 1
      let candidate = edgeKeys[middle]
      if candidate == key { return edgeTargets[middle] }
      if candidate < key { low = middle + 1 } else { high = middle }
    }
    return -1
  }

  /// Values that end at a node, ascending.
  func values(at node: Int32) -> ArraySlice<Int32> {
    values[Int(valueStarts[Int(node)])..<Int(valueStarts[Int(node) + 1])]
  }
}
