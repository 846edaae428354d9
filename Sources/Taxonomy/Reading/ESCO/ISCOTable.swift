/// Reads a table that says which cards of the ROME belong to which groups of ISCO-08 (CITP-08): CSV with a column for
/// each, by their usual names.
public enum ISCOTable {
  /// Groups (one to four digits) by card, and what was wrong with single lines.
  ///
  /// - Throws: `ReadingError` (`ISCO-001`) when the two columns are not there, and where the input cannot be read.
  public static func read(path: String) throws -> (groups: [ROMECode: Set<String>], findings: [Finding]) {
    var groups: [ROMECode: Set<String>] = [:]
    var log = FindingLog()
    try InputArchive.forEachMember(of: path) { member in
      let head = try member.peek(16 << 10).prefix { $0 != 0x0A }
      let delimiter = [UInt8(ascii: ";"), 0x09].first(where: head.contains) ?? UInt8(ascii: ",")
      let csv = try CSVReader(member, delimiter: delimiter, maximumRecord: 1 << 20)
      let names = csv.header.plainNames
      guard let rome = names.firstIndex(where: { $0.contains("rome") }),
        let isco = names.firstIndex(where: { $0.contains("isco") || $0.contains("citp") })
      else { throw ReadingError(missingColumns(member.name)) }
      while let record = try csv.next() {
        var group = record.value(isco)
        if group.hasSuffix(".0") { group.removeLast(2) }
        if group.first == "C" { group.removeFirst() }
        guard let card = ROMECode(record.value(rome)), (1...4).contains(group.utf8.count),
          group.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else {
          log.add(badRow(member.name, record.line))
          continue
        }
        groups[card, default: []].insert(group)
      }
      log.add(csv.findings)
    }
    return (groups, log.findings)
  }

  private static func missingColumns(_ file: String) -> Finding {
    Finding(
      severity: .failure, code: "ISCO-001", file: file, line: 1,
      message: "il faut une colonne du code ROME et une du groupe CITP-08.",
      advice: "Nommez-les par exemple code_rome et isco08.")
  }

  private static func badRow(_ file: String, _ line: Int) -> Finding {
    Finding(
      severity: .record, code: "ISCO-002", file: file, line: line,
      message: "le code ROME ou le groupe ne se lit pas\u{A0}; la ligne est mise de côté.",
      advice: "Un code ROME s’écrit N1103, un groupe de la CITP-08 un à quatre chiffres.")
  }
}
