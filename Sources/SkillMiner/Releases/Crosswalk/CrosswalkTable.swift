import Foundation
public import Taxonomy

/// A crosswalk as a table in the SSSOM layout (tab-separated), which people judge in a spreadsheet and give back.
///
/// Source: *Simple Standard for Sharing Ontological Mappings* (https://mapping-commons.github.io/sssom/). The column
/// `review` is ours: `oui` accepts a line, `non` rejects it, empty means that nobody looked at it.
public enum CrosswalkTable {
  private static let columns = [
    "subject_id", "subject_label", "predicate_id", "object_id", "object_label", "mapping_justification",
    "confidence", "object_match_field", "match_string", "review", "reviewer_label", "comment",
  ]

  private static let sizeLimit = 256 << 20

  /// The table, header included.
  public static func write(_ crosswalk: Crosswalk) -> String {
    var text = """
      #curie_map:
      #  esco: http://data.europa.eu/esco/
      #  rome: https://candidat.francetravail.fr/metierscope/
      #  semapv: https://w3id.org/semapv/vocab/
      #  skos: http://www.w3.org/2004/02/skos/core#
      #subject_source: \(oneLine(crosswalk.rome))
      #object_source: \(oneLine(crosswalk.esco))
      \(columns.joined(separator: "\t"))

      """
    for link in crosswalk.links {
      let cells = [
        link.pair.subject.description, link.subjectLabel, link.predicate.rawValue,
        "esco:\(link.pair.object.path)", link.objectLabel, link.justification.rawValue,
        String(format: "%.3f", link.confidence),
        link.alternative.isEmpty ? "skos:prefLabel" : "skos:altLabel", link.alternative,
        link.review.map { $0.isAccepted ? "oui" : "non" } ?? "", link.review?.who ?? "", link.comment,
      ]
      text += cells.map(cell).joined(separator: "\t") + "\n"
    }
    return text
  }

  /// Reads a table, as it was written or as a spreadsheet gave it back.
  ///
  /// - Returns: the crosswalk and what was wrong with single lines.
  /// - Throws: `ReadingError` (`LIEN-001`) when a column is missing, and where the file cannot be read.
  public static func read(path: String) throws -> (crosswalk: Crosswalk, findings: [Finding]) {
    var draft = CrosswalkDraft()
    try InputArchive.forEachMember(of: path) { member in
      try draft.add(member.name, try member.readAll(limit: sizeLimit))
    }
    return (draft.crosswalk, draft.findings)
  }

  private static func oneLine(_ text: String) -> String { text.filter { !$0.isNewline } }

  /// Quoted where the layout asks for it, as in CSV.
  private static func cell(_ text: String) -> String {
    guard text.contains(where: { $0 == "\"" || $0 == "\t" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

/// A crosswalk while it is being read.
private struct CrosswalkDraft {
  var findings: [Finding] = []
  private var rome = ""
  private var esco = ""
  private var links: [CrosswalkLink] = []

  var crosswalk: Crosswalk { Crosswalk(rome: rome, esco: esco, links: links) }

  mutating func add(_ file: String, _ bytes: [UInt8]) throws {
    // The lines of the header come before the table.
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    var skipped = 0
    while let first = rest.first, first == UInt8(ascii: "#") || rest.starts(with: [0x22, 0x23]) {
      let line = String(decoding: rest.prefix { $0 != 0x0A }, as: UTF8.self)
      rest = rest.drop { $0 != 0x0A }.dropFirst()
      skipped += 1
      rome = Self.field("subject_source", line) ?? rome
      esco = Self.field("object_source", line) ?? esco
    }
    let csv = try CSVReader(
      InputMember(name: file, bytes: Array(rest)), delimiter: 0x09, maximumRecord: 1 << 20)
    let required = ["subject_id", "object_id", "predicate_id", "review"]
    for column in required where csv.header.column(column) == nil {
      throw ReadingError(LinkFindings.missingColumn(file, skipped + 1, column, "taxonomy crosswalk"))
    }
    while let record = try csv.next() {
      if let link = read(record, csv.header, file, record.line + skipped) { links.append(link) }
    }
    findings += csv.findings
  }

  private mutating func read(
    _ record: CSVRecord, _ header: CSVHeader, _ file: String, _ line: Int
  ) -> CrosswalkLink? {
    func cell(_ column: String) -> String { record.value(header.column(column)) }
    guard let subject = Self.subject(cell("subject_id")), let object = Self.object(cell("object_id")) else {
      findings.append(LinkFindings.badCode(file, line, "rome:100023 ou rome:N1103, esco:skill/…"))
      return nil
    }
    guard let predicate = CrosswalkLink.Predicate(rawValue: cell("predicate_id")) else {
      findings.append(LinkFindings.badPredicate(file, line, cell("predicate_id")))
      return nil
    }
    var review: CrosswalkLink.Review?
    if !cell("review").isEmpty {
      if let isAccepted = MappingTable.judgement(cell("review")) {
        review = CrosswalkLink.Review(isAccepted: isAccepted, who: cell("reviewer_label"))
      } else {
        findings.append(LinkFindings.badReview(file, line, cell("review")))
      }
    }
    return CrosswalkLink(
      pair: .init(subject: subject, object: object), subjectLabel: cell("subject_label"),
      objectLabel: cell("object_label"), predicate: predicate,
      justification: .init(rawValue: cell("mapping_justification")) ?? .curation,
      confidence: Double(cell("confidence").replacing(",", with: ".")).map { min(1, max(0, $0)) } ?? 1,
      alternative: cell("match_string"), review: review, comment: cell("comment"))
  }

  private static func field(_ name: String, _ line: String) -> String? {
    guard let range = line.firstRange(of: "#\(name):") else { return nil }
    return line[range.upperBound...].trimmingCharacters(in: CharacterSet(charactersIn: " \t\r\""))
  }

  private static func subject(_ text: String) -> CrosswalkLink.Subject? {
    guard text.hasPrefix("rome:") else { return nil }
    let code = text.dropFirst(5)
    return ROMECode(code).map { .occupation($0) } ?? OGRCode(code).map { .competency($0) }
  }

  private static func object(_ text: String) -> ESCOURI? {
    text.hasPrefix("esco:") ? ESCOURI(path: String(text.dropFirst(5))) : ESCOURI(text)
  }
}
