/// Reads certification referentials: the XML or CSV exports of France compétences (zip, nested zip or folder), the
/// relational tables of the validation of experience, or JSON lines.
///
/// The format of each file is recognised by its content. A certification without blocks is kept.
public enum CertificationReader {
  /// Reads a file, an archive, a folder, or `-`.
  ///
  /// - Returns: certifications by code, and what was met on the way. Where an archive proves damaged behind good records,
  ///   these are returned, with a finding of severity `failure`.
  /// - Throws: `ReadingError` when there is nothing to be had.
  public static func read(path: String) throws -> (certifications: [Certification], findings: [Finding]) {
    try collect { try read(path: path, batch: .max, $0).findings }
  }

  /// Reads files at hand.
  ///
  /// - Throws: `ReadingError` when there is nothing to be had.
  public static func read(
    files: [(name: String, bytes: [UInt8])], input: String = "certifications"
  ) throws -> (certifications: [Certification], findings: [Finding]) {
    try collect { try read(.files(files), input: input, batch: .max, $0).findings }
  }

  /// Reads a file, an archive, a folder, or `-`, and passes certifications on as they come: in memory for a batch of
  /// them where the file is XML, of which each fiche is complete in itself.
  ///
  /// - Parameters:
  ///   - batch: how many certifications are held at most.
  ///   - deliver: called with certifications, each code once, sorted within a call.
  /// - Returns: what was met on the way, and replacements that concern certifications delivered before they were known.
  /// - Throws: `ReadingError` when there is nothing to be had, and what `deliver` throws.
  public static func read(
    path: String, batch: Int, _ deliver: ([Certification]) throws -> Void
  ) throws -> (findings: [Finding], succession: [Succession]) {
    try read(.path(path), input: path, batch: batch, deliver)
  }

  private enum Source {
    case path(String)
    case files([(name: String, bytes: [UInt8])])

    func forEachMember(_ body: (InputMember) throws -> Void) throws {
      switch self {
      case .path(let path): try InputArchive.forEachMember(of: path, body)
      case .files(let files):
        for file in files { try body(InputMember(name: file.name, bytes: file.bytes)) }
      }
    }
  }

  private static func collect(
    _ body: (([Certification]) throws -> Void) throws -> [Finding]
  ) throws -> (certifications: [Certification], findings: [Finding]) {
    var all: [Certification] = []
    let findings = try body { all += $0 }
    return (all, findings)
  }

  private static func read(
    _ source: Source, input: String, batch: Int, _ deliver: ([Certification]) throws -> Void
  ) throws -> (findings: [Finding], succession: [Succession]) {
    var drafts = CertificationDrafts()
    var tables = CertificationTables()
    var relations = CertificationRelations()
    var log = FindingLog()
    var failure: ReadingError?
    do {
      try source.forEachMember { member in
        let start = try member.peek(4096)
        if CertificationXML.recognises(start) {
          let reader = try CertificationXML(member)
          var count = 0
          defer { log.add(reader.findings) }
          while case let met = try reader.next(batch - drafts.count, into: &drafts, &log), met > 0 {
            count += met
            // Tables complete certifications at their end, so that these must be held.
            if drafts.count >= batch, !tables.hasAny, !relations.hasAny { try deliver(drafts.deliver(&log)) }
          }
          if count == 0 { log.add(CertificationFindings.notRecognised(member.name)) }
          return
        }
        if start.first(where: { !" \t\r\n\u{FEFF}".utf8.contains($0) }) == UInt8(ascii: "{") {
          try CertificationLines(file: member.name).read(member, into: &drafts, &log)
          return
        }
        let comma = CertificationRelations.begins(start)
        let csv = try CSVReader(member, delimiter: comma ? UInt8(ascii: ",") : UInt8(ascii: ";"))
        if comma, CertificationRelations.recognises(csv.header) {
          try relations.read(csv, file: member.name, &log)
        } else if CertificationTables.recognises(csv.header) {
          try tables.read(csv, file: member.name, into: &drafts, &log)
        } else {
          log.add(CertificationFindings.notRecognised(member.name))
        }
      }
    } catch let error as ReadingError where !drafts.isEmpty && Self.isAtTheEnd(error.finding) {
      failure = error
    }
    if tables.hasAny, !tables.hasStandard { throw CertificationFindings.missingStandard(input) }
    tables.finish(&drafts, &log)
    try relations.finish(input, into: &drafts, &log)
    if drafts.isEmpty { throw CertificationFindings.nothing(input) }
    drafts.settleSuccession()
    try deliver(drafts.deliver(&log))
    return (log.findings + (failure.map { [$0.finding] } ?? []), drafts.succession)
  }

  /// Whether what was read before a failure is good: damage and refused declarations lie behind it.
  private static func isAtTheEnd(_ finding: Finding) -> Bool {
    finding.code == "ENTREE-003" || finding.code == "XML-001"
  }
}
