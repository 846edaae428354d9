/// Reads certifications from the relational tables of the platform of the validation of experience (`,`, one table a file,
/// in any order; rows refer to each other by identifiers).
///
/// Source: its open data of 4 September 2025: `certification`, `certification_competence_bloc`,
/// `certification_competence`, `certification_on_formacode`, `formacode`, `certification_prerequisite`. Tables are
/// recognised by their columns.
struct CertificationRelations {
  private enum Table {
    case certifications, blocks, competences, formacodeLinks, formacodes, prerequisites
    /// Levels in words; the certifications give theirs as numbers.
    case degrees

    init?(_ header: CSVHeader) {
      func has(_ columns: String...) -> Bool { columns.allSatisfy { header.column($0) != nil } }
      if has("id", "rncp_id", "label", "rncp_label") {
        self = .certifications
      } else if has("id", "certification_id", "code", "fc_competences") {
        self = .blocks
      } else if has("bloc_id", "label", "index") {
        self = .competences
      } else if has("formacode_id", "certification_id") {
        self = .formacodeLinks
      } else if has("id", "code", "parent_code", "type") {
        self = .formacodes
      } else if has("certification_id", "label", "index") {
        self = .prerequisites
      } else if has("id", "code", "long_label", "level") {
        self = .degrees
      } else {
        return nil
      }
    }
  }

  private struct Row {
    let line: Int
    let file: String
    let owner: String
    let place: Int
    let values: [String]
  }

  private var certifications: [(id: String, draft: CertificationDraft, former: String)] = []
  private var blocks: [Row] = []
  private var competences: [Row] = []
  private var links: [Row] = []
  private var prerequisites: [Row] = []
  private var formacodes: [String: String] = [:]
  private(set) var hasAny = false
  private var hasCertifications = false

  /// Whether a file begins like one of the tables: an identifier first, commas between columns.
  static func begins(_ start: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = start.starts(with: mark) ? start.dropFirst(mark.count) : start[...]
    return start.starts(with: Array("id,".utf8)) || start.starts(with: Array("\"id\",".utf8))
  }

  /// Whether a header is one of the tables'.
  static func recognises(_ header: CSVHeader) -> Bool { Table(header) != nil }

  mutating func read(_ csv: CSVReader, file: String, _ log: inout FindingLog) throws {
    guard let table = Table(csv.header) else { return }
    hasAny = true
    let header = csv.header
    if table == .certifications { hasCertifications = true }
    while let record = try csv.next() {
      func text(_ column: String) -> String { record.value(header.column(column)) }
      func row(_ owner: String, _ values: String...) -> Row {
        Row(
          line: record.line, file: file, owner: text(owner), place: Int(text("index")) ?? 0, values: values)
      }
      switch table {
      case .certifications:
        switch Self.draft(record, header, file, &log) {
        case .success(let draft):
          certifications.append((text("id"), draft, text("previous_version_certification_id")))
        case .failure(let problem): log.add(problem.finding)
        }
      case .blocks:
        blocks.append(
          row("certification_id", text("id"), text("code"), text("label"), text("fc_competences")))
      case .competences: competences.append(row("bloc_id", text("label")))
      case .formacodeLinks: links.append(row("certification_id", text("formacode_id")))
      case .formacodes: formacodes[text("id")] = text("code")
      case .prerequisites: prerequisites.append(row("certification_id", text("label")))
      case .degrees: break
      }
    }
    log.add(csv.findings)
  }

  /// Puts the tables together.
  ///
  /// - Throws: `ReadingError` where the table of certifications is missing.
  mutating func finish(_ input: String, into drafts: inout CertificationDrafts, _ log: inout FindingLog)
    throws
  {
    guard hasAny else { return }
    guard hasCertifications else { throw CertificationFindings.missingTable(input) }
    var places: [String: Int] = [:]
    for (place, entry) in certifications.enumerated() { places[entry.id] = place }
    func place(_ row: Row) -> Int? {
      if let place = places[row.owner] { return place }
      log.add(CertificationFindings.orphan(row.file, row.line, row.owner, in: "la table des certifications"))
      return nil
    }
    var sentences: [String: [Row]] = Dictionary(grouping: competences, by: \.owner)
    for block in blocks.sorted(by: { $0.values[1] < $1.values[1] }) {
      let listed = (sentences.removeValue(forKey: block.values[0]) ?? []).sorted { $0.place < $1.place }
      guard let place = place(block) else { continue }
      certifications[place].draft.blocks.append(
        CertificationFields.block(
          code: block.values[1], title: block.values[2], raw: block.values[3],
          listed: listed.map { $0.values[0] }))
    }
    for row in competences where sentences[row.owner] != nil {
      log.add(CertificationFindings.orphan(row.file, row.line, row.owner, in: "la table des blocs"))
    }
    for link in links {
      guard let place = place(link) else { continue }
      if let code = formacodes[link.values[0]] {
        certifications[place].draft.formacodes.append(code)
      } else {
        log.add(
          CertificationFindings.orphan(link.file, link.line, link.values[0], in: "la table des Formacodes"))
      }
    }
    for row in prerequisites.sorted(by: { $0.place < $1.place }) {
      guard let place = place(row) else { continue }
      let text = CertificationFields.text(MarkupText.plain(row.values[0]))
      let known = certifications[place].draft.prerequisites
      certifications[place].draft.prerequisites = known.isEmpty ? text : known + " " + text
    }
    for entry in certifications {
      drafts.add(entry.draft, &log)
      if let former = places[entry.former] {
        drafts.succeed(certifications[former].draft.code, by: entry.draft.code)
      }
    }
  }

  private static func draft(
    _ record: CSVRecord, _ header: CSVHeader, _ file: String, _ log: inout FindingLog
  ) -> Result<CertificationDraft, ReadingError> {
    func text(_ column: String) -> String { CertificationFields.text(record.value(header.column(column))) }
    func bad(_ what: String) -> Result<CertificationDraft, ReadingError> {
      .failure(ReadingError(CertificationFindings.badRecord(file, record.line, what)))
    }
    // The platform deals with the RNCP alone and leaves the prefix out.
    let number = text("rncp_id")
    guard let code = CertificationCode(number.first?.isNumber == true ? "RNCP" + number : number) else {
      return bad("« \(number) » n’est pas un code RNCP".withNoBreakSpaces)
    }
    var draft = CertificationDraft(code: code, file: file, line: record.line)
    draft.title = text("rncp_label").isEmpty ? text("label") : text("rncp_label")
    guard !draft.title.isEmpty else { return bad("\(code) n’a pas d’intitulé") }
    draft.shortTitle = text("label").isEmpty ? nil : text("label")
    draft.type = text("rncp_type_diplome").isEmpty ? nil : text("rncp_type_diplome")
    draft.level = CertificationLevel.read(text("rncp_level").isEmpty ? text("level") : text("rncp_level"))
    let expiry = text("rncp_expires_at")
    draft.expiry = CertificationFields.date(expiry)
    if draft.expiry == nil, !expiry.isEmpty {
      log.add(CertificationFindings.badDate(file, record.line, expiry, code.description))
    }
    draft.context = CertificationFields.text(
      MarkupText.plain(record.value(header.column("rncp_objectifs_contexte"))))
    draft.prerequisites = CertificationFields.text(
      MarkupText.plain(record.value(header.column("fc_prerequisites"))))
    return .success(draft)
  }
}
