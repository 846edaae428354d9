/// An array that is never changed again, read through a pointer: inner loops pay no reference count and no bounds check.
///
/// An index outside `0..<count` is a programming error and is not checked in release builds.
final class FrozenArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  let base: UnsafePointer<Element>
  let count: Int
  /// What a long array stands in; a short one has memory of its own.
  private let chunk: WidePool.Chunk?
  private static var long: Int { 4096 }

  init(_ elements: [Element]) {
    let memory: UnsafeMutablePointer<Element>
    let size = elements.count * MemoryLayout<Element>.stride
    if size < Self.long {
      chunk = nil
      memory = .allocate(capacity: max(1, elements.count))
    } else {
      let (raw, chunk) = WidePool.allocate(byteCount: size)
      self.chunk = chunk
      memory = raw.bindMemory(to: Element.self, capacity: elements.count)
    }
    elements.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { memory.initialize(from: start, count: source.count) }
    }
    base = UnsafePointer(memory)
    count = elements.count
  }

  deinit { if chunk == nil { UnsafeMutablePointer(mutating: base).deallocate() } }

  subscript(index: Int) -> Element {
    assert(index >= 0 && index < count)
    return base[index]
  }
}
