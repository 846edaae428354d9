import Testing

@testable import corpus_generator

@Suite struct LengtheningTests {
  private func write(_ offers: Int, seed: UInt64, isFullLength: Bool) throws -> [Corpus.Record] {
    let stream = try CorpusStream(
      plan: Corpus.plan(), seed: seed, offers: offers, isFullLength: isFullLength)
    var bytes: [UInt8] = []
    _ = stream.write { bytes += $0 }
    return try Corpus.records(bytes)
  }

  @Test func offersAreAsLongAsRealOnes() throws {
    let records = try write(2000, seed: 5, isFullLength: true)
    let lengths = records.map(\.description.utf8.count).sorted()
    let mean = Double(lengths.reduce(0, +)) / Double(lengths.count)
    #expect(abs(mean - 2300) < 250)
    #expect(lengths[200] < 1000 && lengths[1800] > 4000)
    // The same advertisements as the short ones: what is planted and told about them holds.
    let short = try write(2000, seed: 5, isFullLength: false)
    #expect(records.map(\.id) == short.map(\.id) && records.map(\.title) == short.map(\.title))
    #expect(zip(records, short).allSatisfy { $0.description.utf8.count >= $1.description.utf8.count - 40 })
  }

  @Test func lengthsFollowTheQuantiles() {
    #expect(Lengthening.length(0) == 250 && Lengthening.length(0.5) == 2080 && Lengthening.length(1) == 9000)
    for share in 1..<100 {
      #expect(Lengthening.length(Double(share) / 100) >= Lengthening.length(Double(share - 1) / 100))
    }
  }
}
