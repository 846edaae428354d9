import Foundation
import TestSupport
import Testing

@testable import corpus_generator

@Suite struct CorpusStreamTests {
  @Test func sameSeedGivesSameBytes() throws {
    let first = try Corpus.write(offers: 300, seed: 7)
    let second = try Corpus.write(offers: 300, seed: 7)
    #expect(first.bytes == second.bytes)
    #expect(try first.truth.encoded() == second.truth.encoded())
  }

  @Test func anotherSeedGivesOtherBytes() throws {
    #expect(try Corpus.write(offers: 300, seed: 7).bytes != Corpus.write(offers: 300, seed: 8).bytes)
  }

  @Test func everyRecordIsJSONWithTheFieldsOfTheFormat() throws {
    let records = try Corpus.records(Corpus.write(offers: 3000, seed: 2).bytes)
    #expect(records.count == 3000)
    for record in records {
      #expect(record.description.count > 60)
      #expect(!record.description.contains("{"))
      #expect(!record.title.isEmpty && record.postcode.count == 5 && record.sources.count == 1)
      #expect(record.date_created >= "2023-10-01" && record.date_created < "2026-10-01")
    }
    let withoutOccupation = Double(records.count { $0.rome_code == nil }) / 3000
    #expect(abs(withoutOccupation - 0.25) < 0.04)
  }

  @Test func repetitionsAreAsCounted() throws {
    let (bytes, truth) = try Corpus.write(offers: 6000, seed: 3)
    let records = try Corpus.records(bytes)
    let byID = Dictionary(grouping: records, by: \.id)
    let document = truth.document()
    let repetitions = document.duplicates
    let sharedIDs = repetitions.exact + repetitions.newVersions
    #expect(records.count - byID.count == sharedIDs)
    #expect(document.distinct + sharedIDs + repetitions.reposts == 6000)
    let withOtherText = byID.values.count { Set($0.map(\.description)).count > 1 }
    #expect(withOtherText > 0 && withOtherText <= repetitions.newVersions)
    #expect((200...400).contains(repetitions.reposts))
  }

  @Test func partnerFeedAppearsInTheMiddle() throws {
    let records = try Corpus.records(Corpus.write(offers: 3000, seed: 4).bytes)
    let partner = records.filter { $0.sources == ["flux-partenaire"] }.map(\.date_created)
    #expect(try #require(partner.min()) >= "2025-04-01")
    #expect(abs(Double(partner.count) / 1500 - CorpusPlan.feedShare) < 0.05)
  }

  @Test func committedSampleIsWhatTheGeneratorWrites() throws {
    let sample = try gunzip(Corpus.folder + "/offres-demo.jsonl.gz")
    let (bytes, truth) = try Corpus.write(offers: 6000, seed: 1)
    #expect(bytes == sample, "corpora/offres-demo.jsonl.gz is stale: see corpora/README.md")
    let committed = try Data(contentsOf: URL(filePath: Corpus.folder + "/verite-demo.json"))
    #expect(try truth.encoded() == committed, "corpora/verite-demo.json is stale")
  }

  private func gunzip(_ path: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return [UInt8](data)
  }
}
