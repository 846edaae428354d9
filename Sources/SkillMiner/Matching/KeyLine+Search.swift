/// A sequence of a trie found on a line of keys.
struct SequenceMatch {
  /// Token of its first key and of its last one.
  var first: Int32
  var last: Int32
  var value: Int32
}

extension KeyLine {
  /// Appends, of the sequences that begin at a key, the longest; the search goes on behind it. Of equal ones the first.
  ///
  /// All walks go on together, a key at a time, so that the memory of their next steps is fetched together. A line of
  /// `n` keys takes at most as many steps as `n` times the longest sequence that stands there.
  func leftmostLongest(_ trie: FrozenTrie, into matches: inout [SequenceMatch]) {
    let found = open(trie)
    let (keys, tokens, begins, walks) = (keys, tokens, begins, walks)
    var going = 0
    for number in 0..<found {
      let place = Int(begins[number] &>> 1)
      let root = trie.root(keys[place])
      let begin = Int32(truncatingIfNeeded: place)
      walks[number].begin = begin
      walks[number].value = trie.first(root)
      walks[number].end = begin &+ (root.value == FrozenTrie.noValue ? 0 : 1)
      let next = keys[place &+ 1]
      trie.prefetch(root, next)
      walks[going].place = root
      walks[going].number = Int32(truncatingIfNeeded: number)
      going &+= next >= 0 ? Int(begins[number] & 1) : 0
    }
    var depth = 1
    while going > 0 {
      var left = 0
      for index in 0..<going {
        let number = Int(walks[index].number)
        let place = Int(walks[number].begin) &+ depth
        let reached = trie.next(walks[index].place, keys[place])
        guard reached.node >= 0 else { continue }
        if reached.value != FrozenTrie.noValue {
          walks[number].value = trie.first(reached)
          walks[number].end = Int32(truncatingIfNeeded: place &+ 1)
        }
        let next = keys[place &+ 1]
        trie.prefetch(reached, next)
        walks[left].place = reached
        walks[left].number = Int32(truncatingIfNeeded: number)
        left &+= next >= 0 && reached.childCount > 0 ? 1 : 0
      }
      going = left
      depth += 1
    }
    var from: Int32 = 0
    for number in 0..<found {
      let walk = walks[number]
      guard walk.begin >= from, walk.end > walk.begin else { continue }
      matches.append(
        SequenceMatch(first: tokens[Int(walk.begin)], last: tokens[Int(walk.end) &- 1], value: walk.value))
      from = walk.end
    }
  }

  /// Appends every sequence, by its beginning, shorter ones first: those that overlap and equal ones too.
  func overlapping(_ trie: FrozenTrie, into matches: inout [SequenceMatch]) {
    let (keys, tokens) = (keys, tokens)
    forEachBegin(trie) { begin, root in
      var reached = root
      var place = begin
      while reached.node >= 0 {
        for value in trie.values(at: reached.node) {
          matches.append(SequenceMatch(first: tokens[begin], last: tokens[place], value: value))
        }
        place &+= 1
        guard keys[place] >= 0 else { break }
        reached = trie.next(reached, keys[place])
      }
      return begin &+ 1
    }
  }
}
