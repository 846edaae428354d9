public import Taxonomy

/// What a stretch of text must say for an item to be proposed for it: labels share words with many things that they do
/// not mean. Written forms of the item are not concerned.
public struct ItemGuard: Hashable, Sendable {
  /// The item.
  public let code: OGRCode
  /// One of these folded words must stand in the stretch, in any number or gender; none is asked for when empty.
  public let needs: [String]
  /// None of these may.
  public let without: [String]

  /// Reads the `guard` column of the overlay: `needs:relève|consignes without:client`.
  ///
  /// - Returns: `nil` when a word of it is unknown or nothing is guarded.
  init?(code: OGRCode, _ text: some StringProtocol) {
    var needs: [String] = []
    var without: [String] = []
    for word in text.split(separator: " ") {
      let parts = word.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let words = parts[1].split(separator: "|").map { Folding.fold(String($0)) }
      switch parts[0] {
      case "needs": needs += words
      case "without": without += words
      default: return nil
      }
    }
    guard !needs.isEmpty || !without.isEmpty else { return nil }
    self.code = code
    self.needs = needs
    self.without = without
  }
}

/// Guards of items over inflection bases, for the inner loop.
struct ItemGuards: Sendable {
  /// By item: place in `guards`, -1 for none.
  let placeOfItem: FrozenArray<Int32>
  private let guards: [(needs: [Int32], without: [Int32])]

  /// - Parameters:
  ///   - written: guards of items; those of items that the release does not hold are left out.
  ///   - base: inflection base of a folded word.
  init(_ written: [ItemGuard], itemOfCode: [OGRCode: Int32], itemCount: Int, base: (String) -> Int32) {
    var places = [Int32](repeating: -1, count: itemCount)
    var guards: [(needs: [Int32], without: [Int32])] = []
    for record in written {
      guard let item = itemOfCode[record.code] else { continue }
      places[Int(item)] = Int32(guards.count)
      guards.append((record.needs.map(base), record.without.map(base)))
    }
    placeOfItem = FrozenArray(places)
    self.guards = guards
  }

  /// Whether a guard admits a stretch of these inflection bases (-1: a word no label holds).
  func admits(_ place: Int32, _ bases: UnsafeBufferPointer<Int32>) -> Bool {
    let record = guards[Int(place)]
    if !record.needs.isEmpty, !bases.contains(where: { $0 >= 0 && record.needs.contains($0) }) {
      return false
    }
    return record.without.isEmpty || !bases.contains { $0 >= 0 && record.without.contains($0) }
  }
}
