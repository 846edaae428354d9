import Foundation
import Taxonomy

/// A frozen trie as a file: written once, opened by mapping it, refused when it is damaged, older or of other data.
///
/// Keys are numbers that a vocabulary gave out; `fingerprint` (at most 64 bytes of UTF-8, the digest of the lexicon)
/// says which, and an image of another one is refused. Whoever is refused builds the trie and writes the image again.
enum TrieImage {
  /// The image's bytes: the same trie and fingerprint give the same bytes.
  static func bytes(of trie: FrozenTrie, fingerprint: String) -> [UInt8] {
    var bytes = [UInt8](UnsafeRawBufferPointer(start: trie.storage.base, count: trie.storage.count))
    let mark = padded(fingerprint)
    for (offset, byte) in zip(TrieLayout.fingerprint, mark) { bytes[offset] = byte }
    let checksum = bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { TrieLayout.checksum($0, buffer.count) } ?? 0
    }
    for index in 0..<8 {
      bytes[TrieLayout.checksumOffset + index] = UInt8(truncatingIfNeeded: checksum >> UInt64(index * 8))
    }
    return bytes
  }

  /// Writes the image in place of what stood there; readers that have mapped the old one keep it.
  ///
  /// - Throws: `ReadingError` with `TRIE-001` when the file cannot be written.
  static func write(_ trie: FrozenTrie, fingerprint: String, to path: String) throws {
    do {
      try Data(bytes(of: trie, fingerprint: fingerprint)).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw refusal(
        "TRIE-001", path, "l’image du lexique ne peut pas être écrite (\(error.localizedDescription)).",
        "Vérifiez le dossier et la place libre.")
    }
  }

  /// Maps an image.
  ///
  /// - Throws: `ReadingError` with `TRIE-001` (cannot be opened), `TRIE-002` (no image, or damaged), `TRIE-003` (of
  ///   another version of the program) or `TRIE-004` (of another lexicon).
  static func open(_ path: String, fingerprint: String) throws -> FrozenTrie {
    guard let storage = TrieStorage(path: path) else {
      throw refusal(
        "TRIE-001", path,
        "l’image du lexique ne peut pas être ouverte (\(String(cString: strerror(errno)))).",
        "Construisez-la de nouveau.")
    }
    return try check(storage, path, fingerprint: fingerprint)
  }

  /// A trie over bytes that are an image.
  ///
  /// - Throws: `ReadingError`, as `open`.
  static func check(_ storage: TrieStorage, _ path: String, fingerprint: String) throws -> FrozenTrie {
    let base = storage.base
    guard storage.count >= TrieLayout.headerSize, storage.count % 8 == 0,
      TrieLayout.magic.indices.allSatisfy({
        base.load(fromByteOffset: $0, as: UInt8.self) == TrieLayout.magic[$0]
      })
    else {
      throw refusal("TRIE-002", path, "ce n’est pas une image de lexique.", "Construisez-la de nouveau.")
    }
    guard base.load(fromByteOffset: 8, as: UInt32.self) == TrieLayout.version,
      base.load(fromByteOffset: 12, as: UInt32.self) == TrieLayout.byteOrder
    else {
      throw refusal(
        "TRIE-003", path, "l’image du lexique vient d’une autre version du programme ou d’une autre machine.",
        "Construisez-la de nouveau.")
    }
    guard base.load(fromByteOffset: 96, as: UInt64.self) == UInt64(storage.count),
      base.load(fromByteOffset: TrieLayout.checksumOffset, as: UInt64.self)
        == TrieLayout.checksum(base, storage.count), isSound(storage)
    else {
      throw refusal("TRIE-002", path, "l’image du lexique est endommagée.", "Construisez-la de nouveau.")
    }
    guard
      zip(TrieLayout.fingerprint, padded(fingerprint)).allSatisfy({
        base.load(fromByteOffset: $0, as: UInt8.self) == $1
      })
    else {
      throw refusal(
        "TRIE-004", path, "l’image a été faite pour un autre lexique.", "Construisez-la de nouveau.")
    }
    return FrozenTrie(storage: storage)
  }

  /// Whether no walk can leave the bytes, whatever they are.
  private static func isSound(_ storage: TrieStorage) -> Bool {
    let layout = TrieLayout(storage)
    guard layout.nodeCount >= 1, layout.edgeCount >= 1, layout.total == storage.count,
      storage.base.load(fromByteOffset: 112, as: UInt64.self) == UInt64(layout.pairBits)
    else { return false }
    let nodes = (storage.base + layout.nodes).assumingMemoryBound(to: FrozenTrie.Node.self)
    let roots = (storage.base + layout.roots).assumingMemoryBound(to: FrozenTrie.Root.self)
    let values = (storage.base + layout.values).assumingMemoryBound(to: Int32.self)
    guard nodes[0].firstChild == 1, nodes[0].firstValue == 0,
      nodes[layout.nodeCount].firstChild == layout.nodeCount,
      nodes[layout.nodeCount].firstValue == layout.valueCount
    else { return false }
    for index in 0..<layout.nodeCount {
      // Children stand behind their parent, so that every walk ends.
      guard nodes[index].firstChild > index, nodes[index + 1].firstChild >= nodes[index].firstChild,
        nodes[index + 1].firstValue >= nodes[index].firstValue
      else { return false }
    }
    let children = 1..<max(1, Int32(nodes[1].firstChild))
    for key in 0..<layout.rootCount where roots[key].child != -1 {
      let child = roots[key].child
      guard children.contains(child), nodes[Int(child)].key == Int32(key) else { return false }
      guard isSound(roots[key].value, child, nodes, values) else { return false }
    }
    return areSound(storage, layout, nodes)
  }

  /// Whether every edge leads from a node to a child of its own, and a search among them ends.
  private static func areSound(
    _ storage: TrieStorage, _ layout: TrieLayout, _ nodes: UnsafePointer<FrozenTrie.Node>
  ) -> Bool {
    let edges = (storage.base + layout.edges).assumingMemoryBound(to: FrozenTrie.Edge.self)
    let values = (storage.base + layout.values).assumingMemoryBound(to: Int32.self)
    var empty = 0
    for slot in 0..<layout.edgeCount {
      let edge = edges[slot]
      if edge.parent == -1 {
        empty += 1
        continue
      }
      guard edge.parent > 0, edge.parent < layout.nodeCount, edge.child < layout.nodeCount,
        edge.child >= nodes[Int(edge.parent)].firstChild,
        edge.child < nodes[Int(edge.parent) + 1].firstChild, edge.key == nodes[Int(edge.child)].key,
        isSound(edge.value, edge.child, nodes, values)
      else { return false }
    }
    return empty > 0
  }

  /// Whether what an edge says of the values at its child is so, as far as a walk relies on it.
  private static func isSound(
    _ value: Int32, _ child: Int32, _ nodes: UnsafePointer<FrozenTrie.Node>, _ values: UnsafePointer<Int32>
  ) -> Bool {
    let first = Int(nodes[Int(child)].firstValue)
    let count = Int(nodes[Int(child) + 1].firstValue) - first
    switch value {
    case FrozenTrie.Edge.noValue: return count == 0
    case FrozenTrie.Edge.manyValues: return count > 0
    default: return count == 1 && values[first] == value
    }
  }

  private static func padded(_ fingerprint: String) -> [UInt8] {
    var bytes = Array(fingerprint.utf8.prefix(TrieLayout.fingerprint.count))
    bytes += [UInt8](repeating: 0, count: TrieLayout.fingerprint.count - bytes.count)
    return bytes
  }

  private static func refusal(_ code: String, _ path: String, _ message: String, _ advice: String)
    -> ReadingError
  {
    ReadingError(Finding(severity: .failure, code: code, file: path, message: message, advice: advice))
  }
}
