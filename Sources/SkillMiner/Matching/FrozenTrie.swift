/// A trie over interned keys in flat arrays, walked by index and shared by all threads without locks.
///
/// Every node but the root has one edge into it, and nodes are numbered breadth first, so an edge *is* a node: it bears
/// its key, and its children stand side by side, ascending by key. The root, which is left by every content word of a
/// text, is left by a table over keys. Twelve bytes a node; the bytes are those of the image on disk (`TrieLayout`), and
/// the same sequences give the same bytes in whatever order they were inserted.
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

  let storage: TrieStorage
  /// Child of the root by key; -1 where there is none.
  private let roots: UnsafePointer<Int32>
  private let rootCount: Int
  /// All nodes and one more, which closes the last one.
  private let nodes: UnsafePointer<Node>
  private let allValues: UnsafePointer<Int32>

  /// The node that every walk starts from.
  static let root: Int32 = 0

  /// - Parameter storage: bytes that were checked, or just written by `TrieBuilder`.
  init(storage: TrieStorage) {
    let layout = TrieLayout(storage)
    self.storage = storage
    roots = (storage.base + layout.roots).assumingMemoryBound(to: Int32.self)
    rootCount = layout.rootCount
    nodes = (storage.base + layout.nodes).assumingMemoryBound(to: Node.self)
    allValues = (storage.base + layout.values).assumingMemoryBound(to: Int32.self)
  }

  /// The node behind an edge; -1 when there is none.
  @inline(__always)
  func step(_ node: Int32, _ key: Int32) -> Int32 {
    if node == Self.root, key >= 0 { return Int(key) < rootCount ? roots[Int(key)] : -1 }
    var low = nodes[Int(node)].firstChild
    var high = nodes[Int(node) + 1].firstChild
    while high - low > 4 {
      let middle = low + (high - low) >> 1
      if nodes[Int(middle)].key <= key { low = middle } else { high = middle }
    }
    while low < high {
      if nodes[Int(low)].key == key { return low }
      low += 1
    }
    return -1
  }

  /// Values that end at a node, ascending; valid as long as the trie.
  @inline(__always)
  func values(at node: Int32) -> UnsafeBufferPointer<Int32> {
    let first = Int(nodes[Int(node)].firstValue)
    return UnsafeBufferPointer(
      start: allValues + first, count: Int(nodes[Int(node) + 1].firstValue) - first)
  }
}
