import Synchronization
import Taxonomy

/// What has been decided for the readers of one observatory, by scope. A decision is made outside the lock: two pages
/// that ask at once may both make it, and make the same.
final class SecrecyMemory: Sendable {
  private struct State {
    var cells: [PageScope: HiddenCells] = [:]
    var crosses: [PageScope: Set<ROMECode>] = [:]
    var months: [Int: Set<Int32>]?
  }

  private let state = Mutex(State())
  /// By what the communes are parts of. Each holds the offers of a département.
  private let communes = ScopeMemory<CommuneLine>(limit: 32)

  func cells(_ scope: PageScope, _ make: () -> [PageScope: HiddenCells]) -> HiddenCells {
    if let known = state.withLock({ $0.cells[scope] }) { return known }
    let made = make()
    let own = made[scope] ?? HiddenCells()
    state.withLock {
      $0.cells.merge(made) { _, new in new }
      // A scope that no offer has: asked for again, it costs nothing.
      $0.cells[scope] = own
    }
    return own
  }

  func communes(of parent: PageScope, _ make: () -> CommuneLine) -> CommuneLine {
    communes.value(parent, make)
  }

  func cross(_ scope: PageScope, _ make: () -> [PageScope: Set<ROMECode>]) -> Set<ROMECode> {
    if let known = state.withLock({ $0.crosses[scope] }) { return known }
    let made = make()
    state.withLock { $0.crosses.merge(made) { _, new in new } }
    return made[scope] ?? []
  }

  func months(_ make: () -> [Int: Set<Int32>]) -> [Int: Set<Int32>] {
    if let known = state.withLock({ $0.months }) { return known }
    let made = make()
    state.withLock { $0.months = made }
    return made
  }
}
