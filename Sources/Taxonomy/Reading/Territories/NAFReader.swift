import Foundation

/// Reads the NAF: files `CODE;LIBELLE` of the Insee (any level), its table of the five levels (`NIV5` … `NIV1`, codes
/// alone), and the sectors of the ROME (CSV, or JSON by division).
public enum NAFReader {
  /// Reads files, archives or folders.
  ///
  /// - Throws: `ReadingError` when an input cannot be read.
  public static func read(paths: [String]) throws -> (naf: NAFNomenclature, findings: [Finding]) {
    var names: [String: String] = [:]
    var log = FindingLog()
    for path in paths { try InputArchive.forEachMember(of: path) { try read($0, into: &names, &log) } }
    return (NAFNomenclature(names: names), log.findings)
  }

  /// Reads a file at hand.
  ///
  /// - Throws: `ReadingError` when it cannot be read.
  public static func read(
    file: (name: String, bytes: [UInt8])
  ) throws -> (naf: NAFNomenclature, findings: [Finding]) {
    var names: [String: String] = [:]
    var log = FindingLog()
    try read(InputMember(name: file.name, bytes: file.bytes), into: &names, &log)
    return (NAFNomenclature(names: names), log.findings)
  }

  private static func read(
    _ member: InputMember, into names: inout [String: String], _ log: inout FindingLog
  ) throws {
    let semicolons = try member.peek(4096).prefix { $0 != 0x0A }.contains(UInt8(ascii: ";"))
    let csv = try CSVReader(member, delimiter: UInt8(ascii: semicolons ? ";" : ","))
    if try !take(csv, into: &names) { log.add(TerritoryFindings.notNAF(member.name)) }
    log.add(csv.findings)
  }

  /// Reads a table if it is one of these.
  ///
  /// - Returns: `false`, and nothing is read, when it is none.
  static func take(_ csv: CSVReader, into names: inout [String: String]) throws -> Bool {
    let levels = (1...5).compactMap { csv.header.column("NIV\($0)") }
    let pairs = [("CODE", "LIBELLE"), ("code_secteur_naf", "libelle_secteur_naf")]
    let pair = pairs.lazy.compactMap { code, label -> (code: Int, label: Int)? in
      guard let code = csv.header.column(code), let label = csv.header.column(label) else { return nil }
      return (code, label)
    }.first
    guard pair != nil || levels.count == 5 else { return false }
    while let record = try csv.next() {
      if let pair { add(record.value(pair.code), record.value(pair.label), &names) }
      if levels.count == 5 { for level in levels { add(record.value(level), "", &names) } }
    }
    return true
  }

  /// Reads the sectors of the ROME as JSON: an object by division, each with `libelle` and the cards.
  ///
  /// - Returns: `false`, and nothing is read, when it is none.
  static func take(json bytes: [UInt8], into names: inout [String: String]) -> Bool {
    struct Sector: Decodable { let libelle: String }
    guard let sectors = try? JSONDecoder().decode([String: Sector].self, from: Data(bytes)), !sectors.isEmpty,
      sectors.keys.allSatisfy({ $0.utf8.count <= 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    for sector in sectors { add(sector.key, sector.value.libelle, &names) }
    return true
  }

  private static func add(_ code: String, _ label: String, _ names: inout [String: String]) {
    var key = code.filter { $0 != "." }.uppercased()
    if key.count == 1, key.allSatisfy(\.isNumber) { key = "0" + key }
    // Division 00 of the ROME means all sectors.
    guard !key.isEmpty, key != "00" else { return }
    if names[key]?.isEmpty ?? true { names[key] = label }
  }
}
