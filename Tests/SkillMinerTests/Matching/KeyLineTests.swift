import TestSupport
import Testing

@testable import SkillMiner

/// Both ways to search a line of keys, against a look at every stretch of it.
@Suite struct KeyLineTests {
  private struct Found: Equatable {
    var first: Int
    var last: Int
    var value: Int32
  }

  private func token(_ key: Int32) -> Token {
    Token(start: 0, end: 1, kind: .word, flags: [], form: key, key: key)
  }

  private func naive(_ keys: [Int32], _ sequences: [[Int32]]) -> [Found] {
    var found: [Found] = []
    for first in keys.indices {
      for last in first..<keys.count {
        for (value, sequence) in sequences.enumerated() where Array(keys[first...last]) == sequence {
          found.append(Found(first: first, last: last, value: Int32(value)))
        }
      }
    }
    return found
  }

  private func longest(_ all: [Found]) -> [Found] {
    var chosen: [Found] = []
    for found in all where found.first > (chosen.last?.last ?? -1) || chosen.last?.first == found.first {
      if let last = chosen.last, last.first == found.first {
        if found.last > last.last { chosen[chosen.count - 1] = found }
      } else {
        chosen.append(found)
      }
    }
    return chosen
  }

  private func check(_ keys: [Int32], _ sequences: [[Int32]], _ trie: FrozenTrie, _ line: KeyLine) {
    keys.map(token).withUnsafeBufferPointer { line.takeWords($0) }
    let all = naive(keys, sequences)
    var matches: [SequenceMatch] = []
    line.overlapping(trie, into: &matches)
    #expect(matches.map { Found(first: Int($0.first), last: Int($0.last), value: $0.value) } == all)
    matches = []
    line.leftmostLongest(trie, into: &matches)
    #expect(matches.map { Found(first: Int($0.first), last: Int($0.last), value: $0.value) } == longest(all))
  }

  private func trie(_ sequences: [[Int32]]) -> FrozenTrie {
    var builder = TrieBuilder()
    for (value, sequence) in sequences.enumerated() { builder.insert(sequence, value: Int32(value)) }
    return builder.frozen()
  }

  @Test func everyLineOfAShortAlphabet() {
    let sets: [[[Int32]]] = [
      [[0], [0, 1], [0, 1, 0, 1], [1, 0]], [[0, 0, 1], [0, 0]], [[1], [1], [0, 1]], [],
    ]
    let line = KeyLine()
    for sequences in sets {
      let trie = trie(sequences)
      for length in 0...6 {
        for number in 0..<(1 << (2 * length)) {
          // Four keys: two of the alphabet, one that no sequence holds, one unknown.
          let keys = (0..<length).map { place in [0, 1, 7, -1][number >> (2 * place) & 3] as Int32 }
          check(keys, sequences, trie, line)
        }
      }
    }
  }

  @Test func randomLines() {
    var generator = SeededGenerator(seed: 5)
    let line = KeyLine()
    for _ in 0..<60 {
      let sequences = (0..<40).map { _ in
        (0..<Int.random(in: 1...5, using: &generator)).map { _ in Int32.random(in: 0..<9, using: &generator) }
      }
      let keys = (0..<200).map { _ in Int32.random(in: -1..<10, using: &generator) }
      check(keys, sequences, trie(sequences), line)
    }
  }

  @Test func signsPartAndHyphensJoin() {
    let trie = trie([[1, 2]])
    let line = KeyLine()
    func isFound(_ kind: Token.Kind, _ unit: Int32, _ flags: Token.Flags = []) -> Bool {
      let between = Token(start: 1, end: 2, kind: kind, flags: flags, form: unit, key: -1)
      [token(1), between, token(2)].withUnsafeBufferPointer { line.takeWords($0) }
      var matches: [SequenceMatch] = []
      line.leftmostLongest(trie, into: &matches)
      return matches.map(\.last) == [2]
    }
    #expect(isFound(.punctuation, 0x2D) && isFound(.punctuation, 0x2019))
    #expect(!isFound(.punctuation, 0x2C) && !isFound(.lineBreak, 0x0A) && !isFound(.word, 0x2D))
    #expect(isFound(.word, 5, [.elided, .function]))
  }

  /// One word a million times: as many steps as the longest sequence of it, for each.
  @Test(.timeLimit(.minutes(5))) func aMillionTimesOneWord() {
    let sequence = [Int32](repeating: 3, count: 8)
    let line = KeyLine()
    var matches: [SequenceMatch] = []
    [Token](repeating: token(3), count: 1_000_000).withUnsafeBufferPointer { line.takeWords($0) }
    line.leftmostLongest(trie([sequence, sequence + [4]]), into: &matches)
    #expect(matches.count == 125_000)
  }
}
