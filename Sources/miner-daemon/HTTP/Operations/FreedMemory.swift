import Glibc

/// Memory that was freed and that the allocator keeps.
enum FreedMemory {
  /// Gives it back to the system. An analysis leaves its memory in pieces between what lives on, in heaps of several
  /// threads: kept, they add up from one analysis to the next, though nothing in use grows.
  static func giveBack() {
    // Of glibc alone: another C library has nothing of that name, and keeps what it keeps.
    guard let symbol = dlsym(nil, "malloc_trim") else { return }
    typealias Trim = @convention(c) (Int) -> Int32
    _ = unsafeBitCast(symbol, to: Trim.self)(0)
  }
}
