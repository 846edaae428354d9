import Taxonomy

/// Records on their way into the store, some thousands at a time.
struct OfferBatch {
  let store: Store
  let pool: ReadingPool
  let places: PlaceResolver
  let importRow: Int64
  let extraction: Int64
  private(set) var counts = ImportCounts()
  private var records: [PreparedRecord] = []
  /// Size of the texts waiting.
  private(set) var bytes = 0

  init(store: Store, pool: ReadingPool, places: PlaceResolver, importRow: Int64, extraction: Int64) {
    self.store = store
    self.pool = pool
    self.places = places
    self.importRow = importRow
    self.extraction = extraction
  }

  var count: Int { records.count }

  mutating func append(_ record: OfferRecord) {
    switch record {
    case .quarantined(let finding, let raw):
      records.append(.quarantined(QuarantinedRecord(finding: finding, raw: QuarantineRedaction.redact(raw))))
      bytes += raw.count
    case .offer(let offer, _, let warnings):
      bytes += offer.title.utf8.count + offer.description.utf8.count
      let place = places.resolve(
        DeclaredPlace(
          label: offer.place, postcode: offer.postcode, commune: offer.commune, latitude: offer.latitude,
          longitude: offer.longitude))
      var prepared = PreparedOffer(
        offer: offer, fingerprint: OfferFingerprint.of(offer),
        employerKey: PlainKey.employer(offer.employer), territories: place.codes, warnings: warnings)
      prepared.resolution = place.resolution
      records.append(.offer(prepared))
    }
  }

  /// Reads the new texts for mentions and keeps the whole batch in one transaction.
  mutating func flush() throws {
    guard !records.isEmpty else { return }
    try readNewTexts()
    counts += try store.ingest(records, import: importRow, extraction: extraction)
    records.removeAll(keepingCapacity: true)
    bytes = 0
  }

  /// Most records of a file imported again are known: they are not read for mentions.
  private mutating func readNewTexts() throws {
    let keys = records.compactMap { record in
      if case .offer(let offer) = record { offer.key } else { nil }
    }
    var known = try store.known(keys)
    var indices: [Int] = []
    var offers: [OfferToRead] = []
    for (index, record) in records.enumerated() {
      guard case .offer(let prepared) = record, known.insert(prepared.key).inserted else { continue }
      let offer = prepared.offer
      indices.append(index)
      offers.append(
        OfferToRead(
          offer: 0, title: offer.title, description: offer.description, occupation: offer.occupation,
          occupationLabel: offer.occupationLabel, appellation: offer.appellation))
    }
    for (index, reading) in zip(indices, pool.read(offers)) {
      guard case .offer(var prepared) = records[index] else { continue }
      prepared.occupations = reading.occupations
      prepared.mentions = reading.mentions
      records[index] = .offer(prepared)
    }
  }
}
