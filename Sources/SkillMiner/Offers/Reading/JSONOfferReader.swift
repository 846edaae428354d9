import Taxonomy

/// Turns JSON of either layout into records.
struct JSONOfferReader {
  let builder: OfferBuilder

  func readLines(_ member: InputMember, _ body: (OfferRecord) throws -> Void) throws {
    let lines = LineReader(member, maximumLength: builder.reader.recordLimit)
    var pieces = JSONPieces(reader: self)
    var record = 0
    do {
      while let line = try lines.next() {
        switch line {
        case .text(_, let bytes) where bytes.allSatisfy({ $0 <= 0x20 && $0 != 0 }): continue
        case .text(let number, let bytes):
          record += 1
          let place = RecordPlace(file: member.name, line: number, record: record)
          try pieces.add(.bytes(bytes, place), body)
        case .tooLong(let number, let length):
          record += 1
          let place = RecordPlace(file: member.name, line: number, record: record)
          let finding = OfferFindings(place: place).recordTooLong(length)
          try pieces.add(.ready(.quarantined(finding, raw: [])), body)
        }
      }
    } catch let error as ReadingError {
      // What came before the damage is good.
      try pieces.deliver(body)
      throw error
    }
    try pieces.deliver(body)
  }

  /// - Returns: a warning when the file ends too early.
  func readArrays(
    _ member: InputMember, topLevelObjectsAreOffers: Bool, _ body: (OfferRecord) throws -> Void
  ) throws -> [Finding] {
    let cutter = JSONRecordCutter(
      member, topLevelObjectsAreOffers: topLevelObjectsAreOffers, maximumLength: builder.reader.recordLimit)
    var pieces = JSONPieces(reader: self)
    var record = 0
    do {
      while let piece = try cutter.next() {
        record += 1
        switch piece {
        case .record(let line, let bytes):
          let place = RecordPlace(file: member.name, line: line, record: record)
          try pieces.add(.bytes(bytes, place), body)
        case .cut(let line, let bytes):
          let findings = OfferFindings(place: RecordPlace(file: member.name, line: line, record: record))
          let raw = Array(bytes.prefix(OfferReader.rawLimit))
          try pieces.add(
            .ready(.quarantined(findings.brokenJSON("l’objet n’est pas fermé"), raw: raw)), body)
        case .tooLong(let line, let bytes):
          let findings = OfferFindings(place: RecordPlace(file: member.name, line: line, record: record))
          try pieces.add(
            .ready(.quarantined(findings.recordTooLong(builder.reader.recordLimit), raw: bytes)), body)
        }
      }
    } catch let error as ReadingError {
      try pieces.deliver(body)
      throw error
    }
    try pieces.deliver(body)
    return cutter.isIncomplete ? [OfferFindings.incomplete(member.name)] : []
  }

  /// - Returns: `nil` for a schema.org object that is no job posting.
  func decode(_ original: [UInt8], at place: RecordPlace) -> OfferRecord? {
    let findings = OfferFindings(place: place)
    var warnings: [Finding] = []
    var bytes = original
    if !TextDecoding.isUTF8(bytes) {
      warnings.append(findings.notUTF8())
      bytes = Array(TextDecoding.decode(bytes, as: .windows1252).utf8)
    }
    guard let (root, isRepaired) = Self.parse(bytes) else {
      return .quarantined(
        findings.brokenJSON("lecture impossible"), raw: Array(original.prefix(OfferReader.rawLimit)))
    }
    if isRepaired { warnings.append(findings.repaired()) }
    guard root.isObject else {
      return .quarantined(
        findings.brokenJSON("ce n’est pas un objet"), raw: Array(original.prefix(OfferReader.rawLimit)))
    }
    let raw: RawOffer
    let source: String
    switch JobPosting.kind(of: root) {
    case .posting: (raw, source) = (JobPosting.offer(root), "page")
    case .other: return nil
    case .untyped:
      if RawOffer.isFranceTravail(root) {
        (raw, source) = (RawOffer(json: root), "france-travail")
      } else if let layout = FeedLayout.json.first(where: { $0.fits(root) }) {
        (raw, source) = (layout.offer(root), layout.source)
      } else {
        (raw, source) = (RawOffer(json: root), "fichier")
      }
    }
    return builder.build(
      raw, at: place, defaultSource: source, warnings: warnings, rawBytes: { original })
  }

  /// The objects of a JSON-LD script, those of a `@graph` included; `nil` when it is not JSON.
  func postings(_ bytes: [UInt8]) -> [JSONNode]? {
    guard let root = Self.parse(bytes)?.root else { return nil }
    return root.list.filter(\.isObject).flatMap { root in
      [root] + (root["@graph"]?.items ?? []).filter(\.isObject)
    }
  }

  /// The value of a text, put right where it must be; `nil` when it is no JSON.
  private static func parse(_ bytes: [UInt8]) -> (root: JSONNode, isRepaired: Bool)? {
    do {
      return (try JSONTree(bytes).root, false)
    } catch {
      guard let repaired = JSONRepair.repaired(bytes) else { return nil }
      do {
        return (try JSONTree(repaired).root, true)
      } catch {
        return nil
      }
    }
  }
}
