import CVectors

/// A trie over interned keys in flat arrays, walked by index and shared by all threads without locks.
///
/// The children of a node stand side by side, ascending by key, and behind them what hangs from the first of them, then
/// from the second, and so on: the end of a long sequence, where no node has more than one child, is read as one line of
/// the caches. The root is left by a table over keys, nodes of more than `few` children by a hash table whose slots say all
/// that a walk needs, all others by a look at each child. Before any walk stands a filter: a bit for each key that is a
/// sequence by itself, and a Bloom filter over the first two keys of all others (Bloom 1970; two bits in one word of the
/// filter, of at least sixteen bits a pair), small enough for the near caches: most words of a text are done with after
/// that, without a branch (`KeyLine`). The bytes are those of the image on disk (`TrieLayout`), and the same sequences give
/// the same bytes in whatever order they were inserted.
///
/// Two ways to search are built on it, both from the left: *leftmost-longest* (`KeyLine.leftmostLongest`, and
/// `FormMatcher.find` among the forms that are accepted) takes the longest sequence that begins at a word and goes on
/// behind it; *overlapping* (`KeyLine.overlapping`) takes all of every word.
///
/// The memory is read through pointers that `storage` keeps alive.
struct FrozenTrie: @unchecked Sendable {
  /// Most children of a node that are looked at one by one: as many as a line of the caches holds.
  static let few: Int32 = 4

  /// A node as its parent sees it.
  struct Node {
    var key: Int32
    /// The value that ends here, or `noValue` or `manyValues`.
    var value: Int32
    /// Children are the nodes from here on, so many of them.
    var firstChild: Int32
    var childCount: Int32
  }

  /// A node as a walk stands on it.
  struct Place {
    /// The node; -1 when there is none.
    var node: Int32
    /// As in `Node`.
    var value: Int32
    var firstChild: Int32
    var childCount: Int32

    static let none = Place(node: -1, value: FrozenTrie.noValue, firstChild: 0, childCount: 0)
  }

  /// No value ends at a node.
  static let noValue: Int32 = -1
  /// `values(at:)` says which.
  static let manyValues: Int32 = -2

  /// An edge out of a node of more than `few` children, half a line of the caches; an empty slot has the parent -1.
  struct Edge {
    var parent: Int32
    var key: Int32
    var place: Place
    var unused: UInt64 = 0

    static let empty = Edge(parent: -1, key: -1, place: .none)

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
    sm_mix(UInt32(bitPattern: first), UInt32(bitPattern: second))
  }

  let storage: TrieStorage
  /// By key.
  private let roots: UnsafePointer<Place>
  private let rootCount: Int
  private let nodes: UnsafePointer<Node>
  private let edges: UnsafePointer<Edge>
  private let edgeCount: Int
  /// What is known before any walk.
  let filter: sm_filter
  /// Of each node its first value; one more closes the last.
  private let valueStarts: UnsafePointer<Int32>
  private let allValues: UnsafePointer<Int32>

  /// The node that every walk starts from.
  static let root: Int32 = 0

  /// - Parameter storage: bytes that were checked, or just written by `TrieBuilder`.
  init(storage: TrieStorage) {
    let layout = TrieLayout(storage)
    self.storage = storage
    roots = (storage.base + layout.roots).assumingMemoryBound(to: Place.self)
    rootCount = layout.rootCount
    nodes = (storage.base + layout.nodes).assumingMemoryBound(to: Node.self)
    edges = (storage.base + layout.edges).assumingMemoryBound(to: Edge.self)
    edgeCount = layout.edgeCount
    filter = sm_filter(
      singles: (storage.base + layout.singles).assumingMemoryBound(to: UInt64.self),
      pairs: (storage.base + layout.pairs).assumingMemoryBound(to: UInt64.self),
      root_count: UInt64(layout.rootCount), shift: layout.pairShift)
    valueStarts = (storage.base + layout.valueStarts).assumingMemoryBound(to: Int32.self)
    allValues = (storage.base + layout.values).assumingMemoryBound(to: Int32.self)
  }

  /// Where a key leads from the root.
  @inline(__always)
  func root(_ key: Int32) -> Place {
    // A negative key is a large one without its sign.
    let index = Int(UInt32(bitPattern: key))
    return index < rootCount ? roots[index] : .none
  }

  /// What two keys in a row may begin: bit 0 when the first of them is a sequence alone, bit 1 when longer ones may go on
  /// with the second; 0 is sure.
  func mayBegin(_ first: Int32, _ second: Int32) -> Int {
    withUnsafePointer(to: filter) {
      Int(sm_may_begin($0, UInt32(bitPattern: first), UInt32(bitPattern: second)))
    }
  }

  /// Word of the filter and the two bits in it that stand for two keys; `shift` brings a hash to a bit of the filter.
  @inline(__always)
  static func filterBits(
    _ first: Int32, _ second: Int32, _ shift: UInt64
  ) -> (word: Int, one: UInt64, other: UInt64) {
    let hash = mix(first, second)
    let place = hash &>> shift
    return (Int(truncatingIfNeeded: place &>> 6), place & 63, hash &>> 8 & 63)
  }

  /// The child of a node by key; -1 when there is none.
  func step(_ node: Int32, _ key: Int32) -> Int32 {
    guard node == Self.root else { return next(Place(node, nodes[Int(node)]), key).node }
    if key >= 0 { return root(key).node }
    // Keys below zero come first, and have no place in the table.
    let (first, count) = (nodes[0].firstChild, nodes[0].childCount)
    return (first..<first + count).prefix { nodes[Int($0)].key <= key }
      .last { nodes[Int($0)].key == key } ?? -1
  }

  /// Where a key leads from any place but the root; `none` when it leads nowhere.
  @inline(__always)
  func next(_ place: Place, _ key: Int32) -> Place {
    guard place.childCount <= Self.few else { return crowded(place.node, key) }
    var child = place.firstChild
    let end = child &+ place.childCount
    while child < end {
      let node = nodes[Int(child)]
      if node.key == key { return Place(child, node) }
      child &+= 1
    }
    return .none
  }

  @inline(__always)
  private func crowded(_ node: Int32, _ key: Int32) -> Place {
    var slot = Edge.slot(node, key, edgeCount)
    while true {
      let edge = edges + slot
      if edge.pointee.parent == node, edge.pointee.key == key { return edge.pointee.place }
      if edge.pointee.parent < 0 { return .none }
      slot &+= 1
      if slot == edgeCount { slot = 0 }
    }
  }

  /// The first value at a place; `noValue` when there is none.
  @inline(__always)
  func first(_ place: Place) -> Int32 {
    place.value == Self.manyValues ? values(at: place.node)[0] : place.value
  }

  /// Asks for the memory that `next` will look at.
  @inline(__always)
  func prefetch(_ place: Place, _ key: Int32) {
    let edge = UnsafeRawPointer(edges + Edge.slot(place.node, key, edgeCount))
    let child = UnsafeRawPointer(nodes + Int(place.firstChild))
    WideMemory.prefetch(place.childCount > Self.few ? edge : child)
  }

  /// Values that end at a node, ascending; valid as long as the trie.
  @inline(__always)
  func values(at node: Int32) -> UnsafeBufferPointer<Int32> {
    let first = Int(valueStarts[Int(node)])
    return UnsafeBufferPointer(start: allValues + first, count: Int(valueStarts[Int(node) + 1]) - first)
  }
}

extension FrozenTrie.Place {
  @inline(__always)
  init(_ number: Int32, _ node: FrozenTrie.Node) {
    self.init(node: number, value: node.value, firstChild: node.firstChild, childCount: node.childCount)
  }
}
