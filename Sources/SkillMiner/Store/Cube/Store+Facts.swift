import GRDB
import Taxonomy

/// A cube names an offer that stands for others and is not in it.
public struct MissingKeptOffer: Error {
  /// What designates it.
  public let key: OfferFact.Key
}

extension Store {
  /// Keeps the facts of a cube and its share of the journal in one transaction: all of them or, when `facts` throws,
  /// none.
  ///
  /// - Parameters:
  ///   - facts: hands each fact to the closure it is given.
  ///   - extraction: the current extraction, made with what the cube was made with.
  ///   - progress: called after each ten thousand facts with how many there were.
  /// - Returns: what became of the facts, and what `facts` returns.
  /// - Throws: `StoreError`, `MissingKeptOffer`, whatever `facts` throws.
  public func ingest<Result>(
    facts: ((OfferFact) throws -> Void) throws -> Result, import id: Int64, extraction: Int64,
    progress: ((Int) throws -> Void)? = nil
  ) throws -> (counts: ImportCounts, result: Result) {
    try write { db in
      var writer = try FactWriter(store: self, db: db, importRow: id, extraction: extraction)
      var counts = ImportCounts()
      let result = try facts { fact in
        switch try writer.write(fact) {
        case .new: counts.ingested += 1
        case .newVersion:
          counts.ingested += 1
          counts.newVersions += 1
        case .duplicate: counts.duplicates += 1
        }
        if counts.read % 10_000 == 0 { try progress?(counts.read) }
      }
      if let missing = try writer.linkNearDuplicates() { throw MissingKeptOffer(key: missing) }
      try Self.add(counts, import: id, db)
      return (counts, result)
    }
  }

  /// Digest of the map places are resolved with; names of territories do not count.
  public func territoryDigest() throws -> String {
    var hash = SHA256()
    func add(_ fields: [String]) { hash.update(fields.joined(separator: "\u{1F}") + "\u{1E}") }
    for item in try communes() {
      add([
        item.code, item.name, item.basin ?? "", item.zone ?? "", item.department, item.region,
        item.parent ?? "",
      ])
    }
    for item in try territories() { add([item.level.rawValue, item.code]) }
    for pair in try regionOfDepartment().sorted(by: { $0.key < $1.key }) { add([pair.key, pair.value]) }
    for pair in try communePostcodes() { add([pair.postcode, pair.commune]) }
    for point in try communePoints() { add([point.commune, "\(point.latitude)", "\(point.longitude)"]) }
    return hash.finish()
  }
}
