/// Memory in wide pages for numbers that one thread reads and writes at random places; there as long as its owner.
///
/// An index outside an array is a programming error and is not checked.
final class WideScratch {
  private var chunks: [WidePool.Chunk] = []

  /// `count` numbers (one at least), all of them `value`.
  func array<Element: BitwiseCopyable>(repeating value: Element, count: Int) -> UnsafeMutablePointer<Element>
  {
    let count = max(1, count)
    let (memory, chunk) = WidePool.allocate(byteCount: count * MemoryLayout<Element>.stride)
    chunks.append(chunk)
    let array = memory.bindMemory(to: Element.self, capacity: count)
    array.initialize(repeating: value, count: count)
    return array
  }
}
