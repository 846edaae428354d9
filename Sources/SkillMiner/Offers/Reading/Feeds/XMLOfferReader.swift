import Taxonomy

/// Turns XML feeds into records.
struct XMLOfferReader {
  /// Names of elements that hold one offer.
  static let records: Set<String> = ["job", "offre", "Offre", "offer", "Offre_emploi", "annonce", "item"]

  let builder: OfferBuilder

  /// - Returns: warnings about the file.
  /// - Throws: `ReadingError` when the file is refused or damaged, after everything before it.
  func read(_ member: InputMember, _ body: (OfferRecord) throws -> Void) throws -> [Finding] {
    let reader = try XMLRecordReader(
      member, records: Self.records, recordLimit: builder.reader.recordLimit)
    var record = 0
    while let item = try reader.next() {
      record += 1
      switch item {
      case .rejected(let finding, let raw): try body(.quarantined(finding, raw: raw))
      case .record(let element):
        let layout = FeedLayout.xml.first { $0.fits(element) } ?? .usualNames
        let place = RecordPlace(file: member.name, line: element.line, record: record)
        try body(
          builder.build(
            layout.offer(element), at: place, defaultSource: layout.source, warnings: [],
            rawBytes: { Array("<\(element.name)>\(element.markup)</\(element.name)>".utf8) }))
      }
    }
    return reader.findings
  }
}
