/// Union-find with path halving (R. Tarjan, 1975); the smallest member represents a set.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// Adds a set of one member and returns it.
  mutating func add() -> Int {
    parents.append(parents.count)
    return parents.count - 1
  }

  mutating func find(_ member: Int) -> Int {
    var i = member
    while parents[i] != i {
      parents[i] = parents[parents[i]]
      i = parents[i]
    }
    return i
  }

  mutating func unite(_ a: Int, _ b: Int) {
    let (x, y) = (find(a), find(b))
    if x != y { parents[max(x, y)] = min(x, y) }
  }
}
