/// A directed graph that refuses the link which would close a cycle.
struct AcyclicLinks<Node: Hashable> {
  private var targets: [Node: [Node]] = [:]

  /// Adds a link.
  ///
  /// - Returns: `false`, and nothing is added, when the link would close a cycle.
  mutating func add(from start: Node, to end: Node) -> Bool {
    var seen: Set<Node> = []
    var waiting = [end]
    while let node = waiting.popLast() {
      if node == start { return false }
      if seen.insert(node).inserted { waiting += targets[node] ?? [] }
    }
    targets[start, default: []].append(end)
    return true
  }
}
