/// Reads training supply in LHEO (*langage harmonisé d’échange d’informations sur l’offre de formation*), one
/// `formation` at a time.
///
/// A course gives one offer for each place and session. Contacts, who are persons, are never read.
/// Source: http://lheo.gouv.fr (elements of the versions 1.3 to 2.3 that this product uses).
final class LHEOReader {
  /// What became of one course: offers, or the reason why there are none.
  struct Record {
    var offers: [TrainingOffer] = []
    var findings: [Finding] = []
  }

  private static let recordLimit = 16 << 20
  /// More places and sessions than any course has.
  private static let offerLimit = 10_000

  private let file: String
  private let reader: XMLRecordReader

  /// - Throws: `ReadingError` for UTF-16.
  init(_ member: InputMember) throws {
    file = member.name
    reader = try XMLRecordReader(member, records: ["formation"], recordLimit: Self.recordLimit)
  }

  /// Warnings about the file as a whole.
  var findings: [Finding] { reader.findings }

  /// The next course; `nil` at the end.
  ///
  /// - Throws: `ReadingError` when the input is damaged or refused, after everything before it.
  func next() throws -> Record? {
    guard let item = try reader.next() else { return nil }
    switch item {
    case .rejected(let finding, _): return Record(findings: [finding])
    case .record(let element): return read(element)
    }
  }

  private func read(_ course: RecordElement) -> Record {
    var record = Record()
    let responsible = course.first("organisme-formation-responsable")
    let certification = certification(course, &record)
    let title = SupplyColumns.text(course.value("intitule-formation"), limit: 500)
    guard certification != nil || !title.isEmpty else {
      record.findings.append(
        SupplyFindings.badRow(
          file, course.line, "la formation n’a ni certification ni intitulé",
          "Renseignez «\u{A0}certification\u{A0}» ou «\u{A0}intitule-formation\u{A0}»."))
      return record
    }
    let domain = course.all("domaine-formation")
    let formacodes = SupplyColumns.formacodes(domain.flatMap { $0.all("code-FORMACODE") }.map(\.text))
    let occupations = SupplyColumns.occupations(domain.flatMap { $0.all("code-ROME") }.map(\.text))
    let actions = course.all("action")
    for action in actions.isEmpty ? [course] : actions {
      let teacher = action.first("organisme-formateur")
      let body = Self.first([
        teacher?.value("raison-sociale-formateur"), responsible?.value("raison-sociale"),
        responsible?.value("nom-organisme"),
      ])
      guard !body.isEmpty else {
        record.findings.append(
          SupplyFindings.badRow(
            file, action.line, "la formation ne nomme pas d’organisme",
            "Donnez la raison sociale de l’organisme formateur ou responsable."))
        continue
      }
      let siret = Self.first([
        teacher?.value("SIRET-formateur", "SIRET"), responsible?.value("SIRET-organisme-formation", "SIRET"),
      ]).filter(\.isNumber)
      let place = Self.place(action.first("lieu-de-formation"))
      let sessions = action.all("session")
      for session in sessions.isEmpty ? [action] : sessions {
        guard record.offers.count < Self.offerLimit else {
          record.findings.append(SupplyFindings.tooManySessions(file, course.line, Self.offerLimit))
          return record
        }
        let (start, end) = period(session, &record)
        record.offers.append(
          TrainingOffer(
            body: body, siret: siret.utf8.count == 14 ? siret : nil, certification: certification,
            title: title, place: place, start: start, end: end, formacodes: formacodes,
            occupations: occupations))
      }
    }
    return record
  }

  private func certification(_ course: RecordElement, _ record: inout Record) -> CertificationCode? {
    for element in course.all("certification") {
      for (name, register) in [("code-RNCP", "RNCP"), ("code-RS", "RS")] {
        let text = element.value(name).filter { !$0.isWhitespace }
        guard !text.isEmpty, text != "-1", text != "0" else { continue }
        if let code = CertificationCode(text.allSatisfy(\.isNumber) ? register + text : text) { return code }
        record.findings.append(SupplyFindings.badCertification(file, element.line, text))
      }
    }
    return nil
  }

  /// Days are written `20261201`; eight zeros or nines stand for an open end.
  private func period(
    _ session: RecordElement, _ record: inout Record
  ) -> (start: CalendarDate?, end: CalendarDate?) {
    func day(_ name: String) -> CalendarDate? {
      let text = session.value("periode", name)
      let isOpen = text.allSatisfy { $0 == "0" } || text.allSatisfy { $0 == "9" }
      guard !isOpen else { return nil }
      let plain =
        text.utf8.count == 8 ? "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))" : text
      if let date = CalendarDate(plain) { return date }
      record.findings.append(SupplyFindings.badDate(file, session.line, text))
      return nil
    }
    let (start, end) = (day("debut"), day("fin"))
    if let start, let end, end < start {
      record.findings.append(SupplyFindings.reversed(file, session.line))
      return (nil, nil)
    }
    return (start, end)
  }

  private static func place(_ place: RecordElement?) -> TrainingOffer.Place {
    guard
      let address = place?.first("coordonnees", "adresse") ?? place?.first("adresse")
    else { return TrainingOffer.Place() }
    let code = SpreadsheetCode.restored(address.value("code-INSEE-commune"), width: 5)
    let postcode = address.value("codepostal")
    let department = address.value("departement")
    return TrainingOffer.Place(
      commune: SupplyColumns.text(code.isEmpty ? address.value("ville") : code, limit: 200),
      department: SupplyColumns.text(
        department.isEmpty ? Self.department(ofPostcode: postcode) : department, limit: 200),
      region: SupplyColumns.text(address.value("region"), limit: 200))
  }

  /// The two digits in front, three overseas; Corsica’s 20 is two départements.
  private static func department(ofPostcode code: String) -> String {
    guard code.utf8.count == 5, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return "" }
    if code.hasPrefix("97") || code.hasPrefix("98") { return String(code.prefix(3)) }
    if code.hasPrefix("20") { return code >= "20200" ? "2B" : "2A" }
    return String(code.prefix(2))
  }

  private static func first(_ texts: [String?]) -> String {
    SupplyColumns.text(texts.lazy.compactMap { $0 }.first { !$0.isEmpty } ?? "", limit: 300)
  }
}
