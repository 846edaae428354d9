/// Reads a release of the ROME open data, in CSV (4.x, 3.27 to 3.47), XML (3.x) or JSON (4.x): the official zip, the
/// unpacked folder, or bytes at hand.
///
/// A release is recognised by its files, not by its name. Unknown columns are reported, a missing required file or
/// column is named, rows that point to nothing are set aside and reported.
public enum ROMEReader {
  /// A release with what was met on the way.
  public struct Reading: Sendable {
    /// What was read.
    public let release: TaxonomyRelease
    /// Warnings and records set aside.
    public let findings: [Finding]
    /// Records read of each table, by its official name, those set aside included.
    public let counts: [String: Int]
  }

  /// Reads a zip, a folder, or `-`.
  ///
  /// - Throws: `ReadingError` when there is no release to be had.
  public static func read(path: String) throws -> (release: TaxonomyRelease, findings: [Finding]) {
    let reading = try reading(path: path)
    return (reading.release, reading.findings)
  }

  /// Reads a zip, a folder, or `-`, with the counts of its tables.
  ///
  /// - Throws: `ReadingError` when there is no release to be had.
  public static func reading(path: String) throws -> Reading {
    try reading(input: path) { try InputArchive.forEachMember(of: path, $0) }
  }

  /// Reads files at hand.
  ///
  /// - Parameters:
  ///   - files: name and bytes of each file, named as in the official set.
  ///   - input: for findings that concern no file.
  ///   - nameSuffix: added to the name of the release, as in `ROME 4.60 (extrait)`.
  /// - Throws: `ReadingError` when there is no release to be had.
  public static func reading(
    files: [(name: String, bytes: [UInt8])], input: String = "rome", nameSuffix: String = ""
  ) throws -> Reading {
    try reading(input: input, nameSuffix: nameSuffix) { body in
      for file in files { try body(InputMember(name: file.name, bytes: file.bytes)) }
    }
  }

  private static func reading(
    input: String, nameSuffix: String = "", _ forEach: ((InputMember) throws -> Void) throws -> Void
  ) throws -> Reading {
    var rows = ROMERows()
    var log = FindingLog()
    var digests: [String: String] = [:]
    var releases = Set<String>()
    // Whether the competencies are of the new layout is seen in their own header.
    var edition = ROMEEdition.three
    // Fiches hold what the tables of the CSV set hold apart.
    var hasFiches = false
    try forEach { member in
      guard let name = ROMEFileName(member.baseName) else { return }
      if name.format != .csv {
        let hashed = HashedMember(member)
        let isRead =
          try name.format == .xml
          ? ROMEXML(file: member.name).read(hashed.member, table: name.table, into: &rows, &log)
          : ROMEJSON(file: member.name).read(hashed.member, table: name.table, into: &rows, &log)
        guard isRead else {
          if !ROMETable.unused.contains(name.table) { log.add(ROMEFindings.unknownTable(member.name)) }
          return
        }
        if let release = name.release { releases.insert(release) }
        if name.format == .json || name.release?.hasPrefix("4") == true { edition = .four }
        hasFiches = true
        digests[name.table] = hashed.digest()
        return
      }
      guard let table = ROMETable(rawValue: name.table) else {
        if !ROMETable.unused.contains(name.table) { log.add(ROMEFindings.unknownTable(member.name)) }
        return
      }
      if let release = name.release { releases.insert(release) }
      let hashed = HashedMember(member)
      let csv = try CSVReader(hashed.member)
      let isNew = table == .knowledge || csv.header.column("cat_comp") != nil
      if isNew || name.release?.hasPrefix("4") == true { edition = .four }
      try ROMETableReader(table: table, file: member.name, edition: edition).read(csv, into: &rows, &log)
      digests[table.rawValue] = hashed.digest()
    }
    if rows.counts.isEmpty, rows.occupations.isEmpty { throw ROMEFindings.notROME(input) }
    if releases.count > 1 { throw ROMEFindings.mixedReleases(input, releases.sorted()) }
    if hasFiches, rows.links.isEmpty { throw ROMEFindings.missingTable(input, .link) }
    for table in ROMETable.allCases where rows.counts[table] == nil && !hasFiches {
      if table.isRequired(in: edition) { throw ROMEFindings.missingTable(input, table) }
      if table.isExpected(in: edition) { log.add(ROMEFindings.optionalTable(input, table)) }
    }
    let digest = SHA256.digest(
      Array(digests.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined().utf8))
    let release = ROMEAssembly(rows: rows, edition: edition).release(
      name: "ROME " + (releases.first ?? (edition == .four ? "4" : "3")) + nameSuffix, digest: digest, &log)
    let counts = Dictionary(uniqueKeysWithValues: rows.counts.map { ($0.key.rawValue, $0.value) })
    return Reading(release: release, findings: log.findings, counts: counts)
  }
}
