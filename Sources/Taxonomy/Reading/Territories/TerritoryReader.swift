import Foundation

/// Reads tables of territories: the Insee COG zip, the table of basins, the table of zones, lists of départements and
/// regions, sectors of the NAF, and this product's own. Each file is recognised by its columns; others of a zip or folder
/// are passed over, a file given by itself is said.
public enum TerritoryReader {
  /// Reads files, archives or folders.
  ///
  /// - Throws: `ReadingError` when neither a commune nor a sector was found, or an input is damaged.
  public static func read(paths: [String]) throws -> (tables: TerritoryTables, findings: [Finding]) {
    try read(input: paths.joined(separator: ", ")) { body in
      for path in paths { try InputArchive.forEachMember(of: path, body) }
    }
  }

  /// Reads files at hand.
  ///
  /// - Throws: `ReadingError` when neither a commune nor a sector was found.
  public static func read(
    files: [(name: String, bytes: [UInt8])]
  ) throws -> (tables: TerritoryTables, findings: [Finding]) {
    try read(input: files.map(\.name).joined(separator: ", ")) { body in
      for file in files { try body(InputMember(name: file.name, bytes: file.bytes)) }
    }
  }

  private static func read(
    input: String, _ forEach: ((InputMember) throws -> Void) throws -> Void
  ) throws -> (tables: TerritoryTables, findings: [Finding]) {
    var draft = TerritoryDraft()
    var sectors: [String: String] = [:]
    var log = FindingLog()
    func pass(_ name: String) {
      if !name.contains("!"), !name.contains("/") { log.add(TerritoryFindings.unknownTable(name)) }
    }
    try forEach { member in
      let start = try member.peek(4096)
      let first = start.first { !" \t\r\n\u{FEFF}".utf8.contains($0) }
      if first == UInt8(ascii: "[") {
        try readJSON(member, into: &draft, &log)
        return
      }
      if first == UInt8(ascii: "{") {
        if !NAFReader.take(json: try member.readAll(limit: 16 << 20), into: &sectors) { pass(member.name) }
        return
      }
      let line = start.prefix { $0 != 0x0A }
      let semicolons = line.contains(UInt8(ascii: ";"))
      let csv = try CSVReader(member, delimiter: UInt8(ascii: semicolons ? ";" : ","))
      if let table = TerritoryCSV(header: csv.header) {
        try table.read(csv, file: member.name, into: &draft, &log)
        log.add(csv.findings)
      } else if try NAFReader.take(csv, into: &sectors) {
        log.add(csv.findings)
      } else {
        pass(member.name)
      }
    }
    if draft.communes.isEmpty, sectors.isEmpty { throw TerritoryFindings.nothing(input) }
    var tables = draft.tables(&log)
    tables.sectors = sectors
    return (tables, log.findings)
  }

  /// An object of the JSON tables: a commune with its zone, or a region.
  private struct Entry: Decodable {
    let code_commune: String?
    let code_zone_emploi: String?
    let code: Int?
    let name: String?
  }

  private static func readJSON(
    _ member: InputMember, into draft: inout TerritoryDraft, _ log: inout FindingLog
  ) throws {
    let bytes = try member.readAll(limit: 256 << 20)
    let entries: [Entry]
    do {
      entries = try JSONDecoder().decode([Entry].self, from: Data(bytes))
    } catch is DecodingError {
      throw TerritoryFindings.badJSON(member.name)
    }
    for entry in entries {
      if let commune = entry.code_commune, let zone = entry.code_zone_emploi {
        draft.zones[commune] = zone
        draft.zoneFile = member.name
      } else if let code = entry.code, let name = entry.name {
        let padded = code < 10 ? "0\(code)" : String(code)
        draft.regions[padded] = draft.regions[padded] ?? name
      }
    }
  }
}
