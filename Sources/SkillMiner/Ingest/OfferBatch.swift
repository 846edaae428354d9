import Taxonomy

/// Records on their way into the store, some thousands at a time: read for mentions on all cores, while the batch before
/// is being written.
struct OfferBatch {
  let store: Store
  /// Reads for mentions; `nil` to keep the offers and read them later.
  let pool: ReadingPool?
  let places: PlaceResolver
  let importRow: Int64
  let extraction: Int64
  /// What is acknowledged.
  private(set) var counts = ImportCounts()
  private let writer = BackgroundWriter<ImportCounts>()
  /// What is being written: not known to the store yet.
  private var underway = Set<OfferKey>()
  private var records: [OfferRecord] = []
  /// Size of the texts waiting.
  private(set) var bytes = 0

  init(store: Store, pool: ReadingPool?, places: PlaceResolver, importRow: Int64, extraction: Int64) {
    self.store = store
    self.pool = pool
    self.places = places
    self.importRow = importRow
    self.extraction = extraction
  }

  var count: Int { records.count }

  mutating func append(_ record: OfferRecord) {
    switch record {
    case .quarantined(_, let raw): bytes += raw.count
    case .offer(let offer, _, _): bytes += offer.title.utf8.count + offer.description.utf8.count
    }
    records.append(record)
  }

  /// Makes the batch ready, waits for the one before and has this one written, all in one transaction.
  ///
  /// - Parameter acknowledge: called when the batch before is kept, before this one is written; an error it throws
  ///   leaves this one out.
  mutating func flush(_ acknowledge: (ImportCounts) throws -> Void) throws {
    var prepared = prepare()
    try read(&prepared)
    let had = !underway.isEmpty
    try finish()
    if had { try acknowledge(counts) }
    guard !prepared.isEmpty else { return }
    underway = Set(prepared.compactMap(\.key))
    writer.start { [store, importRow, extraction, prepared = consume prepared] in
      try store.ingest(prepared, import: importRow, extraction: extraction)
    }
  }

  /// Waits for what is being written.
  mutating func finish() throws {
    if let written = try writer.finish() { counts += written }
    underway = []
  }

  private mutating func prepare() -> [PreparedRecord] {
    defer {
      records.removeAll(keepingCapacity: true)
      bytes = 0
    }
    return ParallelRecords.map(records) { [places] record in
      switch record {
      case .quarantined(let finding, let raw):
        return .quarantined(QuarantinedRecord(finding: finding, raw: QuarantineRedaction.redact(raw)))
      case .offer(let offer, _, let warnings):
        return .offer(PreparedOffer(offer, warnings: warnings, places: places))
      }
    }
  }

  /// What is found in offers, or their texts packed and sketched alone.
  private func readings(of offers: [OfferToRead]) -> [ReadingPool.Reading] {
    if let pool { return pool.read(offers) }
    return ParallelRecords.map(offers) { [codec = store.codec] offer in
      ReadingPool.Reading(
        body: codec.pack(offer.description),
        sketch: OfferSketch(title: offer.title, description: offer.description))
    }
  }

  /// Most records of a file imported again are known: they are not read for mentions.
  private func read(_ records: inout [PreparedRecord]) throws {
    let keys = records.map(\.key)
    let stored = try store.known(keys.compactMap { $0 })
    let archived = try store.archived(stored)
    var known = stored.union(underway)
    var indices: [Int] = []
    var offers: [OfferToRead] = []
    for (index, key) in keys.enumerated() {
      guard let key else { continue }
      if archived.contains(key) { records[index].update { $0.isArchived = true } }
      guard known.insert(key).inserted, let offer = records[index].toRead else { continue }
      indices.append(index)
      offers.append(offer)
    }
    try store.prepareDictionary(for: offers.map(\.description))
    for (index, reading) in zip(indices, readings(of: offers)) {
      records[index].update {
        $0.isUnread = pool == nil
        $0.occupations = reading.occupations
        $0.mentions = reading.mentions
        $0.body = reading.body
        $0.sketch = reading.sketch
      }
    }
  }
}
