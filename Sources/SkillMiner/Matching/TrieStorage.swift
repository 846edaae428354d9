import Glibc

/// The bytes of a frozen trie: memory of our own, or a file mapped into it. Never written to once it is handed out.
final class TrieStorage: @unchecked Sendable {
  /// First byte, aligned to eight.
  let base: UnsafeRawPointer
  /// Bytes, a multiple of eight when they are a trie.
  let count: Int
  private let isMapped: Bool

  /// Memory that `fill` writes once; it starts as zeros.
  init(count: Int, fill: (UnsafeMutableRawPointer) -> Void) {
    let memory = WideMemory.allocate(byteCount: max(count, 8))
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: max(count, 8))
    fill(memory)
    base = UnsafeRawPointer(memory)
    self.count = count
    isMapped = false
  }

  /// Maps a file; `nil`, with `errno` set, when it cannot be opened. A file that is cut short while it is mapped ends
  /// the process: images are replaced by renaming, never rewritten in place.
  init?(path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    count = Int(status.st_size)
    guard count > 0 else {
      base = UnsafeRawPointer(UnsafeMutableRawPointer.allocate(byteCount: 8, alignment: 8))
      isMapped = false
      return
    }
    guard let memory = mmap(nil, count, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0), memory != MAP_FAILED
    else { return nil }
    base = UnsafeRawPointer(memory)
    isMapped = true
  }

  deinit {
    let memory = UnsafeMutableRawPointer(mutating: base)
    if isMapped {
      munmap(memory, count)
    } else {
      WideMemory.deallocate(memory, byteCount: max(count, 8))
    }
  }
}
