/// A trie over interned keys in flat arrays, walked by index and shared by all threads without locks.
///
/// Every node but the root has one edge into it, and nodes are numbered breadth first, so an edge *is* a node: it bears
/// its key, and its children stand side by side, ascending by key. The root, which is left by every content word of a
/// text, is left by a table over keys, whose entries also say whether a sequence ends there and which keys may follow:
/// most words of a text are done with after that one load. Nodes of many children are left by a hash table over edges,
/// the others by looking along their children. The bytes are those of the image on disk (`TrieLayout`), and the same
/// sequences give the same bytes in whatever order they were inserted.
///
/// Two ways to search are built on it, both leftmost: `FormMatcher.find` takes the *longest* form that begins at a word
/// and goes on behind it, and a caller that wants *overlapping* ones walks from every word with `step` and `values`.
///
/// The memory is read through pointers that `storage` keeps alive.
struct FrozenTrie: @unchecked Sendable {
  /// A node, and the edge that leads to it.
  struct Node {
    var key: Int32
    /// Children are the nodes from here to the `firstChild` of the next node.
    var firstChild: Int32
    /// Values are those from here to the `firstValue` of the next node.
    var firstValue: Int32
  }

  /// What a key leads to from the root.
  struct Root {
    /// The child; -1 when there is none.
    var child: Int32
    /// 1 when a sequence ends at the child.
    var ends: Int32
    /// A bit for each key that may follow (`Root.bit`); a bit that is not set denies all keys that share it.
    var follow: UInt64

    static let none = Root(child: -1, ends: 0, follow: 0)

    /// Whether a key may follow; `false` is sure.
    @inline(__always)
    func mayFollow(_ key: Int32) -> Bool { follow & Self.bit(key) != 0 }

    /// The bit of a key.
    @inline(__always)
    static func bit(_ key: Int32) -> UInt64 {
      let product = UInt64(truncatingIfNeeded: key) &* 0x9E37_79B9_7F4A_7C15
      return 1 << (product >> 58)
    }
  }

  /// An edge out of a node of many children; an empty slot has the parent -1.
  struct Edge {
    var parent: Int32
    var child: Int32

    /// Where the search for an edge begins.
    @inline(__always)
    static func slot(_ parent: Int32, _ key: Int32, _ mask: Int) -> Int {
      let both = UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(UInt32(bitPattern: key))
      let product = both &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: product >> 32 ^ product >> 15) & mask
    }
  }

  /// Most children that are looked along.
  static let fewChildren: Int32 = 2

  let storage: TrieStorage
  /// By key.
  private let roots: UnsafePointer<Root>
  private let rootCount: Int
  private let edges: UnsafePointer<Edge>
  private let edgeMask: Int
  /// All nodes and one more, which closes the last one.
  private let nodes: UnsafePointer<Node>
  private let allValues: UnsafePointer<Int32>

  /// The node that every walk starts from.
  static let root: Int32 = 0

  /// - Parameter storage: bytes that were checked, or just written by `TrieBuilder`.
  init(storage: TrieStorage) {
    let layout = TrieLayout(storage)
    self.storage = storage
    roots = (storage.base + layout.roots).assumingMemoryBound(to: Root.self)
    rootCount = layout.rootCount
    edges = (storage.base + layout.edges).assumingMemoryBound(to: Edge.self)
    edgeMask = layout.edgeCount - 1
    nodes = (storage.base + layout.nodes).assumingMemoryBound(to: Node.self)
    allValues = (storage.base + layout.values).assumingMemoryBound(to: Int32.self)
  }

  /// What a key leads to from the root.
  @inline(__always)
  func root(_ key: Int32) -> Root {
    // A negative key is a large one without its sign.
    let index = Int(UInt32(bitPattern: key))
    return index < rootCount ? roots[index] : .none
  }

  /// The node behind an edge; -1 when there is none.
  @inline(__always)
  func step(_ node: Int32, _ key: Int32) -> Int32 {
    if node == Self.root, key >= 0 { return root(key).child }
    var low = nodes[Int(node)].firstChild
    let high = nodes[Int(node) + 1].firstChild
    if high &- low > Self.fewChildren, node != Self.root { return edge(node, key) }
    while low < high {
      if nodes[Int(low)].key == key { return low }
      low &+= 1
    }
    return -1
  }

  @inline(__always)
  private func edge(_ node: Int32, _ key: Int32) -> Int32 {
    var slot = Edge.slot(node, key, edgeMask)
    while true {
      let edge = edges[slot]
      if edge.parent < 0 { return -1 }
      if edge.parent == node, nodes[Int(edge.child)].key == key { return edge.child }
      slot = (slot &+ 1) & edgeMask
    }
  }

  /// Values that end at a node, ascending; valid as long as the trie.
  @inline(__always)
  func values(at node: Int32) -> UnsafeBufferPointer<Int32> {
    let first = Int(nodes[Int(node)].firstValue)
    return UnsafeBufferPointer(
      start: allValues + first, count: Int(nodes[Int(node) + 1].firstValue) - first)
  }
}
