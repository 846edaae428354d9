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
    let roots = (storage.base + layout.roots).assumingMemoryBound(to: FrozenTrie.Place.self)
    let starts = (storage.base + layout.valueStarts).assumingMemoryBound(to: Int32.self)
    let values = (storage.base + layout.values).assumingMemoryBound(to: Int32.self)
    guard starts[0] == 0, starts[layout.nodeCount] == layout.valueCount else { return false }
    for index in 0..<layout.nodeCount {
      let node = nodes[index]
      // Children stand behind their parent, so that every walk ends.
      guard node.childCount >= 0, node.firstChild > index,
        Int(node.firstChild) + Int(node.childCount) <= layout.nodeCount, starts[index + 1] >= starts[index]
      else { return false }
      let count = starts[index + 1] - starts[index]
      switch node.value {
      case FrozenTrie.noValue: guard count == 0 else { return false }
      case FrozenTrie.manyValues: guard count > 0 else { return false }
      default: guard count == 1, values[Int(starts[index])] == node.value else { return false }
      }
    }
    for key in 0..<layout.rootCount where roots[key].node != -1 {
      guard leads(from: 0, by: Int32(key), to: roots[key], nodes) else { return false }
    }
    let edges = (storage.base + layout.edges).assumingMemoryBound(to: FrozenTrie.Edge.self)
    var empty = 0
    for slot in 0..<layout.edgeCount {
      let edge = edges[slot]
      if edge.parent == -1 {
        empty += 1
        continue
      }
      guard edge.parent > 0, edge.parent < layout.nodeCount,
        leads(from: edge.parent, by: edge.key, to: edge.place, nodes)
      else { return false }
    }
    // A search among them ends at an empty one.
    return empty > 0
  }

  /// Whether a place is a child of a node of that key, and says of it what the node itself does.
  private static func leads(
    from parent: Int32, by key: Int32, to place: FrozenTrie.Place, _ nodes: UnsafePointer<FrozenTrie.Node>
  ) -> Bool {
    let from = nodes[Int(parent)]
    guard place.node >= from.firstChild, place.node - from.firstChild < from.childCount else { return false }
    let node = nodes[Int(place.node)]
    return node.key == key && node.value == place.value && node.firstChild == place.firstChild
      && node.childCount == place.childCount
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
