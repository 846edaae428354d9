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
/// | 128 | root entries by key, sixteen bytes each; nodes, sixteen bytes each; slots for edges, thirty-two bytes each; a bit for each root entry and one more; bits of the filter; first value of each node, and one more; values. Each part begins at a line of the caches. |
struct TrieLayout {
  static let magic: [UInt8] = Array("SKMTRIE\n".utf8)
  /// Raised whenever the layout changes: older images are then refused and built again.
  static let version: UInt32 = 5
  static let byteOrder: UInt32 = 0x0102_0304
  static let fingerprint = 16..<80
  static let checksumOffset = 104
  static let headerSize = 128

  let rootCount: Int
  let nodeCount: Int
  let valueCount: Int
  let edgeCount: Int
  /// Of the bits of the filter, 6...40.
  let pairBits: Int

  /// What brings a hash to a bit of the filter.
  var pairShift: UInt64 { UInt64(64 - pairBits) }

  var roots: Int { Self.headerSize }
  var nodes: Int { Self.aligned(roots + rootCount * MemoryLayout<FrozenTrie.Place>.stride) }
  var edges: Int { Self.aligned(nodes + nodeCount * MemoryLayout<FrozenTrie.Node>.stride) }
  var singles: Int { edges + edgeCount * MemoryLayout<FrozenTrie.Edge>.stride }
  var pairs: Int { Self.aligned(singles + (rootCount / 64 + 1) * 8) }
  var valueStarts: Int { Self.aligned(pairs + (1 << pairBits) / 8) }
  var values: Int { Self.aligned(valueStarts + (nodeCount + 1) * 4) }
  var total: Int { Self.aligned(values + valueCount * 4) }

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

  private static func aligned(_ offset: Int) -> Int { (offset + 63) & ~63 }

  /// Lays out nodes, of which the first is the root and the next ones its children.
  ///
  /// - Parameter valueStarts: of each node the place of its first value in `values`, and one more.
  static func write(nodes: [FrozenTrie.Node], valueStarts: [Int32], values: [Int32]) -> TrieStorage {
    let children = 1..<1 + Int(nodes[0].childCount)
    var crowded = 0
    for node in nodes.dropFirst() where node.childCount > FrozenTrie.few { crowded += Int(node.childCount) }
    let pairs = children.reduce(0) { $0 + Int(nodes[$1].childCount) }
    var pairBits = 6
    while 1 << pairBits < pairs * 16 { pairBits += 1 }
    let layout = TrieLayout(
      rootCount: children.isEmpty ? 0 : max(0, Int(nodes[children.upperBound - 1].key) + 1),
      // Two thirds full, so that every search meets an empty slot soon.
      nodeCount: nodes.count, valueCount: values.count, edgeCount: crowded * 3 / 2 + 1, pairBits: pairBits)
    return TrieStorage(count: layout.total) { base in
      layout.writeHeader(base)
      layout.writeRoots(base, nodes, children)
      (base + layout.nodes).initializeMemory(as: FrozenTrie.Node.self, from: nodes, count: nodes.count)
      layout.writeEdges(base, nodes)
      layout.writeFilter(base, nodes, children)
      (base + layout.valueStarts).initializeMemory(
        as: Int32.self, from: valueStarts, count: valueStarts.count)
      (base + layout.values).initializeMemory(as: Int32.self, from: values, count: values.count)
    }
  }

  private func writeRoots(_ base: UnsafeMutableRawPointer, _ nodes: [FrozenTrie.Node], _ children: Range<Int>)
  {
    let roots = (base + roots).bindMemory(to: FrozenTrie.Place.self, capacity: rootCount)
    roots.initialize(repeating: .none, count: rootCount)
    for child in children where nodes[child].key >= 0 {
      roots[Int(nodes[child].key)] = FrozenTrie.Place(Int32(child), nodes[child])
    }
  }

  /// Edges out of all crowded nodes but the root.
  private func writeEdges(_ base: UnsafeMutableRawPointer, _ nodes: [FrozenTrie.Node]) {
    let edges = (base + edges).bindMemory(to: FrozenTrie.Edge.self, capacity: edgeCount)
    edges.initialize(repeating: .empty, count: edgeCount)
    for (parent, node) in nodes.enumerated().dropFirst() where node.childCount > FrozenTrie.few {
      for child in node.firstChild..<node.firstChild + node.childCount {
        let key = nodes[Int(child)].key
        var slot = FrozenTrie.Edge.slot(Int32(parent), key, edgeCount)
        while edges[slot].parent >= 0 { slot = slot + 1 == edgeCount ? 0 : slot + 1 }
        edges[slot] = FrozenTrie.Edge(
          parent: Int32(parent), key: key, place: FrozenTrie.Place(child, nodes[Int(child)]))
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
      if key >= 0, nodes[child].value != FrozenTrie.noValue {
        singles[Int(key) >> 6] |= 1 << UInt64(key & 63)
      }
      for next in nodes[child].firstChild..<nodes[child].firstChild + nodes[child].childCount {
        let (word, one, other) = FrozenTrie.filterBits(key, nodes[Int(next)].key, pairShift)
        pairs[word] |= 1 << one | 1 << other
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
