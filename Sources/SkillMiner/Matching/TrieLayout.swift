/// Where the parts of a frozen trie stand in its bytes. Little-endian, four-byte numbers, everything aligned to eight.
///
/// | offset | what |
/// |---|---|
/// | 0 | `SKMTRIE` and a line feed |
/// | 8 | version; 12: byte order mark `01020304` |
/// | 16 | fingerprint of what the keys were learnt from, 64 bytes, padded with zeros |
/// | 80 | number of root entries; 84: of nodes; 88: of values; 92: of slots for edges |
/// | 96 | length of all bytes, eight bytes; 104: checksum of all others, eight bytes |
/// | 112 | binary logarithm of the number of bits of the filter of pairs, eight bytes |
/// | 120 | root entries by key, eight bytes each; nodes, and one that closes the last; values; slots for edges, sixteen bytes each; a bit for each root entry and one more; bits of the filter |
struct TrieLayout {
  static let magic: [UInt8] = Array("SKMTRIE\n".utf8)
  /// Raised whenever the layout changes: older images are then refused and built again.
  static let version: UInt32 = 3
  static let byteOrder: UInt32 = 0x0102_0304
  static let fingerprint = 16..<80
  static let checksumOffset = 104
  static let headerSize = 120

  let rootCount: Int
  let nodeCount: Int
  let valueCount: Int
  let edgeCount: Int
  /// Of the bits of the filter, 6...40.
  let pairBits: Int

  /// What brings a hash to a bit of the filter.
  var pairShift: UInt64 { UInt64(64 - pairBits) }

  var roots: Int { Self.headerSize }
  var nodes: Int { roots + rootCount * MemoryLayout<FrozenTrie.Root>.stride }
  var values: Int { Self.aligned(nodes + (nodeCount + 1) * MemoryLayout<FrozenTrie.Node>.stride) }
  /// At a line of the caches.
  var edges: Int { (values + valueCount * 4 + 63) & ~63 }
  var singles: Int { edges + edgeCount * MemoryLayout<FrozenTrie.Edge>.stride }
  var pairs: Int { singles + (rootCount / 64 + 1) * 8 }
  var total: Int { pairs + (1 << pairBits) / 8 }

  private init(rootCount: Int, nodeCount: Int, valueCount: Int, edgeCount: Int, pairBits: Int) {
    self.pairBits = min(max(pairBits, 6), 40)
    self.rootCount = rootCount
    self.nodeCount = nodeCount
    self.valueCount = valueCount
    self.edgeCount = edgeCount
  }

  /// The layout that a header tells; the bytes must hold a header.
  init(_ storage: TrieStorage) {
    func number(_ offset: Int) -> Int { Int(storage.base.load(fromByteOffset: offset, as: UInt32.self)) }
    self.init(
      rootCount: number(80), nodeCount: number(84), valueCount: number(88), edgeCount: number(92),
      pairBits: number(112))
  }

  private static func aligned(_ offset: Int) -> Int { (offset + 7) & ~7 }

  /// Lays out nodes in breadth-first order.
  static func write(nodes: [FrozenTrie.Node], values: [Int32]) -> TrieStorage {
    let children = nodes.count > 1 ? 1..<max(1, Int(nodes[1].firstChild)) : 1..<1
    let closing = FrozenTrie.Node(key: -1, firstChild: Int32(nodes.count), firstValue: Int32(values.count))
    let nodes = nodes + [closing]
    // Two thirds full, so that every search meets an empty slot soon.
    let inner = nodes.count - 1 - children.upperBound
    var pairs = 0
    for child in children { pairs += Int(nodes[child + 1].firstChild - nodes[child].firstChild) }
    var pairBits = 6
    while 1 << pairBits < pairs * 16 { pairBits += 1 }
    let layout = TrieLayout(
      rootCount: children.isEmpty ? 0 : max(0, Int(nodes[children.upperBound - 1].key) + 1),
      nodeCount: nodes.count - 1, valueCount: values.count, edgeCount: inner * 3 / 2 + 1, pairBits: pairBits)
    return TrieStorage(count: layout.total) { base in
      layout.writeHeader(base)
      layout.writeRoots(base, nodes, values, children)
      (base + layout.nodes).initializeMemory(as: FrozenTrie.Node.self, from: nodes, count: nodes.count)
      (base + layout.values).initializeMemory(as: Int32.self, from: values, count: values.count)
      layout.writeEdges(base, nodes, values, from: children.upperBound)
      layout.writeFilter(base, nodes, children)
    }
  }

