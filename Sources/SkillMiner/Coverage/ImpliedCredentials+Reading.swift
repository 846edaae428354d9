public import Taxonomy

extension ImpliedCredentials {
  static let path = "overlays/implied-credentials.csv"

  /// Reads the table from a CSV file with a header; columns are found by name.
  ///
  /// - Throws: `ReadingError` when the file cannot be read or lacks a column; a bad record is a finding.
  public static func read(_ member: InputMember) throws -> (implied: ImpliedCredentials, findings: [Finding])
  {
    let table = try ReviewedTable(
      member, columns: ["families", "place", "words", "except", "codes", "reason"], code: "IMPLIQUE-007")
    let (implied, findings) = read(records: table.records, file: member.name)
    return (implied, table.findings + findings)
  }

  /// The table compiled into the binary.
  ///
  /// - Throws: `ReadingError` if the binary was built without it or from a damaged one.
  public static func embedded() throws -> ImpliedCredentials {
    let (implied, findings) = try read(ReviewedTable.embedded(path, missing: "IMPLIQUE-008"))
    if let finding = findings.first { throw ReadingError(finding) }
    return implied
  }

  /// Builds the table from records; a record that cannot be used is reported and left out.
  ///
  /// - Parameters:
  ///   - records: line number and fields in the order of the columns, header left out.
  ///   - file: name used in findings.
  public static func read(
    records: [(line: Int, fields: [String])], file: String
  ) -> (implied: ImpliedCredentials, findings: [Finding]) {
    var rules: [Rule] = []
    var findings: [Finding] = []
    for (line, fields) in records {
      func report(_ code: String, _ message: String, _ advice: String) {
        findings.append(
          Finding(severity: .record, code: code, file: file, line: line, message: message, advice: advice))
      }
      let families = fields.first?.split(separator: " ").map(String.init) ?? []
      guard fields.count == 6, !families.isEmpty else {
        report(
          "IMPLIQUE-001", "six champs attendus, dont au moins une famille\u{A0}; \(fields.count) lus.",
          "Écrire families,place,words,except,codes,reason\u{A0}; mettre entre guillemets un champ qui contient "
            + "une virgule.")
        continue
      }
      let places = Set(fields[1].split(separator: "|").map(String.init))
      guard !places.isEmpty, places.isSubset(of: ["titre", "prerequis"]) else {
        report(
          "IMPLIQUE-002", "l’emplacement «\u{A0}\(fields[1])\u{A0}» est inconnu.",
          "Écrire titre, prerequis ou titre|prerequis.")
        continue
      }
      var codes = Set<CertificationCode>()
      for text in fields[4].split(separator: " ") {
        if let code = CertificationCode(text) {
          codes.insert(code)
        } else {
          report(
            "IMPLIQUE-003", "«\u{A0}\(text)\u{A0}» n’est pas un numéro du RNCP ou du RS.",
            "Écrire le numéro avec son répertoire, comme RNCP1884.")
        }
      }
      let wordings = fields[2].split(separator: "|").map { PlainWords($0).content }.filter { !$0.isEmpty }
      guard !wordings.isEmpty || !codes.isEmpty else {
        report(
          "IMPLIQUE-004", "la règle n’a ni mots ni numéro\u{A0}: elle n’agirait jamais.",
          "Donner des mots de l’intitulé, ou des numéros du RNCP ou du RS.")
        continue
      }
      guard !fields[5].isEmpty else {
        report(
          "IMPLIQUE-005", "la règle ne dit pas sur quel texte elle s’appuie.",
          "Citer la loi, l’arrêté ou la recommandation dans la dernière colonne.")
        continue
      }
      rules.append(
        Rule(
          families: families, readsTitles: places.contains("titre"),
          readsPrerequisites: places.contains("prerequis"), wordings: wordings,
          except: Set(PlainWords(fields[3]).words), codes: codes, reason: fields[5]))
    }
    return (ImpliedCredentials(rules: rules), findings)
  }
}
