/// The offers of some scopes, re-posts folded, in lists by family: what decisions on secrecy are made from. Counting a
/// family costs what the offers that ask for it cost, so that a page which asks for some families of a commune does not
/// pay for all those of the hundreds of communes around it.
struct LineTally: Sendable {
  /// Figures of one scope.
  struct Figures {
    /// Place of the scope among those given.
    let scope: Int
    /// The periods, then all months. Employers are counted as far as the rules want to know.
    let cells: [SecrecyRules.Cell]
  }

  /// Where figures over all months stand, behind those of the periods.
  static let whole = 3
  private static let width = whole + 1

  /// Offer (upper half), scope and windows (a bit each, the lowest) in one word: an offer stands there as often as scopes
  /// have it.
  private let entries: [UInt64]
  /// Places of the entries that ask for family i: `asking[starts[i]..<starts[i + 1]]`.
  private let starts: [Int32]
  private let asking: [Int32]
  private let scopes: Int
  private let limit: Int

  /// - Parameters:
  ///   - lists: offers of each scope, ascending. A near-duplicate cluster counts once in a scope and a window, by its
  ///     first member there.
  ///   - periods: three at most; offers of other months count in none.
  init(_ lists: [[Int32]], periods: [ClosedRange<Int>], rules: SecrecyRules, of facts: OfferFacts) {
    scopes = lists.count
    limit = max(0, rules.employers)
    entries = Self.entries(lists, periods, facts)
    var ends = [Int32](repeating: 0, count: facts.familyIDs.count + 1)
    for entry in entries {
      for family in facts.families(of: Self.offer(entry)) { ends[Int(family) + 1] += 1 }
    }
    for place in ends.indices.dropFirst() { ends[place] += ends[place - 1] }
    starts = ends
    var asking = [Int32](repeating: 0, count: Int(ends.last ?? 0))
    for (place, entry) in entries.enumerated() {
      for family in facts.families(of: Self.offer(entry)) {
        asking[Int(ends[Int(family)])] = Int32(place)
        ends[Int(family)] += 1
      }
    }
    self.asking = asking
  }

  private static func offer(_ entry: UInt64) -> Int32 { Int32(truncatingIfNeeded: entry >> 32) }

  private static func entries(
    _ lists: [[Int32]], _ periods: [ClosedRange<Int>], _ facts: OfferFacts
  ) -> [UInt64] {
    facts.tables.lend { tables in
      var entries: [UInt64] = []
      entries.reserveCapacity(lists.reduce(0) { $0 + $1.count })
      var windows: [UInt8] = []
      var seen: [Int] = []
      for (scope, offers) in lists.enumerated() {
        windows.removeAll(keepingCapacity: true)
        for offer in offers {
          let month = Int(facts.cube.months[Int(offer)])
          var bits = UInt8(1) << UInt8(whole)
          for (place, period) in periods.enumerated() where period.contains(month) {
            bits |= 1 << UInt8(place)
          }
          windows.append(bits)
        }
        for bit in (0...UInt8(whole)).map({ UInt8(1) << $0 }) {
          for (place, offer) in offers.enumerated() where windows[place] & bit != 0 {
            let cluster = Int(facts.clusters[Int(offer)])
            if tables.isSeen[cluster] {
              windows[place] &= ~bit
            } else {
              tables.isSeen[cluster] = true
              seen.append(cluster)
            }
          }
          for cluster in seen { tables.isSeen[cluster] = false }
          seen.removeAll(keepingCapacity: true)
        }
        for (place, offer) in offers.enumerated() where windows[place] != 0 {
          entries.append(UInt64(offer) << 32 | UInt64(scope) << 8 | UInt64(windows[place]))
        }
      }
      return entries
    }
  }

  /// Families asked for in any scope, ascending.
  var families: [Int32] {
    (0..<starts.count - 1).filter { starts[$0] < starts[$0 + 1] }.map { Int32($0) }
  }

  /// Figures of the scopes that have any, in their order.
  ///
  /// - Parameter key: place of a family in `OfferFacts.familyIDs`, or `HiddenCells.all`.
  func figures(_ key: Int32, of facts: OfferFacts) -> [Figures] {
    let slots = scopes * Self.width
    var offers = [Int32](repeating: 0, count: slots)
    var known = offers
    // The first employers of each scope and window.
    var employers = [Int32](repeating: -1, count: slots * limit)
    func add(_ entry: UInt64) {
      let employer = facts.cube.employers[Int(entry >> 32)]
      let first = Int(entry >> 8 & 0xFF_FFFF) * Self.width
      for window in 0..<Self.width where entry >> UInt64(window) & 1 != 0 {
        let slot = first + window
        offers[slot] += 1
        let count = Int(known[slot])
        guard employer >= 0, count < limit else { continue }
        let start = slot * limit
        if (0..<count).contains(where: { employers[start + $0] == employer }) { continue }
        employers[start + count] = employer
        known[slot] += 1
      }
    }
    if key == HiddenCells.all {
      for entry in entries { add(entry) }
    } else {
      for place in asking[Int(starts[Int(key)])..<Int(starts[Int(key) + 1])] { add(entries[Int(place)]) }
    }
    return (0..<scopes).compactMap { scope in
      let slots = scope * Self.width..<(scope + 1) * Self.width
      guard offers[slots].contains(where: { $0 > 0 }) else { return nil }
      return Figures(
        scope: scope,
        cells: slots.map { SecrecyRules.Cell(offers: Int(offers[$0]), employers: Int(known[$0])) })
    }
  }
}
