/// Reads names of the NAF from files `CODE;LIBELLE` of the Insee (any level) and from the sectors of the ROME.
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
    let columns = [("CODE", "LIBELLE"), ("code_secteur_naf", "libelle_secteur_naf")]
    var isKnown = false
    for (code, label) in columns {
      guard let codeColumn = csv.header.column(code), let labelColumn = csv.header.column(label) else {
        continue
      }
      isKnown = true
      while let record = try csv.next() {
        var key = record.value(codeColumn).filter { $0 != "." }.uppercased()
        if key.count == 1, key.allSatisfy(\.isNumber) { key = "0" + key }
        // Division 00 of the ROME means all sectors.
        if !key.isEmpty, key != "00" { names[key] = names[key] ?? record.value(labelColumn) }
      }
    }
    log.add(csv.findings)
    if !isKnown { log.add(TerritoryFindings.notNAF(member.name)) }
  }
}
