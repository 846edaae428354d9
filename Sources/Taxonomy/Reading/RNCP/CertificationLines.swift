import Foundation

/// Reads certifications from JSON lines: one object a line.
struct CertificationLines {
  let file: String

  func read(_ member: InputMember, into drafts: inout CertificationDrafts, _ log: inout FindingLog) throws {
    let reader = LineReader(member, maximumLength: 16 << 20)
    let decoder = JSONDecoder()
    while let line = try reader.next() {
      switch line {
      case .tooLong(let number, let length):
        log.add(CertificationFindings.badRecord(file, number, "la ligne est trop longue (\(length) octets)"))
      case .text(let number, let bytes):
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
        let record: CertificationJSON
        do {
          record = try decoder.decode(CertificationJSON.self, from: Data(utf8(bytes, number, &log)))
        } catch {
          log.add(CertificationFindings.badRecord(file, number, Self.explain(error)))
          continue
        }
        take(record, number, &drafts, &log)
      }
    }
  }

  private func take(
    _ record: CertificationJSON, _ line: Int, _ drafts: inout CertificationDrafts, _ log: inout FindingLog
  ) {
    guard let code = CertificationCode(record.code?.value ?? "") else {
      let shown = record.code?.value ?? ""
      log.add(
        CertificationFindings.badRecord(
          file, line, "« \(shown) » n’est pas un code RNCP ou RS".withNoBreakSpaces))
      return
    }
    var draft = CertificationDraft(code: code, file: file, line: line)
    draft.title = CertificationFields.text(record.intitule?.value ?? "")
    guard !draft.title.isEmpty else {
      log.add(CertificationFindings.badRecord(file, line, "\(code) n’a pas d’intitulé"))
      return
    }
    draft.shortTitle = Self.nonEmpty(record.libelle_reva)
    draft.type = Self.nonEmpty(record.type)
    draft.level = CertificationLevel.read(record.niveau?.value ?? "")
    draft.isActive = CertificationFields.isActive(record.actif?.value ?? "")
    if let text = Self.nonEmpty(record.expire) ?? Self.nonEmpty(record.fin) {
      draft.expiry = CertificationFields.date(text)
      if draft.expiry == nil { log.add(CertificationFindings.badDate(file, line, text, code.description)) }
    }
    for text in (record.rome_2021 ?? []) + (record.rome ?? []) {
      if let rome = ROMECode(text.value) {
        draft.occupations.append(rome)
      } else {
        log.add(CertificationFindings.badROME(file, line, text.value, code.description))
      }
    }
    draft.blocks = (record.blocs ?? []).map(Self.block)
    draft.context = CertificationFields.text(MarkupText.plain(record.objectifs_contexte?.value ?? ""))
    draft.prerequisites = CertificationFields.text(MarkupText.plain(record.prerequis?.value ?? ""))
    draft.formacodes = (record.formacodes ?? []).map { CertificationFields.code($0.code) }
    draft.nsf = (record.nsf ?? []).map { CertificationFields.code($0.value) }
    draft.certifiers = (record.certificateurs ?? []).map { CertificationFields.text($0.value) }
    draft.successors = (record.remplacee_par ?? []).compactMap { CertificationCode($0.value) }
    drafts.add(draft, &log)
  }

  private static func block(_ block: CertificationJSON.Block) -> CompetencyBlock {
    CertificationFields.block(
      code: block.code?.value ?? "", title: block.intitule?.value ?? "",
      raw: block.fc_liste_competences?.value ?? "", listed: (block.competences ?? []).map(\.value))
  }

  private static func nonEmpty(_ text: CertificationJSON.Text?) -> String? {
    let value = CertificationFields.text(text?.value ?? "")
    return value.isEmpty ? nil : value
  }

  /// Lines in Windows-1252 become UTF-8, with a warning.
  private func utf8(_ bytes: [UInt8], _ line: Int, _ log: inout FindingLog) -> [UInt8] {
    let clean = CSVScanner.containsNUL(bytes) ? bytes.filter { $0 != 0 } : bytes
    if clean.count != bytes.count { log.add(CSVFindings.nulBytes(file, line)) }
    if TextDecoding.isUTF8(clean) {
      // A line is written by one program: it is encoded twice as a whole.
      guard case .repaired(let meant) = DoubleEncoding.verdict(TextDecoding.decode(clean, as: .utf8)) else {
        return clean
      }
      log.add(CertificationFindings.doubleEncoding(file, line))
      return Array(meant.utf8)
    }
    log.add(CSVFindings.notUTF8(file, line))
    return Array(TextDecoding.decode(clean, as: .windows1252).utf8)
  }

  private static func explain(_ error: any Error) -> String {
    if case DecodingError.typeMismatch(_, let context) = error {
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return "le champ « \(path) » n’est pas du type attendu".withNoBreakSpaces
    }
    return "la ligne n’est pas un objet JSON complet"
  }
}
