import Foundation
import Synchronization
import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// The frozen trie against a dictionary of sequences, and its image against everything that can befall a file.
@Suite struct FrozenTrieTests {
  private func trie(_ sequences: [([Int32], Int32)]) -> FrozenTrie {
    var builder = TrieBuilder()
    for (keys, value) in sequences { builder.insert(keys, value: value) }
    return builder.frozen()
  }

  private func walk(_ trie: FrozenTrie, _ keys: [Int32]) -> [Int32] {
    var node = FrozenTrie.root
    for key in keys {
      node = trie.step(node, key)
      if node < 0 { return [] }
    }
    return Array(trie.values(at: node))
  }

  /// All sequences of up to `length` keys below `keys`.
  private func all(_ keys: Int32, _ length: Int) -> [[Int32]] {
    var found: [[Int32]] = [[]]
    var last: [[Int32]] = [[]]
    for _ in 0..<length {
      last = last.flatMap { sequence in (0..<keys).map { sequence + [$0] } }
      found += last
    }
    return found
  }

  @Test func everySetOfShortSequencesIsFoundAndNothingElse() {
    let sequences = all(2, 2).dropFirst()
    let questions = all(3, 3)
    for subset in 0..<(1 << sequences.count) {
      let chosen = sequences.enumerated().filter { subset >> $0.offset & 1 == 1 }.map(\.element)
      let trie = trie(chosen.enumerated().map { ($0.element, Int32($0.offset)) })
      for question in questions where !question.isEmpty {
        #expect(walk(trie, question) == chosen.indices.filter { chosen[$0] == question }.map { Int32($0) })
      }
    }
  }

