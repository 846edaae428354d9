/// A trie over interned keys in flat arrays, walked by index and shared by all threads without locks.
///
/// Every node but the root has one edge into it, and nodes are numbered breadth first: the children of a node stand side
/// by side, ascending by key. The root is left by a table over keys; all other edges are in one hash table, whose slots
/// say all that a walk needs, so that a step is one load. Before any walk stands a filter: a bit for each key that is a
/// sequence by itself, and a Bloom filter over the first two keys of all others (Bloom 1970, one hash, at least sixteen
/// bits a pair), small enough for the near caches: most words of a text are done with after that, without a branch
/// (`KeyLine`). The bytes are those of the image on disk (`TrieLayout`), and the same sequences give the same bytes in
/// whatever order they were inserted.
///
/// Two ways to search are built on it, both from the left: *leftmost-longest* (`KeyLine.leftmostLongest`, and
/// `FormMatcher.find` among the forms that are accepted) takes the longest sequence that begins at a word and goes on
/// behind it; *overlapping* (`KeyLine.overlapping`) takes all of every word.
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
    /// As in `Edge`.
    var value: Int32

    static let none = Root(child: -1, value: Edge.noValue)
  }

  /// An edge out of any node but the root; an empty slot has the parent -1.
  struct Edge {
    var parent: Int32
    var key: Int32
    var child: Int32
    /// The value that ends at the child, or one of the two below.
    var value: Int32

    static let noValue: Int32 = -1
    /// `values(at:)` says which.
    static let manyValues: Int32 = -2

    /// Where the search for an edge begins, among so many slots.
    @inline(__always)
    static func slot(_ parent: Int32, _ key: Int32, _ count: Int) -> Int {
      let hash = FrozenTrie.mix(parent, key) >> 32
      return Int(truncatingIfNeeded: (hash &* UInt64(truncatingIfNeeded: count)) >> 32)
    }
  }

  /// Hash of two keys, or of a node and a key; the upper bits are the better ones.
  @inline(__always)
  static func mix(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: first)) &* 0x9E37_79B9_7F4A_7C15
      &+ UInt64(UInt32(bitPattern: second)) &* 0xD6E8_FEB8_6659_FD93
  }

  let storage: TrieStorage
  /// By key.
  private let roots: UnsafePointer<Root>
  private let rootCount: Int
  private let edges: UnsafePointer<Edge>
  private let edgeCount: Int
  /// A bit for each key below `rootCount`, and one more that is never set.
  private let singles: UnsafePointer<UInt64>
  private let pairs: UnsafePointer<UInt64>
  private let pairShift: UInt64
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
    edgeCount = layout.edgeCount
    singles = (storage.base + layout.singles).assumingMemoryBound(to: UInt64.self)
    pairs = (storage.base + layout.pairs).assumingMemoryBound(to: UInt64.self)
    pairShift = layout.pairShift
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

  /// 1 when a sequence may begin with two keys, or is the first of them alone; 0 is sure.
  @inline(__always)
  func mayBegin(_ first: Int32, _ second: Int32) -> Int {
    let place = min(UInt32(bitPattern: first), UInt32(truncatingIfNeeded: rootCount))
    let single = singles[Int(place &>> 6)] &>> UInt64(place & 63)
    let bit = Self.mix(first, second) &>> pairShift
    return Int(truncatingIfNeeded: (single | pairs[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63)) & 1)
  }

  /// The node behind an edge; -1 when there is none.
  @inline(__always)
  func step(_ node: Int32, _ key: Int32) -> Int32 {
    guard node == Self.root else { return edge(node, key).child }
    if key >= 0 { return root(key).child }
    // Keys below zero come first.
    return (nodes[0].firstChild..<nodes[1].firstChild).prefix { nodes[Int($0)].key <= key }
      .last { nodes[Int($0)].key == key } ?? -1
  }

  /// What a key leads to from any node but the root.
  @inline(__always)
  func edge(_ node: Int32, _ key: Int32) -> Root {
    var slot = Edge.slot(node, key, edgeCount)
    while true {
      let edge = edges[slot]
      if edge.parent == node, edge.key == key { return Root(child: edge.child, value: edge.value) }
      if edge.parent < 0 { return .none }
      slot &+= 1
      if slot == edgeCount { slot = 0 }
    }
  }

  /// The first value behind an edge; -1 when there is none.
  @inline(__always)
  func first(_ edge: Root) -> Int32 {
    edge.value == Edge.manyValues ? values(at: edge.child)[0] : edge.value
  }

  /// Asks for the memory that `edge` will look at.
  @inline(__always)
  func prefetch(_ node: Int32, _ key: Int32) { WideMemory.prefetch(edges + Edge.slot(node, key, edgeCount)) }

  /// Values that end at a node, ascending; valid as long as the trie.
  @inline(__always)
  func values(at node: Int32) -> UnsafeBufferPointer<Int32> {
    let first = Int(nodes[Int(node)].firstValue)
    return UnsafeBufferPointer(
      start: allValues + first, count: Int(nodes[Int(node) + 1].firstValue) - first)
  }
}
