import Taxonomy

/// Judges the fields of a record: an offer, or the reason why not.
struct OfferBuilder {
  let reader: OfferReader

  /// - Parameters:
  ///   - defaultSource: feed name when neither the record nor the caller gives one.
  ///   - warnings: what was put right so far.
  ///   - rawBytes: the record for quarantine.
  func build(
    _ raw: RawOffer, at place: RecordPlace, defaultSource: String, warnings: [Finding],
    rawBytes: () -> [UInt8]
  ) -> OfferRecord {
    let findings = OfferFindings(place: place)
    func reject(_ finding: Finding) -> OfferRecord {
      .quarantined(finding, raw: Array(rawBytes().prefix(OfferReader.rawLimit)))
    }
    guard let id = raw[.id] else { return reject(findings.withoutID()) }
    if id.utf8.count > OfferReader.identifierLimit {
      return reject(
        findings.fieldTooLong(RawOffer.Field.id.name, id.utf8.count, limit: OfferReader.identifierLimit))
    }
    if let field = raw.overlong(limit: OfferReader.fieldLimit) {
      return reject(findings.fieldTooLong(field.field, field.bytes, limit: OfferReader.fieldLimit))
    }
    var raw = raw
    let doubled = raw.undoDoubleEncoding()
    let given = raw[.description] ?? ""
    if given.utf8.count > OfferReader.descriptionLimit { return reject(findings.tooLong(given.utf8.count)) }
    let description = OfferCleaning.clean(given).text
    guard description.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      return reject(findings.withoutText(id))
    }
    if reader.frenchOnly, let language = LanguageCheck.otherLanguage(description) {
      return reject(findings.otherLanguage(id, language))
    }
    var warnings = warnings
    if !doubled.repaired.isEmpty { warnings.append(findings.doubleEncoding(id, doubled.repaired)) }
    if !doubled.doubtful.isEmpty { warnings.append(findings.mixedEncoding(id, doubled.doubtful)) }
    let title = clean(raw[.title]) ?? ""
    if title.isEmpty { warnings.append(findings.withoutTitle(id)) }
    var offer = JobOffer(
      id: id, source: raw[.source] ?? reader.source ?? defaultSource,
      title: ContactRedaction.redact(title), description: ContactRedaction.redact(description))
    if let text = raw[.created] {
      offer.created = FeedDate.read(text).flatMap { $0.year < OfferReader.firstYear ? nil : $0 }
      if offer.created == nil { warnings.append(findings.unreadableDate(id, text)) }
    } else {
      warnings.append(findings.withoutDate(id))
    }
    if let created = offer.created, created > reader.today { return reject(findings.futureDate(id, created)) }
    if let text = raw[.occupation] {
      offer.occupation = ROMECode(text).flatMap { reader.knownOccupations?.contains($0) ?? true ? $0 : nil }
      if offer.occupation == nil { warnings.append(findings.unknownOccupation(id, text)) }
    }
    fill(&offer, from: raw)
    return .offer(offer, place: place, warnings: warnings)
  }

  private func fill(_ offer: inout JobOffer, from raw: RawOffer) {
    offer.updated = raw[.updated].flatMap(FeedDate.read).flatMap {
      $0.year < OfferReader.firstYear ? nil : $0
    }
    offer.occupationLabel = raw[.occupationLabel]
    offer.appellation = clean(raw[.appellation])
    offer.place = clean(raw[.place])
    offer.postcode = raw[.postcode].map { SpreadsheetCode.restored($0, width: 5) }
    offer.commune = raw[.commune].map { SpreadsheetCode.restored($0, width: 5) }
    offer.latitude = raw[.latitude].flatMap { Self.coordinate($0, limit: 90) }
    offer.longitude = raw[.longitude].flatMap { Self.coordinate($0, limit: 180) }
    offer.employer = clean(raw[.employer])
    offer.naf = raw[.naf]
    offer.sectorLabel = raw[.sector]
    offer.contract = raw[.contract]
    offer.experience = raw[.experience]
    offer.qualification = raw[.qualification]
    offer.declared = raw.declared
    offer.softSkills = raw.softSkills
    // Employers write comments into this field.
    offer.trainings = raw.trainings.map { ContactRedaction.redact(OfferCleaning.clean($0).text) }
    offer.languages = raw.languages
    offer.licences = raw.licences
    offer.positions = raw[.positions].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    // An address of a person is no address of an offer.
    offer.url = raw[.url].flatMap { ContactRedaction.isPersonal($0) ? nil : $0 }
  }

  private func clean(_ text: String?) -> String? { text.map { OfferCleaning.clean($0).text } }

  private static func coordinate(_ text: String, limit: Double) -> Double? {
    Double(text.replacing(",", with: ".")).flatMap { abs($0) <= limit ? $0 : nil }
  }
}
