public import Taxonomy

/// What a module that teaches a family would be called on a programme of courses, written by people
/// (`taxonomy-data/overlays/module-names.csv`, columns `family` and `name`). A certificate stands in brackets behind what one
/// learns to do. Families without a row are named by their label.
public struct ModuleNames: Sendable {
  private let names: [String: String]

  /// No family has a name of its own.
  public static let none = ModuleNames(names: [:])

  init(names: [String: String]) { self.names = names }

  /// The name of a family, when one was written.
  public func name(of family: String) -> String? { names[family] }

  /// Families with a name, ascending.
  public var families: [String] { names.keys.sorted() }

  /// One line a name, for fingerprints.
  var canonical: [String] { families.map { "name=\($0)\t\(names[$0] ?? "")" } }

  /// What is wrong with the table beside the taxonomy it is used with.
  public func validate(families known: Set<String>, file: String) -> [Finding] {
    families.filter { !known.contains($0) }.map { family in
      Finding(
        severity: .warning, code: "INTITULE-003", file: file,
        message: "la famille «\u{A0}\(family)\u{A0}» n’existe pas\u{A0}: son intitulé ne sert jamais.",
        advice: "Écrire l’identifiant d’une famille de overlays/families.csv.")
    }
  }

  /// Reads the table from a CSV file with a header; columns are found by name.
  ///
  /// - Throws: `ReadingError` when the file cannot be read or lacks a column; a bad record is a finding.
  public static func read(_ member: InputMember) throws -> (names: ModuleNames, findings: [Finding]) {
    let table = try ReviewedTable(member, columns: ["family", "name"], code: "INTITULE-004")
    var names: [String: String] = [:]
    var findings = table.findings
    for (line, fields) in table.records {
      let (family, name) = (fields[0], fields[1])
      let problem: (code: String, message: String, advice: String)? =
        family.isEmpty || name.isEmpty || name.count > 90
        ? (
          "INTITULE-001", "une famille et un intitulé de 90 caractères au plus sont attendus.",
          "Écrire family,name."
        )
        : names[family] != nil
          ? ("INTITULE-002", "la famille \(family) figure deux fois.", "Garder une seule ligne.") : nil
      if let problem {
        findings.append(
          Finding(
            severity: .record, code: problem.code, file: member.name, line: line, message: problem.message,
            advice: problem.advice))
      } else {
        names[family] = name
      }
    }
    return (ModuleNames(names: names), findings)
  }

  /// The table compiled into the binary.
  ///
  /// - Throws: `ReadingError` if the binary was built without it or from a damaged one.
  public static func embedded() throws -> ModuleNames {
    let (names, findings) = try read(
      ReviewedTable.embedded("overlays/module-names.csv", missing: "INTITULE-005"))
    if let finding = findings.first { throw ReadingError(finding) }
    return names
  }
}
