import CVectors
import Glibc
import Synchronization

/// Memory for tables that are read at random: in pages of 2 MiB where the system gives them, since with small pages
/// most reads of a large table first wait for the page to be found.
enum WideMemory {
  private static let page = 2 << 20
  /// `MADV_HUGEPAGE` of Linux; a system without it refuses, and nothing is lost.
  private static let advice: CInt = 14
  private static let mapped = Atomic<Int>(0)

  /// Bytes of wide pages that are in use: they stand beside the heap, which does not count them.
  static var bytesHeld: Int { mapped.load(ordering: .relaxed) }

  /// Uninitialised memory, aligned to lines of the caches, to be given back by `deallocate`.
  ///
  /// The system is asked for wide pages itself: the heap, asked for memory aligned to them, keeps a page more.
  /// Without memory the process ends, as it does when the heap has none.
  static func allocate(byteCount: Int) -> UnsafeMutableRawPointer {
    guard byteCount >= page else { return .allocate(byteCount: byteCount, alignment: 64) }
    let size = whole(byteCount)
    let access = (PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)
    guard let start = mmap(nil, size + page, access.0, access.1, -1, 0), start != MAP_FAILED else {
      fatalError("no memory for a table of \(byteCount) bytes")
    }
    let before = (page - Int(bitPattern: start) % page) % page
    let memory = start + before
    if before > 0 { munmap(start, before) }
    if before < page { munmap(memory + size, page - before) }
    madvise(memory, size, advice)
    mapped.add(size, ordering: .relaxed)
    return memory
  }

  /// Gives memory of `allocate` back.
  static func deallocate(_ memory: UnsafeMutableRawPointer, byteCount: Int) {
    guard byteCount >= page else { return memory.deallocate() }
    let size = whole(byteCount)
    munmap(memory, size)
    mapped.subtract(size, ordering: .relaxed)
  }

  /// In whole pages of the system.
  private static func whole(_ byteCount: Int) -> Int {
    let unit = Int(getpagesize())
    return (byteCount + unit - 1) / unit * unit
  }

  /// Asks the processor to fetch memory that will be read soon: no effect but on time, whatever the address.
  @inline(__always)
  static func prefetch(_ address: UnsafeRawPointer) { sm_prefetch(address) }
}
