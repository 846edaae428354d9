import CVectors

/// The stretch of a text that was made ready for `sm_scan`, in memory that is used again.
struct TextWindow {
  var window: sm_window

  init() {
    window = sm_window(
      start: 0, end: 0, bytes: .allocate(capacity: Int(SM_WINDOW) + 64),
      plain: .allocate(capacity: Int(SM_WINDOW) / 8 + 16),
      alone: .allocate(capacity: Int(SM_WINDOW) / 8 + 16))
  }

  func deallocate() {
    window.bytes.deallocate()
    window.plain.deallocate()
    window.alone.deallocate()
  }

  /// Forgets the text.
  mutating func reset() {
    window.start = 0
    window.end = 0
  }

  /// Sees to it that the next words from a place on are ready, if the text holds so many.
  @inline(__always)
  mutating func reach(
    _ from: Int, _ text: UnsafePointer<UInt16>, _ length: Int, _ rules: UnsafePointer<sm_rules>
  ) {
    let end = Int(window.end)
    if from >= end || end < length && from + 64 > end {
      sm_window_open(
        &window, rules.pointee.kinds, text, Int32(truncatingIfNeeded: from), Int32(truncatingIfNeeded: length)
      )
    }
  }
}
