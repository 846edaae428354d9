import Taxonomy

/// How close each item is to an occupation, from the taxonomy's own links. A prior, never a filter.
struct OccupationPriors: Sendable {
  /// Closeness levels, the higher the closer.
  enum Level: UInt8, Comparable {
    case none = 0
    case domain
    case neighbour
    case linked
    case core

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  private let itemsOf: [ROMECode: [(item: Int32, level: UInt8)]]
  private let neighbours: [ROMECode: [ROMECode]]
  private let domains: [String: [ROMECode]]
  private let children: [ROMECode: [ROMECode]]

  init(release: TaxonomyRelease, itemOfCode: [OGRCode: Int32]) {
    var itemsOf: [ROMECode: [(item: Int32, level: UInt8)]] = [:]
    for link in release.links {
      guard let item = itemOfCode[link.competency] else { continue }
      let level: Level = link.weight == .ordinary ? .linked : .core
      itemsOf[link.occupation, default: []].append((item, level.rawValue))
    }
    self.itemsOf = itemsOf
    var neighbours: [ROMECode: [ROMECode]] = [:]
    for link in release.mobility { neighbours[link.from, default: []].append(link.to) }
    self.neighbours = neighbours
    domains = Dictionary(grouping: release.occupations.map(\.code), by: \.domain)
    var children: [ROMECode: [ROMECode]] = [:]
    for occupation in release.occupations { children[occupation.parent, default: []].append(occupation.code) }
    self.children = children
  }

  /// Raises the levels of the items close to an occupation code, possibly a v3 one; nothing when it is unknown.
  ///
  /// - Parameters:
  ///   - levels: one entry an item, zero where nothing was raised.
  ///   - raised: items whose level was zero and is no more.
  func raise(_ levels: UnsafeMutablePointer<UInt8>, _ raised: inout [Int32], occupation: ROMECode?) {
    guard let occupation else { return }
    var own = children[occupation] ?? []
    if !own.contains(occupation), itemsOf[occupation] != nil { own.append(occupation) }
    func raise(_ code: ROMECode, _ cap: UInt8) {
      guard let items = itemsOf[code] else { return }
      for (item, level) in items {
        let new = min(level, cap)
        let old = levels[Int(item)]
        if old == 0 { raised.append(item) }
        if new > old { levels[Int(item)] = new }
      }
    }
    for code in domains[occupation.domain] ?? [] { raise(code, Level.domain.rawValue) }
    for code in own { for neighbour in neighbours[code] ?? [] { raise(neighbour, Level.neighbour.rawValue) } }
    for code in own { raise(code, Level.core.rawValue) }
  }
}