  @Test func randomSequencesInAnyOrderGiveTheSameBytes() {
    var generator = SeededGenerator(seed: 11)
    var sequences: [([Int32], Int32)] = []
    for value in 0..<3000 {
      let keys = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        Int32.random(in: -1..<(Bool.random(using: &generator) ? 4 : 900), using: &generator)
      }
      sequences.append((keys, Int32(value)))
    }
    var naive: [[Int32]: [Int32]] = [:]
    for (keys, value) in sequences { naive[keys, default: []].append(value) }
    let first = trie(sequences)
    for (keys, values) in naive { #expect(walk(first, keys) == values) }
    for _ in 0..<20_000 {
      let keys = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        Int32.random(in: -2..<1000, using: &generator)
      }
      #expect(walk(first, keys) == naive[keys] ?? [])
    }
    sequences.shuffle(using: &generator)
    #expect(
      TrieImage.bytes(of: trie(sequences), fingerprint: "x") == TrieImage.bytes(of: first, fingerprint: "x"))
  }

  @Test func emptyAndVeryLongForms() {
    let empty = trie([([], 1)])
    #expect(walk(empty, [0]).isEmpty && walk(empty, [-1]).isEmpty && walk(empty, []).isEmpty)
    let long = (0..<200).map { Int32($0 % 7) }
    let trie = trie([(long, 5), (Array(long.prefix(199)), 4)])
    #expect(walk(trie, long) == [5] && walk(trie, Array(long.prefix(199))) == [4])
    #expect(walk(trie, Array(long.prefix(198))).isEmpty && walk(trie, long + [0]).isEmpty)
  }

  /// A word of many continuations, as *gestion* is: every one is found and no other.
  @Test func manyChildren() {
    let sequences = (0..<5000).map { (index: Int32) -> ([Int32], Int32) in
      ([7, index * 3, index % 5], index)
    }
    let trie = trie(sequences)
    for (keys, value) in sequences {
      #expect(walk(trie, keys) == [value])
      #expect(walk(trie, [keys[0], keys[1] + 1, keys[2]]).isEmpty)
      #expect(trie.mayBegin(7, keys[1]) == 2)
    }
    #expect(trie.root(7).node >= 0 && trie.root(7).value == FrozenTrie.noValue)
    #expect(trie.root(6).node < 0 && trie.root(-1).node < 0 && trie.root(.max).node < 0)
  }

  /// Five million forms: the bound that the builder states.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SKILLMINER_RANDOM_STRINGS"] != nil))
  func fiveMillionForms() {
    var builder = TrieBuilder()
    var generator = SeededGenerator(seed: 3)
    var last: [Int32] = []
    for value in 0..<5_000_000 {
      last = (0..<6).map { _ in Int32.random(in: 0..<60_000, using: &generator) }
      builder.insert(last, value: Int32(value))
    }
    let trie = builder.frozen()
    #expect(walk(trie, last).contains(4_999_999))
    print("five million forms: \(trie.storage.count) bytes")
  }

  // MARK: - Images

  private func code(_ body: () throws -> FrozenTrie) -> String? {
    do {
      _ = try body()
      return nil
    } catch let error as ReadingError {
      return error.finding.code
    } catch {
      return "\(error)"
    }
  }

  @Test func imagesSurviveTheRoundTrip() throws {
    let folder = try ScratchFolder()
    let path = folder.path("forms.trie")
    let sequences = (0..<500).map { (index: Int32) -> ([Int32], Int32) in
      ([index % 13, index % 7, index], index)
    }
    let built = trie(sequences)
    try TrieImage.write(built, fingerprint: "abc", to: path)
    let opened = try TrieImage.open(path, fingerprint: "abc")
    for (keys, value) in sequences { #expect(walk(opened, keys) == [value]) }
    #expect(TrieImage.bytes(of: opened, fingerprint: "abc") == TrieImage.bytes(of: built, fingerprint: "abc"))
    #expect(code { try TrieImage.open(path, fingerprint: "abd") } == "TRIE-004")
    #expect(code { try TrieImage.open(folder.path("none"), fingerprint: "abc") } == "TRIE-001")
    // What was mapped stays as it was when another image takes its place.
    try TrieImage.write(trie([([1], 1)]), fingerprint: "abc", to: path)
    #expect(walk(opened, [3, 3, 3]) == [3])
  }

  @Test func theShelfMapsWhatFitsAndRebuildsTheRest() throws {
    let folder = try ScratchFolder()
    let path = folder.path("formes.trie")
    let told = Mutex<[String]>([])
    let shelf = TrieShelf(path: path) { finding in told.withLock { $0.append(finding.code) } }
    var builder = TrieBuilder()
    for value: Int32 in 0..<300 { builder.insert([value % 7, value], value: value) }
    let built = shelf.trie(builder)
    #expect(told.withLock { $0 }.isEmpty && walk(built, [2, 9]) == [9])
    let opened = shelf.trie(builder)
    #expect(walk(opened, [2, 9]) == [9] && opened.storage.count == built.storage.count)
    // Of other forms, then damaged: told, and made again.
    var other = builder
    other.insert([3], value: 300)
    #expect(walk(shelf.trie(other), [3]) == [300])
    #expect(told.withLock { $0 } == ["TRIE-004"])
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes[bytes.count / 2] ^= 4
    try bytes.write(to: URL(filePath: path))
    #expect(walk(shelf.trie(other), [3]) == [300])
    #expect(told.withLock { $0 } == ["TRIE-004", "TRIE-002"])
    #expect(try TrieImage.open(path, fingerprint: other.fingerprint).storage.count > 0)
    // A folder that is not there: told, and read all the same.
    let nowhere = TrieShelf(path: folder.path("none/x.trie")) { finding in
      told.withLock { $0.append(finding.code) }
    }
    #expect(walk(nowhere.trie(builder), [2, 9]) == [9] && told.withLock { $0 }.last == "TRIE-001")
  }

  @Test func everyFlippedByteAndEveryCutIsRefused() {
    let bytes = TrieImage.bytes(
      of: trie([([1], 0), ([1, 2], 1), ([3, 2, 2], 2), ([1], 3)]), fingerprint: "f")
    func check(_ bytes: [UInt8]) -> String? {
      code {
        let storage = TrieStorage(count: bytes.count) { base in
          for (index, byte) in bytes.enumerated() {
            base.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
          }
        }
        return try TrieImage.check(storage, "image", fingerprint: "f")
      }
    }
    #expect(check(bytes) == nil)
    for index in bytes.indices {
      for flip in [UInt8(1), 0x80, 0xFF] {
        var damaged = bytes
        damaged[index] ^= flip
        let code = check(damaged)
        let isVersion = (8..<16).contains(index)
        #expect(code == "TRIE-002" || (isVersion && code == "TRIE-003"), "byte \(index)")
      }
    }
    for count in bytes.indices { #expect(check(Array(bytes.prefix(count))) == "TRIE-002", "cut at \(count)") }
    var older = bytes
    older[8] = 0
    #expect(check(older) == "TRIE-003")
  }

  /// Bytes with a right checksum and wrong contents: no walk may leave them.
  @Test func forgedImagesAreRefusedOrHarmless() {
    // The children of the first are left by the table of edges.
    let bytes = TrieImage.bytes(
      of: trie(
        [([1], 0), ([1, 2], 1), ([3, 2, 2], 2), ([5], 3)] + (3..<6).map { ([1, $0], $0 + 1) }),
      fingerprint: "f")
    var generator = SeededGenerator(seed: 5)
    var refused = 0
    for _ in 0..<4000 {
      var forged = bytes
      forged[Int.random(in: 80..<bytes.count, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
      let storage = TrieStorage(count: forged.count) { base in
        for (index, byte) in forged.enumerated() {
          base.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
        }
        let checksum = TrieLayout.checksum(UnsafeRawPointer(base), forged.count)
        base.storeBytes(of: checksum, toByteOffset: TrieLayout.checksumOffset, as: UInt64.self)
      }
      guard let trie = try? TrieImage.check(storage, "image", fingerprint: "f") else {
        refused += 1
        continue
      }
      for question in all(6, 2) { _ = walk(trie, question) }
    }
    #expect(refused > 1000)
  }
}
