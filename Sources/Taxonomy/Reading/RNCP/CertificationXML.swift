/// Reads the XML exports of France compétences (`export-fiches-rncp-v*.xml`, `export-fiches-rs-v*.xml`), layout 4.1 and
/// its near relatives, one `FICHE` at a time.
///
/// Blocks carry their competencies here. A fiche whose blocks have no text is given what the register says instead:
/// the activities aimed at and the capacities attested, as blocks of their own, marked by their code.
final class CertificationXML {
  /// Suffix of the code of a block made of *activités visées*.
  static let activitySuffix = "-ACTIVITES"
  /// Suffix of the code of a block made of *capacités attestées*.
  static let capacitySuffix = "-CAPACITES"
  /// Longest fiche that is held, in bytes.
  private static let recordLimit = 16 << 20

  private let file: String
  private let reader: XMLRecordReader

  /// - Throws: `ReadingError` for UTF-16.
  init(_ member: InputMember) throws {
    file = member.name
    reader = try XMLRecordReader(
      member, records: ["FICHE", "VERSION_FLUX"], recordLimit: Self.recordLimit)
  }

  /// Warnings about the file as a whole.
  var findings: [Finding] { reader.findings }

  /// Whether a member starts like XML.
  static func recognises(_ start: some Sequence<UInt8>) -> Bool {
    start.first { !" \t\r\n\u{FEFF}".utf8.contains($0) } == UInt8(ascii: "<")
  }

  /// Reads the next fiches, good or not, and takes them apart on all cores.
  ///
  /// - Parameter most: how many are read at most, one at least.
  /// - Returns: how many were met; 0 at the end.
  /// - Throws: `ReadingError` when the input is damaged or refused, after everything before it.
  func next(_ most: Int, into drafts: inout CertificationDrafts, _ log: inout FindingLog) throws -> Int {
    var items: [Item] = []
    var count = 0
    var size = 0
    var failure: (any Error)?
    do {
      while count < min(max(1, most), Self.portion), size < Self.portionBytes, let item = try reader.next() {
        switch item {
        case .rejected(let finding, _):
          items.append(.finding(finding))
          count += 1
        case .record(let element) where element.name == "VERSION_FLUX":
          let version = element.text.trimmedWhiteSpace
          if !version.hasPrefix("4") {
            items.append(.finding(CertificationFindings.unknownVersion(file, element.line, version)))
          }
        case .record(let fiche):
          items.append(.fiche(fiche))
          count += 1
          size += reader.recordSize
        }
      }
    } catch {
      failure = error
    }
    let file = file
    let taken = ParallelRecords.map(items, portion: 4) { item in
      switch item {
      case .finding(let finding): TakenFiche(findings: [finding])
      case .fiche(let fiche): Self.take(fiche, file: file)
      }
    }
    for fiche in taken {
      log.add(fiche.findings)
      guard let draft = fiche.draft else { continue }
      for old in fiche.replaced { drafts.succeed(old, by: draft.code) }
      drafts.add(draft, &log)
    }
    if let failure { throw failure }
    return count
  }

  /// Fiches taken apart together; the result does not depend on it.
  private static let portion = 256
  /// A portion of long fiches is closed earlier (bytes).
  private static let portionBytes = 8 << 20

  private enum Item: Sendable {
    case fiche(RecordElement)
    case finding(Finding)
  }

  /// What a fiche says, and what is wrong with it.
  private struct TakenFiche: Sendable {
    var findings: [Finding] = []
    var draft: CertificationDraft?
    /// Certifications it replaces.
    var replaced: [CertificationCode] = []
  }

