public import Taxonomy

/// Makes a release the one that counts: every stored offer is read again with it, beside the current reading, and the
/// new reading takes its place in one transaction. Killed on the way, the store stays as it was, and the same
/// installation goes on where it stopped.
public struct ReleaseInstaller {
  /// Offers read and written at a time.
  static let batch = 2000

  let store: Store
  let today: CalendarDate
  let progress: IngestProgressHandler?

  /// Makes the value from its parts.
  public init(store: Store, today: CalendarDate, progress: IngestProgressHandler? = nil) {
    self.store = store
    self.today = today
    self.progress = progress
  }

  /// Installs a release, or does nothing when the current reading was made with it, these overlays and this code.
  ///
  /// - Parameters:
  ///   - engine: built from the release.
  ///   - import: row of the journal.
  /// - Returns: whether the release was new to the store.
  @discardableResult
  public func install(_ engine: ReadingEngine, import id: Int64?) throws -> Bool {
    let (row, isNew) = try store.save(engine.release, import: id)
    if let current = try store.currentExtraction(), current.release == row,
      current.lexicon == engine.lexicon.digest, current.codeVersion == Version.current
    {
      return isNew
    }
    let extraction = try store.takeUpExtraction(
      release: row, lexicon: engine.lexicon.digest, today: today)
    try read(into: extraction, engine)
    try store.carryPurged(into: extraction)
    try store.switchTo(extraction: extraction)
    return isNew
  }

  /// Installs a release and reads what imports put off: a reading made for another release or lexicon takes these along,
  /// so that they are read once.
  public func catchUp(_ engine: ReadingEngine) throws {
    try install(engine, import: nil)
    if try store.unreadOffers() > 0 { try complete(engine) }
  }

  /// Reads the offers the current reading does not hold: those an import put off, or an archive brought back.
  public func complete(_ engine: ReadingEngine) throws {
    guard let current = try store.currentExtraction() else { return }
    try read(into: current.id, engine)
  }

  /// Reads what an extraction has not read yet, on all cores, while the batch before is written.
  private func read(into extraction: Int64, _ engine: ReadingEngine) throws {
    let total = try store.offerCount()
    let pool = try ReadingPool(engine: engine)
    let writer = BackgroundWriter<Int>()
    var last: Int64 = 0
    var done = try store.offersRead(in: extraction)
    while true {
      let offers = try store.offersToRead(after: last, limit: Self.batch, unlessIn: extraction)
      guard let end = offers.last else { break }
      let readings = zip(offers, pool.read(offers)).map {
        OfferReading(offer: $0.offer, occupations: $1.occupations, mentions: $1.mentions)
      }
      if let written = try writer.finish() {
        done += written
        try progress?(IngestProgress(phase: .extracting, done: done, total: total))
      }
      writer.start { [store] in
        try store.write(readings, extraction: extraction)
        return readings.count
      }
      last = end.offer
    }
    if let written = try writer.finish() {
      try progress?(IngestProgress(phase: .extracting, done: done + written, total: total))
    }
  }
}
