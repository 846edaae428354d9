import Synchronization

/// Memory of tables that are read at random, many to a chunk of wide pages (`WideMemory`): each alone would be too small
/// for a page of its own. A chunk is given back when the last table in it is gone.
enum WidePool {
  /// Tables in one chunk.
  final class Chunk: @unchecked Sendable {
    fileprivate let memory: UnsafeMutableRawPointer
    fileprivate let size: Int
    /// Bytes given away; guarded by `current`.
    fileprivate var used = 0

    fileprivate init(size: Int) {
      self.size = size
      memory = WideMemory.allocate(byteCount: size)
    }

    deinit { WideMemory.deallocate(memory, byteCount: size) }
  }

  private static let chunkSize = 4 << 20
  /// Two lines of a cache: what one thread writes never shares a line with another's.
  private static let alignment = 128
  /// The chunk that new tables go to.
  private static let current = Mutex<Chunk?>(nil)

  /// Uninitialised memory that is there as long as its chunk is kept.
  static func allocate(byteCount: Int) -> (memory: UnsafeMutableRawPointer, chunk: Chunk) {
    let size = (max(1, byteCount) + alignment - 1) / alignment * alignment
    return current.withLock { current in
      if let chunk = current, chunk.used + size <= chunk.size {
        defer { chunk.used += size }
        return (chunk.memory + chunk.used, chunk)
      }
      let chunk = Chunk(size: max(size, chunkSize))
      chunk.used = size
      // A large table fills its own chunk; what is left of the present one is not lost for it.
      if size <= chunkSize / 2 { current = chunk }
      return (chunk.memory, chunk)
    }
  }
}
