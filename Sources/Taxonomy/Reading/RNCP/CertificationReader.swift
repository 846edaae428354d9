/// Reads certification referentials: the CSV export of France compétences (zip, nested zip or folder), or JSON lines.
///
/// The format of each file is recognised by its content. A certification without blocks is kept.
public enum CertificationReader {
  /// Reads a file, an archive, a folder, or `-`.
  ///
  /// - Returns: certifications by code, and what was met on the way. Where an archive proves damaged behind good records,
  ///   these are returned, with a finding of severity `failure`.
  /// - Throws: `ReadingError` when there is nothing to be had.
  public static func read(path: String) throws -> (certifications: [Certification], findings: [Finding]) {
    try read(input: path) { try InputArchive.forEachMember(of: path, $0) }
  }

  /// Reads files at hand.
  ///
  /// - Throws: `ReadingError` when there is nothing to be had.
  public static func read(
    files: [(name: String, bytes: [UInt8])], input: String = "certifications"
  ) throws -> (certifications: [Certification], findings: [Finding]) {
    try read(input: input) { body in
      for file in files { try body(InputMember(name: file.name, bytes: file.bytes)) }
    }
  }

  private static func read(
    input: String, _ forEach: ((InputMember) throws -> Void) throws -> Void
  ) throws -> (certifications: [Certification], findings: [Finding]) {
    var drafts = CertificationDrafts()
    var tables = CertificationTables()
    var log = FindingLog()
    var damage: ReadingError?
    do {
      try forEach { member in
        let first = try member.peek(4096).first { !" \t\r\n\u{FEFF}".utf8.contains($0) }
        if first == UInt8(ascii: "{") {
          try CertificationLines(file: member.name).read(member, into: &drafts, &log)
          return
        }
        let csv = try CSVReader(member, delimiter: UInt8(ascii: ";"))
        if CertificationTables.recognises(csv.header) {
          try tables.read(csv, file: member.name, into: &drafts, &log)
        } else {
          log.add(CertificationFindings.notRecognised(member.name))
        }
      }
    } catch let error as ReadingError where error.finding.code == "ENTREE-003" && !drafts.isEmpty {
      damage = error
    }
    if tables.hasAny, !tables.hasStandard { throw CertificationFindings.missingStandard(input) }
    tables.finish(&drafts, &log)
    if drafts.isEmpty { throw CertificationFindings.nothing(input) }
    let certifications = drafts.certifications(&log)
    return (certifications, log.findings + (damage.map { [$0.finding] } ?? []))
  }
}
