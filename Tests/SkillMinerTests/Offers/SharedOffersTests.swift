import Foundation
import SkillMiner
import Taxonomy
import TestSupport
import Testing

@Suite(.enabled(if: SharedData.isPresent)) struct SharedOffersTests {
  @Test(arguments: [
    ("offers-dev.jsonl.gz", 10_982, ["OFFRE-006"]),
    ("france-travail-api-v2-vimchun.json.gz", 1_897, []),
    ("france-travail-api-v2-mehh92.json.gz", 87, []),
  ])
  func everyRecordIsAccountedFor(file: String, records: Int, quarantined: [String]) throws {
    let reader = OfferReader(today: try #require(CalendarDate("2026-12-31")))
    var codes: [String] = []
    var warnings = 0
    let summary = try reader.read(path: SharedData.file("data/offers/" + file).path) { record in
      switch record {
      case .offer(let offer, _, let notes):
        warnings += notes.count
        #expect(!offer.id.isEmpty && offer.created != nil)
        #expect(!ContactRedaction.hits(in: offer.description).contains { $0.kind != .name })
      case .quarantined(let finding, _): codes.append(finding.code)
      }
    }
    #expect(summary.read == records)
    #expect(summary.offers == records - quarantined.count)
    #expect(codes == quarantined)
    #expect(warnings == 0)
  }
}
