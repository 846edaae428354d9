/// Appends one record in the project's JSON-lines shape.
struct RecordWriter {
  let plan: CorpusPlan
  let seed: UInt64

  /// - Parameters:
  ///   - index: the record's own index, which decides its date, source and place.
  ///   - identity: the index that gives the id, an earlier one for duplicates and new versions.
  ///   - month: the month the record is dated in.
  ///   - addition: a sentence after the text, JSON-escaped.
  func append(
    _ offer: ComposedOffer, index: Int, identity: Int, month: Int, place: Place, addition: Bytes?,
    to buffer: inout Bytes
  ) {
    var random = SeededGenerator(seed: seed ^ 0xDA7E, stream: UInt64(index))
    // What belongs to the advertisement, not to its publication, is drawn from its own index.
    var own = SeededGenerator(seed: seed ^ 0x0FFE, stream: UInt64(identity))
    let occupation = plan.bank.occupations[offer.occupation]
    buffer.append("{\"id\":\"D")
    buffer.appendNumber(identity, width: 8)
    buffer.append("\",\"sources\":[\"")
    if month >= plan.feedMonth, random.chance(CorpusPlan.feedShare) {
      buffer.append("flux-partenaire")
    } else {
      buffer.append(random.chance(0.3) ? "flux-regional" : "flux-national")
    }
    buffer.append("\"],\"title\":\"")
    buffer.append(contentsOf: offer.title)
    buffer.append("\",\"description\":\"")
    buffer.append(contentsOf: offer.description)
    if let addition { buffer.append(contentsOf: addition) }
    buffer.append("\",\"date_created\":\"")
    appendDate(month: month, to: &buffer, &random)
    buffer.append("\"")
    if own.chance(0.75) { append("rome_code", Bytes(occupation.rome.utf8), to: &buffer) }
    append("location", place.label, to: &buffer)
    append("postcode", place.postcode, to: &buffer)
    if random.chance(0.85) { append("commune", place.commune, to: &buffer) }
    if own.chance(0.88) { append("company", offer.employer, to: &buffer) }
    if own.chance(0.7) {
      append("naf", Bytes((offer.isAgency ? "78.20Z" : occupation.naf).utf8), to: &buffer)
    }
    buffer.append(",\"contract\":\"")
    let contract = own.below(10)
    buffer.append(offer.isAgency ? "MIS" : contract < 6 ? "CDI" : contract < 9 ? "CDD" : "SAI")
    buffer.append("\"")
    if offer.experience.utf8CodeUnitCount > 0 {
      buffer.append(",\"experience\":\"")
      buffer.append(offer.experience)
      buffer.append("\"")
    }
    buffer.append("}\n")
  }

  private func append(_ key: StaticString, _ value: Bytes, to buffer: inout Bytes) {
    buffer.append(",\"")
    buffer.append(key)
    buffer.append("\":\"")
    buffer.append(contentsOf: value)
    buffer.append("\"")
  }

  private func appendDate(month: Int, to buffer: inout Bytes, _ random: inout SeededGenerator) {
    let (year, number) = plan.window.yearAndMonth(month)
    buffer.appendNumber(year, width: 4)
    buffer.append("-")
    buffer.appendNumber(number, width: 2)
    buffer.append("-")
    buffer.appendNumber(1 + random.below(plan.window.days(in: month)), width: 2)
    buffer.append("T")
    buffer.appendNumber(6 + random.below(14), width: 2)
    buffer.append(":")
    buffer.appendNumber(random.below(60), width: 2)
    buffer.append(":")
    buffer.appendNumber(random.below(60), width: 2)
    buffer.append(".000Z")
  }
}
