/// Offers and employers that ask for each family in two windows, as far as secrecy wants to know: employers are counted
/// up to the number that may be shown. Near-duplicate clusters count once a window.
struct WindowTally {
  private let limit: Int
  /// By family number and window.
  private var offers: [Int32]
  private var known: [Int32]
  /// The first employers met, `limit` a slot.
  private var employers: [Int32]

  /// - Parameters:
  ///   - rows: places in the cube, ascending.
  ///   - size: one more than the largest family number.
  ///   - limit: number of employers from which on nothing is secret.
  init(_ cube: CubeColumns, rows: [Int], windows: SignalWindows, size: Int, limit: Int) {
    self.limit = limit
    offers = [Int32](repeating: 0, count: size * 2)
    known = offers
    employers = [Int32](repeating: -1, count: size * 2 * limit)
    var seen: [Int64: UInt8] = [:]
    seen.reserveCapacity(rows.count)
    for row in rows {
      let month = Int(cube.months[row])
      let isRecent = windows.recent.contains(month)
      guard isRecent || windows.reference.contains(month) else { continue }
      let window = isRecent ? 1 : 0
      let bit = UInt8(1) << UInt8(window)
      let before = seen[cube.clusters[row], default: 0]
      if before & bit != 0 { continue }
      seen[cube.clusters[row]] = before | bit
      let employer = cube.employers[row]
      for family in cube.families(of: row) { add(Int(family) * 2 + window, employer) }
    }
  }

  private mutating func add(_ slot: Int, _ employer: Int32) {
    offers[slot] += 1
    let count = Int(known[slot])
    guard employer >= 0, count < limit else { return }
    for place in 0..<count where employers[slot * limit + place] == employer { return }
    employers[slot * limit + count] = employer
    known[slot] += 1
  }

  /// The cell of a family in one of the windows.
  func cell(_ family: Int32, recent: Bool) -> SecrecyRules.Cell {
    let slot = Int(family) * 2 + (recent ? 1 : 0)
    return SecrecyRules.Cell(offers: Int(offers[slot]), employers: Int(known[slot]))
  }
}
