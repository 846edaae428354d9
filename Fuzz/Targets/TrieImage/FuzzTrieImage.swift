import FuzzSupport

@testable import SkillMiner

/// Whatever bytes are given as an image, it is refused or no walk leaves it.
///
/// Behind an odd first byte, length and checksum are put right first, so that the fuzzer gets past them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = FuzzInput.bytes(data, size)
  let isForged = bytes.first.map { $0 & 1 == 1 } ?? false
  let image = Array(bytes.dropFirst())
  let storage = TrieStorage(count: image.count) { base in
    for (index, byte) in image.enumerated() { base.storeBytes(of: byte, toByteOffset: index, as: UInt8.self) }
    guard isForged, image.count >= TrieLayout.headerSize, image.count % 8 == 0 else { return }
    for (index, byte) in TrieLayout.magic.enumerated() {
      base.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
    }
    base.storeBytes(of: TrieLayout.version, toByteOffset: 8, as: UInt32.self)
    base.storeBytes(of: TrieLayout.byteOrder, toByteOffset: 12, as: UInt32.self)
    base.storeBytes(of: UInt64(image.count), toByteOffset: 96, as: UInt64.self)
    let checksum = TrieLayout.checksum(UnsafeRawPointer(base), image.count)
    base.storeBytes(of: checksum, toByteOffset: TrieLayout.checksumOffset, as: UInt64.self)
  }
  let fingerprint = String(
    decoding: image.dropFirst(TrieLayout.fingerprint.lowerBound).prefix(TrieLayout.fingerprint.count)
      .prefix { $0 != 0 }, as: UTF8.self)
  guard let trie = try? TrieImage.check(storage, "image", fingerprint: fingerprint) else { return 0 }
  var seen = 0
  for key: Int32 in -2..<40 {
    let node = trie.step(FrozenTrie.root, key)
    guard node >= 0 else { continue }
    seen += trie.values(at: node).reduce(0) { $0 ^ Int($1) }
    for next: Int32 in -2..<40 {
      let child = trie.step(node, next)
      if child >= 0 { seen += trie.values(at: child).reduce(0) { $0 ^ Int($1) } }
    }
  }
  let keys: [Int32] = [0, 1, 2, 0, 3, 1, 1, 4, -1, 5, 0, 39]
  let tokens = keys.map { Token(start: 0, end: 1, kind: .word, flags: [], form: 0, key: $0) }
  let line = KeyLine()
  tokens.withUnsafeBufferPointer { line.takeWords($0) }
  var matches: [SequenceMatch] = []
  line.overlapping(trie, into: &matches)
  line.leftmostLongest(trie, into: &matches)
  seen += matches.count
  withExtendedLifetime(seen) {}
  return 0
}
