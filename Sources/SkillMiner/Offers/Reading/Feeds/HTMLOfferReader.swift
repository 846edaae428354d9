import Foundation
import Taxonomy

/// Finds the job postings of a web page: JSON-LD in its `script` elements.
struct HTMLOfferReader {
  /// Longest page that is held, in bytes.
  static let pageLimit = 16 << 20

  let builder: OfferBuilder

  func read(_ member: InputMember, _ body: (OfferRecord) throws -> Void) throws {
    var bytes: [UInt8] = []
    while try member.append(upTo: 1 << 18, to: &bytes) > 0 {
      guard bytes.count > Self.pageLimit else { continue }
      let findings = OfferFindings(place: RecordPlace(file: member.name, line: 1, record: 1))
      try body(
        .quarantined(
          findings.recordTooLong(Self.pageLimit), raw: Array(bytes.prefix(OfferReader.rawLimit))))
      return
    }
    var record = 0
    for script in Self.scripts(bytes) {
      let json = JSONOfferReader(builder: builder)
      let reading = json.postings(script.bytes)
      guard let objects = reading else {
        record += 1
        let place = RecordPlace(file: member.name, line: script.line, record: record)
        let finding = OfferFindings(place: place).brokenJSON("JSON-LD de la page")
        try body(.quarantined(finding, raw: Array(script.bytes.prefix(OfferReader.rawLimit))))
        continue
      }
      for object in objects where JobPosting.kind(of: object) == .posting {
        record += 1
        let place = RecordPlace(file: member.name, line: script.line, record: record)
        try body(
          builder.build(
            JobPosting.offer(object), at: place, defaultSource: "page", warnings: [],
            rawBytes: { script.bytes }))
      }
    }
  }

  /// Contents of the JSON-LD scripts of a page, with their lines.
  static func scripts(_ page: [UInt8]) -> [(line: Int, bytes: [UInt8])] {
    var result: [(line: Int, bytes: [UInt8])] = []
    let text = TextDecoding.decode(page, as: TextDecoding.isUTF8(page) ? .utf8 : .windows1252)
    var rest = text[...]
    var line = 1
    func pass(to end: Substring.Index) {
      line += rest[..<end].utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
      rest = rest[end...]
    }
    while let open = rest.firstRange(of: "<script") ?? rest.firstRange(of: "<SCRIPT") {
      pass(to: open.lowerBound)
      guard let end = rest.firstIndex(of: ">") else { break }
      let isLinkedData = rest[..<end].lowercased().contains("application/ld+json")
      pass(to: rest.index(after: end))
      let close = rest.firstRange(of: "</script")?.lowerBound ?? rest.firstRange(of: "</SCRIPT")?.lowerBound
      if isLinkedData { result.append((line, Array(rest[..<(close ?? rest.endIndex)].utf8))) }
      guard let close else { break }
      pass(to: close)
    }
    return result
  }
}
