/// Bytes that are being written: memory that grows and is not shared, so that appending asks nothing but whether there is
/// room.
struct OutputBytes: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 1 << 12
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// What was written.
  var array: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  var string: String { String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self) }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(1) }
    base[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let from = bytes.baseAddress else { return }
    append(from, bytes.count)
  }

  @inline(__always)
  mutating func append(_ from: UnsafePointer<UInt8>, _ length: Int) {
    if capacity &- count < length { grow(length) }
    UnsafeMutableRawPointer(base + count).copyMemory(from: from, byteCount: length)
    count &+= length
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let wider = max(capacity * 2, count + more)
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: wider)
    memory.update(from: base, count: count)
    base.deallocate()
    base = memory
    capacity = wider
  }
}
