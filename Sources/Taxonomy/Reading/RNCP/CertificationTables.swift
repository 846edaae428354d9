/// Reads the tables of the CSV export of France compétences (`;`, one table a file, in any order).
///
/// A table is recognised by its columns, because its name has accents that archivers spell in several ways. Tables that
/// refer to certifications wait until `Standard` was read.
struct CertificationTables {
  private struct Waiting {
    let file: String
    let line: Int
    let code: String
    let apply: (inout CertificationDraft) -> Void
  }

  private var waiting: [Waiting] = []
  private(set) var hasStandard = false
  private(set) var hasAny = false

  /// Whether a header is one of the export's.
  static func recognises(_ header: CSVHeader) -> Bool { header.column("Numero_Fiche") != nil }

  mutating func read(
    _ csv: CSVReader, file: String, into drafts: inout CertificationDrafts, _ log: inout FindingLog
  ) throws {
    hasAny = true
    let header = csv.header
    let key = header.column("Numero_Fiche")
    if header.column("Nomenclature_Europe_Niveau") != nil || header.column("Date_Fin_Enregistrement") != nil {
      try readStandard(csv, file: file, into: &drafts, &log)
    } else {
      while let record = try csv.next() {
        let code = record.value(key)
        func text(_ column: String) -> String {
          CertificationFields.text(record.value(header.column(column)))
        }
        func wait(_ apply: @escaping (inout CertificationDraft) -> Void) {
          waiting.append(Waiting(file: file, line: record.line, code: code, apply: apply))
        }
        if header.column("Bloc_Competences_Code") != nil {
          // The export has titles only; the official web service has the text under the name used here.
          let block = CompetencyBlock(
            code: text("Bloc_Competences_Code"), title: text("Bloc_Competences_Libelle"),
            sentences: BlockText.sentences(record.value(header.column("Bloc_Competences_Liste_Competences"))))
          wait { $0.blocks.append(block) }
        } else if header.column("Codes_Rome_Code") != nil {
          if let rome = ROMECode(text("Codes_Rome_Code")) {
            wait { $0.occupations.append(rome) }
          } else {
            log.add(CertificationFindings.badROME(file, record.line, text("Codes_Rome_Code"), code))
          }
        } else if header.column("Nsf_Code") != nil {
          let nsf = CertificationFields.code(text("Nsf_Code"))
          wait { $0.nsf.append(nsf) }
        } else if header.column("Formacode_Code") != nil {
          let formacode = CertificationFields.code(text("Formacode_Code"))
          wait { $0.formacodes.append(formacode) }
        } else if header.column("Nom_Certificateur") != nil {
          let name = text("Nom_Certificateur")
          wait { $0.certifiers.append(name) }
        } else if header.column("Nouvelle_Certification") != nil
          || header.column("Ancienne_Certification") != nil
        {
          if let new = CertificationCode(text("Nouvelle_Certification")) {
            wait { $0.successors.append(new) }
          } else if let old = CertificationCode(text("Ancienne_Certification")),
            let new = CertificationCode(code)
          {
            drafts.succeed(old, by: new)
          }
        }
      }
    }
    log.add(csv.findings)
  }

  /// Gives what waited to its certification.
  mutating func finish(_ drafts: inout CertificationDrafts, _ log: inout FindingLog) {
    for entry in waiting {
      let found = CertificationCode(entry.code).map { drafts.change($0, entry.apply) } ?? false
      if !found { log.add(CertificationFindings.orphan(entry.file, entry.line, entry.code)) }
    }
    waiting = []
  }

  private mutating func readStandard(
    _ csv: CSVReader, file: String, into drafts: inout CertificationDrafts, _ log: inout FindingLog
  ) throws {
    let header = csv.header
    for column in ["Numero_Fiche", "Intitule", "Nomenclature_Europe_Niveau", "Date_Fin_Enregistrement"]
    where header.column(column) == nil {
      throw CertificationFindings.missingColumn(file, column)
    }
    hasStandard = true
    while let record = try csv.next() {
      func text(_ column: String) -> String { CertificationFields.text(record.value(header.column(column))) }
      guard let code = CertificationCode(text("Numero_Fiche")) else {
        let what = "« \(text("Numero_Fiche")) » n’est pas un code RNCP ou RS".withNoBreakSpaces
        log.add(CertificationFindings.badRecord(file, record.line, what))
        continue
      }
      var draft = CertificationDraft(code: code, file: file, line: record.line)
      draft.title = text("Intitule")
      guard !draft.title.isEmpty else {
        log.add(CertificationFindings.badRecord(file, record.line, "\(code) n’a pas d’intitulé"))
        continue
      }
      draft.type = text("Abrege_Intitule").isEmpty ? nil : text("Abrege_Intitule")
      draft.level = CertificationLevel.read(text("Nomenclature_Europe_Niveau"))
      draft.isActive = CertificationFields.isActive(text("Actif"))
      let expiry = text("Date_Fin_Enregistrement")
      draft.expiry = CertificationFields.date(expiry)
      if draft.expiry == nil, !expiry.isEmpty {
        log.add(CertificationFindings.badDate(file, record.line, expiry, code.description))
      }
      drafts.add(draft, &log)
    }
  }
}