  private static func take(_ fiche: RecordElement, file: String) -> TakenFiche {
    let line = fiche.line
    func text(_ path: String...) -> String {
      CertificationFields.text(MarkupText.plain(fiche.first(path[...])?.markup ?? ""))
    }
    guard let code = CertificationCode(text("NUMERO_FICHE")) else {
      let what = "« \(text("NUMERO_FICHE")) » n’est pas un code RNCP ou RS".withNoBreakSpaces
      return TakenFiche(findings: [CertificationFindings.badRecord(file, line, what)])
    }
    var taken = TakenFiche()
    var draft = CertificationDraft(code: code, file: file, line: line)
    draft.title = text("INTITULE")
    guard !draft.title.isEmpty else {
      return TakenFiche(findings: [
        CertificationFindings.badRecord(file, line, "\(code) n’a pas d’intitulé")
      ])
    }
    draft.type = text("ABREGE", "LIBELLE").isEmpty ? nil : text("ABREGE", "LIBELLE")
    draft.level =
      CertificationLevel.read(text("NOMENCLATURE_EUROPE", "NIVEAU"))
      ?? CertificationLevel.read(text("NOMENCLATURE_EUROPE", "INTITULE"))
      ?? CertificationLevel.read(text("NOMENCLATURE_EUROPE", "LIBELLE"))
    draft.isActive = CertificationFields.isActive(text("ACTIF"))
    let expiry = text("DATE_FIN_ENREGISTREMENT")
    draft.expiry = CertificationFields.date(expiry)
    if draft.expiry == nil, !expiry.isEmpty {
      taken.findings.append(CertificationFindings.badDate(file, line, expiry, code.description))
    }
    for element in fiche.all(at: "CODES_ROME", "ROME") {
      let value = element.value("CODE")
      if let rome = ROMECode(value) {
        draft.occupations.append(rome)
      } else {
        taken.findings.append(CertificationFindings.badROME(file, element.line, value, code.description))
      }
    }
    draft.nsf = fiche.all(at: "CODES_NSF", "NSF").map { CertificationFields.code($0.value("CODE")) }
    draft.formacodes = fiche.all(at: "FORMACODES", "FORMACODE").map {
      CertificationFields.code($0.value("CODE"))
    }
    draft.certifiers = fiche.all(at: "CERTIFICATEURS", "CERTIFICATEUR").map {
      CertificationFields.text($0.value("NOM_CERTIFICATEUR"))
    }.filter { !$0.isEmpty }
    draft.context = text("OBJECTIFS_CONTEXTE")
    draft.prerequisites = [text("PREREQUIS_ENTREE_FORMATION"), text("PREREQUIS_VALIDATION_CERTIFICATION")]
      .filter { !$0.isEmpty }.joined(separator: " ")
    draft.blocks = blocks(of: fiche, code)
    if !draft.blocks.contains(where: { !$0.sentences.isEmpty }) {
      let substitutes = substitutes(of: fiche, code)
      if !substitutes.isEmpty {
        taken.findings.append(CertificationFindings.substituted(file, line, code.description))
      }
      draft.blocks += substitutes
    }
    draft.successors = codes(
      fiche, in: "NOUVELLES_CERTIFICATIONS", of: "NOUVELLE_CERTIFICATION", "ID_FICHE_NOUVELLE_CERTIFICATION")
    taken.replaced = codes(
      fiche, in: "ANCIENNES_CERTIFICATIONS", of: "ANCIENNE_CERTIFICATION", "ID_FICHE_ANCIENNE_CERTIFICATION")
    taken.draft = draft
    return taken
  }

  private static func blocks(of fiche: RecordElement, _ code: CertificationCode) -> [CompetencyBlock] {
    let list = fiche.first("BLOCS_COMPETENCES")?.children ?? []
    // Some writers shorten the name.
    return list.filter { $0.name == "BLOC_COMPETENCES" || $0.name == "BLOC" }.enumerated().map {
      index, block in
      let given = CertificationFields.text(block.value("CODE"))
      return CompetencyBlock(
        code: given.isEmpty ? "\(code)BC\(index < 9 ? "0" : "")\(index + 1)" : given,
        title: CertificationFields.text(MarkupText.plain(block.first("LIBELLE")?.markup ?? "")),
        // MODALITES_EVALUATION stands beside and is never read.
        sentences: BlockText.sentences(block.first("LISTE_COMPETENCES")?.markup ?? ""))
    }
  }

  private static func substitutes(of fiche: RecordElement, _ code: CertificationCode) -> [CompetencyBlock] {
    [
      ("ACTIVITES_VISEES", activitySuffix, "Activités visées (fiche sans texte de bloc)"),
      ("CAPACITES_ATTESTEES", capacitySuffix, "Capacités attestées (fiche sans texte de bloc)"),
    ].compactMap { element, suffix, title in
      let sentences = BlockText.sentences(fiche.first(element)?.markup ?? "")
      return sentences.isEmpty
        ? nil : CompetencyBlock(code: code.description + suffix, title: title, sentences: sentences)
    }
  }

  /// Codes of a chain, whether they stand in an element of their own or as text.
  private static func codes(
    _ fiche: RecordElement, in list: String, of item: String, _ field: String
  ) -> [CertificationCode] {
    fiche.all(at: list, item).flatMap { element in
      let fields = element.all(field)
      return (fields.isEmpty ? [element] : fields).compactMap { CertificationCode($0.text.trimmedWhiteSpace) }
    }
  }
}
