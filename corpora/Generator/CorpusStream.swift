/// Writes a whole corpus through a buffer of fixed size: memory does not grow with the number of offers.
struct CorpusStream {
  let plan: CorpusPlan
  let composer: OfferComposer
  let seed: UInt64
  let offers: Int
  private let writer: RecordWriter
  private let reposts: [Bytes]
  private let tails: [Bytes]
  static let bufferSize = 1 << 20

  /// - Parameter isFullLength: whether offers are as long as real ones.
  init(plan: CorpusPlan, seed: UInt64, offers: Int, isFullLength: Bool = false) throws {
    self.plan = plan
    self.seed = seed
    self.offers = offers
    composer = try OfferComposer(plan: plan, seed: seed, offers: offers, isFullLength: isFullLength)
    writer = RecordWriter(plan: plan, seed: seed)
    reposts = try plan.bank.frame.texts("repost").map { Bytes(("\\n" + $0).utf8) }
    tails = try plan.bank.frame.texts("tail").map { Bytes(("\\n" + $0).utf8) }
  }

  /// Hands the records to `sink` in blocks and returns what was planted.
  func write(to sink: (Bytes) throws -> Void) rethrows -> Tally {
    var tally = Tally(
      occupations: plan.bank.occupations.count, families: plan.bank.families.count,
      months: plan.window.count)
    var offer = ComposedOffer()
    var parts = OfferParts()
    var scratch: Bytes = []
    var buffer: Bytes = []
    buffer.reserveCapacity(Self.bufferSize + 1 << 16)
    for index in 0..<offers {
      let month = composer.month(of: index)
      var random = SeededGenerator(seed: seed ^ 0xAB1E, stream: UInt64(index))
      let kind = RecordKind.of(index, seed: seed)
      var source = index
      var identity = index
      var addition: Bytes?
      switch kind {
      case .original: break
      case .duplicate(let earlier):
        (source, identity) = (earlier, earlier)
        tally.duplicates += 1
      case .newVersion(let earlier):
        (source, identity) = (earlier, earlier)
        addition = random.pick(tails)
        tally.newVersions += 1
      case .repost(let earlier):
        source = earlier
        addition = random.pick(reposts)
        tally.reposts += 1
      }
      composer.compose(source, into: &offer, parts: &parts, scratch: &scratch)
      if kind == .original { tally.count(offer) }
      var place = plan.bank.places[offer.place]
      if case .duplicate = kind { place = random.pick(plan.bank.places) }
      writer.append(
        offer, index: index, identity: identity, month: month, place: place, addition: addition,
        to: &buffer)
      if buffer.count >= Self.bufferSize {
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    if !buffer.isEmpty { try sink(buffer) }
    return tally
  }
}
