import Foundation
import TestSupport

@testable import corpus_generator

/// The bank of the checkout, and small corpora written from it.
enum Corpus {
  static let folder = TestSupport.SharedData.packageRoot.appending(path: "corpora").path

  /// Read once: in a debug build that takes seconds.
  private static let sharedBank = Result { try PhraseBank(corpora: folder) }

  static func bank() throws -> PhraseBank { try sharedBank.get() }

  static func plan() throws -> CorpusPlan {
    try CorpusPlan(bank: bank(), window: MonthWindow(count: 36, endingYear: 2026, month: 9))
  }

  private static let sharedSample = Result { try compose(offers: 6000, seed: 1) }

  /// The bytes of a corpus with what was planted.
  static func write(offers: Int, seed: UInt64) throws -> (bytes: [UInt8], truth: Truth) {
    if offers == 6000, seed == 1 { return try sharedSample.get() }
    return try compose(offers: offers, seed: seed)
  }

  private static func compose(offers: Int, seed: UInt64) throws -> (bytes: [UInt8], truth: Truth) {
    let plan = try plan()
    let stream = try CorpusStream(plan: plan, seed: seed, offers: offers)
    var bytes: [UInt8] = []
    let tally = stream.write { bytes += $0 }
    return (bytes, Truth(plan: plan, tally: tally, seed: seed, records: offers))
  }

  struct Record: Decodable {
    let id: String
    let sources: [String]
    let title: String
    let description: String
    let date_created: String
    let rome_code: String?
    let postcode: String
    let commune: String?
    let company: String?
  }

  static func records(_ bytes: [UInt8]) throws -> [Record] {
    try bytes.split(separator: 0x0A).map { try JSONDecoder().decode(Record.self, from: Data($0)) }
  }
}
