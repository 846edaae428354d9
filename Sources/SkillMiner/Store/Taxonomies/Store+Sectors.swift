public import Taxonomy

extension Store {
  private static let sectorsKey = "naf"

  /// The NAF: its divisions, and every level that was imported.
  ///
  /// - Throws: `StoreError` when the store cannot be read.
  public func sectors() throws -> NAFNomenclature {
    let own = try setting(Self.sectorsKey).map { text in
      NAFNomenclature(
        names: Dictionary(
          text.split(separator: "\n").compactMap { line in
            line.firstIndex(of: ";").map { (String(line[..<$0]), String(line[line.index(after: $0)...])) }
          }, uniquingKeysWith: { first, _ in first }))
    }
    let embedded = try EmbeddedTaxonomy.naf()
    return own.map { $0.adding(embedded) } ?? embedded
  }

  /// Keeps sectors that were imported.
  ///
  /// - Returns: `false` when just these are kept already.
  func keep(sectors: [String: String]) throws -> Bool {
    let text = sectors.sorted { $0.key < $1.key }.map { code, label in
      "\(code);\(label.filter { !$0.isNewline })"
    }.joined(separator: "\n")
    if try setting(Self.sectorsKey) == text { return false }
    try set(Self.sectorsKey, to: text)
    return true
  }
}