  private func writeRoots(
    _ base: UnsafeMutableRawPointer, _ nodes: [FrozenTrie.Node], _ values: [Int32], _ children: Range<Int>
  ) {
    let roots = (base + roots).bindMemory(to: FrozenTrie.Root.self, capacity: rootCount)
    roots.initialize(repeating: .none, count: rootCount)
    for child in children where nodes[child].key >= 0 {
      roots[Int(nodes[child].key)] = FrozenTrie.Root(
        child: Int32(child), value: Self.value(child, nodes, values))
    }
  }

  private static func value(_ node: Int, _ nodes: [FrozenTrie.Node], _ values: [Int32]) -> Int32 {
    let (first, end) = (Int(nodes[node].firstValue), Int(nodes[node + 1].firstValue))
    if first == end { return FrozenTrie.Edge.noValue }
    // A negative value would look like one of the marks.
    return end - first == 1 && values[first] >= 0 ? values[first] : FrozenTrie.Edge.manyValues
  }

  /// Edges out of all nodes but the root; the first of them leads to node `from`.
  private func writeEdges(
    _ base: UnsafeMutableRawPointer, _ nodes: [FrozenTrie.Node], _ values: [Int32], from: Int
  ) {
    let edges = (base + edges).bindMemory(to: FrozenTrie.Edge.self, capacity: edgeCount)
    edges.initialize(repeating: FrozenTrie.Edge(parent: -1, key: -1, child: -1, value: -1), count: edgeCount)
    for parent in 1..<max(1, nodeCount) {
      for child in nodes[parent].firstChild..<nodes[parent + 1].firstChild {
        let key = nodes[Int(child)].key
        var slot = FrozenTrie.Edge.slot(Int32(parent), key, edgeCount)
        while edges[slot].parent >= 0 { slot = slot + 1 == edgeCount ? 0 : slot + 1 }
        edges[slot] = FrozenTrie.Edge(
          parent: Int32(parent), key: key, child: child, value: Self.value(Int(child), nodes, values))
      }
    }
  }

  private func writeFilter(
    _ base: UnsafeMutableRawPointer, _ nodes: [FrozenTrie.Node], _ children: Range<Int>
  ) {
    let singles = (base + singles).assumingMemoryBound(to: UInt64.self)
    let pairs = (base + pairs).assumingMemoryBound(to: UInt64.self)
    for child in children {
      let key = nodes[child].key
      if key >= 0, nodes[child + 1].firstValue > nodes[child].firstValue {
        singles[Int(key) >> 6] |= 1 << UInt64(key & 63)
      }
      for next in nodes[child].firstChild..<nodes[child + 1].firstChild {
        let bit = FrozenTrie.mix(key, nodes[Int(next)].key) >> pairShift
        pairs[Int(bit >> 6)] |= 1 << (bit & 63)
      }
    }
  }

  private func writeHeader(_ base: UnsafeMutableRawPointer) {
    for (index, byte) in Self.magic.enumerated() {
      base.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
    }
    base.storeBytes(of: Self.version, toByteOffset: 8, as: UInt32.self)
    base.storeBytes(of: Self.byteOrder, toByteOffset: 12, as: UInt32.self)
    base.storeBytes(of: UInt32(rootCount), toByteOffset: 80, as: UInt32.self)
    base.storeBytes(of: UInt32(nodeCount), toByteOffset: 84, as: UInt32.self)
    base.storeBytes(of: UInt32(valueCount), toByteOffset: 88, as: UInt32.self)
    base.storeBytes(of: UInt32(edgeCount), toByteOffset: 92, as: UInt32.self)
    base.storeBytes(of: UInt64(total), toByteOffset: 96, as: UInt64.self)
    base.storeBytes(of: UInt64(pairBits), toByteOffset: 112, as: UInt64.self)
  }

  /// Checksum of all bytes but those it stands in: four lanes of multiply and rotate, each of which is one to one in
  /// what it takes in, so that no change of a single word goes unseen. Not a defence against intent.
  static func checksum(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
    let words = count / 8
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, UInt64(count))
    func mix(_ lane: UInt64, _ word: UInt64) -> UInt64 {
      let product = (lane ^ word) &* 0x9E37_79B9_7F4A_7C15
      return product << 31 | product >> 33
    }
    @inline(__always) func word(_ index: Int) -> UInt64 {
      index < words && index != checksumOffset / 8 ? base.load(fromByteOffset: index * 8, as: UInt64.self) : 0
    }
    @inline(__always) func take(_ index: Int) {
      lanes.0 = mix(lanes.0, word(index))
      lanes.1 = mix(lanes.1, word(index + 1))
      lanes.2 = mix(lanes.2, word(index + 2))
      lanes.3 = mix(lanes.3, word(index + 3))
    }
    var index = 0
    while index < words {
      take(index)
      index += 4
    }
    return mix(mix(mix(mix(0, lanes.0), lanes.1), lanes.2), lanes.3)
  }
}
