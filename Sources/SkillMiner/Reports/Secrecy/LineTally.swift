/// The offers of some scopes, re-posts folded, ready to be counted family by family: what decisions on secrecy are made
/// from. A count costs what the offers that ask for the family cost, so that a page which asks for some families of a
/// commune does not pay for all those of the hundreds of communes around it.
struct LineTally: Sendable {
  /// Figures of one scope.
  struct Figures {
    /// Place of the scope among those given.
    let scope: Int
    /// The periods, then all months. Employers are counted as far as the rules want to know.
    var cells: [SecrecyRules.Cell]
  }

  /// Where figures over all months stand, behind those of the periods.
  static let whole = 3

  /// Offer, scope and windows (a bit each) in one word, ascending: an offer stands there as often as scopes have it.
  private let entries: [UInt64]
  private let scopes: Int
  private let limit: Int

  /// - Parameters:
  ///   - lists: offers of each scope, ascending. A near-duplicate cluster counts once in a scope and a window, by its
  ///     first member there.
  ///   - periods: three at most; offers of other months count in none.
  init(_ lists: [[Int32]], periods: [ClosedRange<Int>], rules: SecrecyRules, of facts: OfferFacts) {
    scopes = lists.count
    limit = max(0, rules.employers)
    entries = facts.tables.lend { tables in
      var entries: [UInt64] = []
      entries.reserveCapacity(lists.reduce(0) { $0 + $1.count })
      var windows: [UInt8] = []
      for (scope, offers) in lists.enumerated() {
        windows.removeAll(keepingCapacity: true)
        for offer in offers {
          let month = Int(facts.cube.months[Int(offer)])
          windows.append(
            periods.indices.reduce(1 << UInt8(Self.whole)) {
              periods[$1].contains(month) ? $0 | 1 << UInt8($1) : $0
            })
        }
        for window in 0...Self.whole {
          let bit = UInt8(1) << UInt8(window)
          var seen: [Int] = []
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
        }
        for (place, offer) in offers.enumerated() where windows[place] != 0 {
          entries.append(UInt64(offer) << 32 | UInt64(scope) << 8 | UInt64(windows[place]))
        }
      }
      entries.sort()
      return entries
    }
  }

  /// Families asked for in any scope, ascending.
  func families(of facts: OfferFacts) -> [Int32] {
    var isMet = [Bool](repeating: false, count: facts.familyIDs.count)
    for entry in entries {
      for family in facts.families(of: Int32(truncatingIfNeeded: entry >> 32)) { isMet[Int(family)] = true }
    }
    return isMet.indices.filter { isMet[$0] }.map { Int32($0) }
  }

  /// Figures of the scopes that have any, in their order.
  ///
  /// - Parameter key: place of a family in `OfferFacts.familyIDs`, or `HiddenCells.all`.
  func figures(_ key: Int32, of facts: OfferFacts) -> [Figures] {
    var counts = Counts(scopes: scopes, limit: limit)
    if key == HiddenCells.all {
      for entry in entries { counts.add(entry, facts) }
    } else {
      let asking = facts.offersOfFamily[Int(key)]
      var (a, b) = (0, 0)
      while a < entries.count, b < asking.count {
        let (x, y) = (entries[a] >> 32, UInt64(asking[b]))
        if x < y {
          a = OfferLists.place(after: a, in: entries.count) { entries[$0] >> 32 < y }
        } else if y < x {
          b = OfferLists.place(after: b, in: asking.count) { UInt64(asking[$0]) < x }
        } else {
          counts.add(entries[a], facts)
          a += 1
        }
      }
    }
    return counts.figures
  }

  /// Offers and the first employers of each scope and window.
  private struct Counts {
    private let limit: Int
    private var offers: [Int32]
    private var known: [Int32]
    /// `limit` a scope and window.
    private var employers: [Int32]

    init(scopes: Int, limit: Int) {
      self.limit = limit
      let slots = scopes * (LineTally.whole + 1)
      offers = [Int32](repeating: 0, count: slots)
      known = offers
      employers = [Int32](repeating: -1, count: slots * limit)
    }

    mutating func add(_ entry: UInt64, _ facts: OfferFacts) {
      let employer = facts.cube.employers[Int(entry >> 32)]
      let first = Int(entry >> 8 & 0xFF_FFFF) * (LineTally.whole + 1)
      for window in 0...LineTally.whole where entry >> UInt64(window) & 1 != 0 {
        let slot = first + window
        offers[slot] += 1
        let count = Int(known[slot])
        guard employer >= 0, count < limit else { continue }
        let start = slot * limit
        if employers[start..<start + count].contains(employer) { continue }
        employers[start + count] = employer
        known[slot] += 1
      }
    }

    var figures: [Figures] {
      let width = LineTally.whole + 1
      return (0..<offers.count / width).compactMap { scope in
        let slots = scope * width..<(scope + 1) * width
        guard offers[slots].contains(where: { $0 > 0 }) else { return nil }
        return Figures(
          scope: scope,
          cells: slots.map { SecrecyRules.Cell(offers: Int(offers[$0]), employers: Int(known[$0])) })
      }
    }
  }
}
