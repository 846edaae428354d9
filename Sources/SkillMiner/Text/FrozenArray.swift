/// An array that is never changed again, read through a pointer: inner loops pay no reference count and no bounds check.
///
/// An index outside `0..<count` is a programming error and is not checked in release builds.
final class FrozenArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  let base: UnsafePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    elements.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { memory.initialize(from: start, count: source.count) }
    }
    base = UnsafePointer(memory)
    count = elements.count
  }

  deinit { UnsafeMutablePointer(mutating: base).deallocate() }

  subscript(index: Int) -> Element {
    assert(index >= 0 && index < count)
    return base[index]
  }
}
