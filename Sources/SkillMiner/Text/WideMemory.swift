import CICU
import Glibc

/// Memory for tables that are read at random: in pages of 2 MiB where the system gives them, since with small pages
/// most reads of a large table first wait for the page to be found.
enum WideMemory {
  private static let page = 2 << 20
  /// `MADV_HUGEPAGE` of Linux; a system without it refuses, and nothing is lost.
  private static let advice: CInt = 14

  /// Uninitialised memory, aligned to lines of the caches, to be given back by `deallocate`.
  static func allocate(byteCount: Int) -> UnsafeMutableRawPointer {
    guard byteCount >= page else { return .allocate(byteCount: byteCount, alignment: 64) }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: page)
    madvise(memory, byteCount, advice)
    return memory
  }

  /// Asks the processor to fetch memory that will be read soon: no effect but on time, whatever the address.
  @inline(__always)
  static func prefetch(_ address: UnsafeRawPointer) { sm_prefetch(address) }
}
