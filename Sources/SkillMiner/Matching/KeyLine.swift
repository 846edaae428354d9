import CVectors

/// The keys of a stretch of text side by side, without what stands between them, and where among them a sequence of a
/// trie may begin: two passes without a branch that depends on the text, so that the few walks that follow are the only
/// ones that the processor cannot foresee. Memory that is used again; one a thread.
///
/// Memory: 44 bytes a token: a million of them in one stretch take 44 MB.
final class KeyLine {
  private(set) var keys: UnsafeMutablePointer<Int32>
  private(set) var tokens: UnsafeMutablePointer<Int32>
  private(set) var count = 0
  private(set) var walks: UnsafeMutablePointer<Walk>
  /// What `open` found: places, doubled, and one more where a longer sequence may begin.
  private(set) var begins: UnsafeMutablePointer<UInt32>
  private var capacity = 1024

  /// A walk from a place where a sequence may begin.
  struct Walk {
    var begin: Int32
    /// Behind the last key of the longest sequence found so far; `begin` when there is none.
    var end: Int32
    var value: Int32
    /// Of one that is still going on, kept in the order of these: which walk it is, and where it stands.
    var number: Int32
    var place: FrozenTrie.Place
  }

  init() {
    (keys, tokens, begins, walks) = Self.memory(capacity)
  }

  deinit { deallocate() }

  private static func memory(_ capacity: Int) -> (
    UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<UInt32>,
    UnsafeMutablePointer<Walk>
  ) {
    let wide = capacity + Int(SM_LINE_SLACK)
    return (
      .allocate(capacity: wide), .allocate(capacity: wide), .allocate(capacity: wide),
      .allocate(capacity: capacity)
    )
  }

  private func deallocate() {
    keys.deallocate()
    tokens.deallocate()
    begins.deallocate()
    walks.deallocate()
  }

  /// Begins anew, for at most so many entries.
  func begin(_ most: Int) {
    count = 0
    guard most + 1 > capacity else { return }
    deallocate()
    capacity = max(most + 1, capacity * 2)
    (keys, tokens, begins, walks) = Self.memory(capacity)
  }

  /// Takes all words and numbers but what is elided; hyphens and apostrophes join, every other sign and line break parts.
  func takeWords(_ source: UnsafeBufferPointer<Token>) {
    begin(source.count)
    count = source.baseAddress.map { Int(sm_line_words($0, Int64(source.count), keys, tokens)) } ?? 0
    keys[count] = -1
  }

  /// Writes what `entry` says of each token behind what stands there: its key, -1 where no sequence goes on, and 1 when it
  /// is on the line at all, else 0.
  @inline(__always)
  func append(
    _ source: UnsafeBufferPointer<Token>, _ range: Range<Int>, _ entry: (Token) -> (key: Int32, width: Int)
  ) {
    let (keys, tokens) = (keys, tokens)
    var count = count
    var index = range.lowerBound
    while index < range.upperBound {
      let (key, width) = entry(source[index])
      keys[count] = key
      tokens[count] = Int32(truncatingIfNeeded: index)
      count &+= width
      index &+= 1
    }
    keys[count] = -1
    self.count = count
  }

  /// No sequence goes on from what stands there to what is appended next.
  @inline(__always)
  func part() {
    tokens[count] = -1
    count += 1
    keys[count] = -1
  }

  /// Finds all places where a sequence may begin; returns their number.
  @inline(__always)
  func open(_ trie: FrozenTrie) -> Int {
    withUnsafePointer(to: trie.filter) { Int(sm_line_begins($0, keys, Int64(count), begins)) }
  }

  /// Calls `body(place, root)` for each place at which a sequence begins with a key of one sequence or more, in order;
  /// `body` returns the place from which the search goes on, behind its own. Before the first of them `ahead` is called with
  /// every root, to ask for what `body` will look at.
  @inline(__always)
  func forEachBegin(
    _ trie: FrozenTrie, ahead: (FrozenTrie.Place) -> Void = { _ in },
    _ body: (_ place: Int, _ root: FrozenTrie.Place) -> Int
  ) {
    let found = open(trie)
    let (keys, begins) = (keys, begins)
    // The first edges are asked for before any is walked.
    for index in 0..<found {
      let place = Int(begins[index] &>> 1)
      let root = trie.root(keys[place])
      trie.prefetch(root, keys[place &+ 1])
      ahead(root)
    }
    var from = 0
    for index in 0..<found {
      let place = Int(begins[index] &>> 1)
      guard place >= from else { continue }
      let root = trie.root(keys[place])
      guard root.node >= 0 else { continue }
      from = body(place, root)
    }
  }
}
