public import Taxonomy

/// Families of a release's items, by identifier: every item stands in exactly one.
///
/// Most items stand alone. What is said of their families is their own code and label, so it is made when it is asked
/// for; only families that people wrote, or that hold several items, are kept.
public struct CompetencyFamilies: Equatable, Sendable {
  private let kept: [String: CompetencyFamily]
  private let items: [Competency]
  private let itemOfCode: [OGRCode: Int32]
  /// By item.
  private let familyOfItem: [String]
  /// Of codes that written families name and the release does not hold.
  private let familyOfStranger: [OGRCode: String]
  /// Families that are made when asked for.
  private let aloneCount: Int

  /// Families of no release, with distinct identifiers; none when nothing is given.
  public init(_ families: [CompetencyFamily] = []) {
    self.init(
      kept: Dictionary(uniqueKeysWithValues: families.map { ($0.id, $0) }), items: [], itemOfCode: [:],
      owners: [:])
  }

  /// - Parameters:
  ///   - kept: families by identifier; each of one item that is not among them is named by that item.
  ///   - items: the release's items.
  ///   - itemOfCode: the place of each code in `items`.
  ///   - owners: the family of each code of `kept`.
  init(
    kept: [String: CompetencyFamily], items: [Competency], itemOfCode: [OGRCode: Int32],
    owners: [OGRCode: String]
  ) {
    self.kept = kept
    self.items = items
    self.itemOfCode = itemOfCode
    familyOfItem = items.map { owners[$0.code] ?? Self.id(alone: $0.code) }
    familyOfStranger = owners.filter { itemOfCode[$0.key] == nil }
    aloneCount = items.count { owners[$0.code] == nil }
  }

  /// The identifier of the family that a code names.
  static func id(alone code: OGRCode) -> String { "ogr-\(code)" }

  /// How many there are.
  public var count: Int { kept.count + aloneCount }

  /// The families that people wrote or that hold several items, in no order.
  public var grouped: some Collection<CompetencyFamily> { kept.values }

  /// Identifiers of all, ascending.
  public var ids: [String] {
    (Array(kept.keys) + familyOfItem.indices.lazy.filter(isAlone).map { familyOfItem[$0] }).sorted()
  }

  /// A family by its identifier.
  public subscript(id: String) -> CompetencyFamily? {
    if let family = kept[id] { return family }
    guard id.hasPrefix("ogr-"), let code = OGRCode(String(id.dropFirst(4))), let item = itemOfCode[code],
      familyOfItem[Int(item)] == id
    else { return nil }
    let only = items[Int(item)]
    return CompetencyFamily(id: id, label: only.label, kind: CompetencyFamily.Kind(only), codes: [code])
  }

  /// The identifier of the family that a code stands in; `nil` when neither the release nor a written family holds it.
  public func id(of code: OGRCode) -> String? {
    itemOfCode[code].map { familyOfItem[Int($0)] } ?? familyOfStranger[code]
  }

  /// The same of an item, by its place in the release.
  func id(ofItem item: Int) -> String { familyOfItem[item] }

  private func isAlone(_ item: Int) -> Bool { kept[familyOfItem[item]] == nil }
}
