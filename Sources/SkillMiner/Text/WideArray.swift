/// Numbers of one thread that are read and written at random places, in wide pages.
///
/// An index outside `0..<count` is a programming error and is not checked.
final class WideArray<Element: BitwiseCopyable> {
  let base: UnsafeMutablePointer<Element>
  let count: Int
  private let chunk: WidePool.Chunk

  init(repeating value: Element, count: Int) {
    let (memory, chunk) = WidePool.allocate(byteCount: max(1, count) * MemoryLayout<Element>.stride)
    base = memory.bindMemory(to: Element.self, capacity: max(1, count))
    base.initialize(repeating: value, count: max(1, count))
    self.count = count
    self.chunk = chunk
  }
}
