import Synchronization

/// Decisions on the communes of a département, made for one family at a time when somebody asks: all families of all
/// communes would keep the first reader waiting, and fill the memory with what nobody looks at. A decision on a family
/// covers the whole line, so it is the same whoever asks first.
final class CommuneLine: Sendable {
  /// What is hidden of one commune: the periods and all months, a bit each.
  typealias Flags = UInt8

  let line: ScopeLine
  let tally: LineTally
  /// What is hidden of the département.
  let above: HiddenCells?
  /// By family, then by code of the commune; communes of which nothing is hidden are left out.
  private let state = Mutex<[Int32: [String: Flags]]>([:])

  init(_ line: ScopeLine, tally: LineTally, above: HiddenCells?) {
    self.line = line
    self.tally = tally
    self.above = above
  }

  /// Two who ask at once may both decide, and decide the same.
  func flags(_ key: Int32, _ commune: String, _ decide: () -> [String: Flags]) -> Flags {
    if let known = state.withLock({ $0[key] }) { return known[commune] ?? 0 }
    let made = decide()
    state.withLock { $0[key] = made }
    return made[commune] ?? 0
  }
}
