/// Lays the parts of an offer out in one of the document styles.
struct OfferLayout {
  let experience: [Bytes]
  let noDiploma: [Bytes]
  private let company: [FrameLine]
  private let context: [FrameLine]
  private let agencyIntro: [FrameLine]
  private let softSentences: [FrameLine]
  private let boilerplate: [Bytes]
  private let missionHeadings: [Bytes]
  private let profileHeadings: [Bytes]
  private let offerHeadings: [Bytes]
  private let benefits: [Bytes]
  private let agencyClose: [Bytes]
  private let close: [Bytes]

  init(bank: PhraseBank) throws {
    let frame = bank.frame
    func bytes(_ section: String) throws -> [Bytes] { try frame.texts(section).map { Bytes($0.utf8) } }
    company = try frame.lines("company")
    context = try frame.lines("context")
    agencyIntro = try frame.lines("agency intro")
    softSentences = try frame.lines("soft sentence")
    experience = try bytes("experience")
    noDiploma = try bytes("no diploma")
    boilerplate = try bytes("boilerplate")
    missionHeadings = try bytes("missions heading")
    profileHeadings = try bytes("profile heading")
    offerHeadings = try bytes("offer heading")
    benefits = try bytes("benefits")
    agencyClose = try bytes("agency close")
    close = try bytes("close")
  }

  func write(
    parts: OfferParts, style: DocumentStyle, place: Place, occupation: OccupationProfile,
    into offer: inout ComposedOffer, _ random: inout SeededGenerator
  ) {
    // The buffer moves to the page and back, so that it keeps its capacity.
    var buffer: Bytes = []
    swap(&buffer, &offer.description)
    var page = Page(style: style, bytes: buffer, &random)
    buffer = []
    let words = Words(employer: offer.employer, city: place.name, title: offer.title, soft: parts.soft)
    if style == .agency {
      page.sentence(random.pick(agencyIntro), words)
    } else if random.chance(style == .terse ? 0.6 : 0.75) {
      page.sentence(random.pick(company), words)
    }
    if style != .terse {
      for _ in 0..<random.below(4) { page.sentence(random.pick(boilerplate)) }
      if random.chance(0.5) { page.sentence(random.pick(context), words) }
    }
    for line in parts.boilerplate { page.sentence(line) }
    if style == .paragraphs || style == .terse {
      writeParagraphs(parts, words, occupation, &page, &random)
    } else {
      writeSections(parts, words, &page, &random)
    }
    if random.chance(style == .agency ? 0.7 : 0.1) { page.sentence(random.pick(agencyClose)) }
    if random.chance(0.6) { page.sentence(random.pick(close)) }
    swap(&offer.description, &page.bytes)
  }

  private func writeSections(
    _ parts: OfferParts, _ words: Words, _ page: inout Page, _ random: inout SeededGenerator
  ) {
    page.heading(random.pick(missionHeadings), &random)
    let form = random.below(3)
    for task in parts.missions { page.item(task, form: form) }
    page.heading(random.pick(profileHeadings), &random)
    let asList = random.chance(0.5)
    for line in parts.profile {
      if asList { page.item(line) } else { page.sentence(line) }
    }
    if !parts.soft.isEmpty { page.sentence(random.pick(softSentences), words) }
    let count = random.below(6)
    if count > 0 || !parts.benefits.isEmpty {
      if random.chance(0.5) { page.heading(random.pick(offerHeadings), &random) } else { page.lineBreak() }
      for line in parts.benefits { page.item(line) }
      // A stride through the list, so that no benefit is named twice.
      let start = random.below(benefits.count)
      for rank in 0..<count { page.item(benefits[(start + rank * 11) % benefits.count]) }
    }
  }

  private func writeParagraphs(
    _ parts: OfferParts, _ words: Words, _ occupation: OccupationProfile, _ page: inout Page,
    _ random: inout SeededGenerator
  ) {
    var start = 0
    var isFirst = true
    while start < parts.missions.count {
      let end = min(start + 1 + random.below(3), parts.missions.count)
      if isFirst, !occupation.places.isEmpty, random.chance(0.4) {
        page.bytes.append("Dans ")
        page.bytes.append(contentsOf: random.pick(occupation.places))
        page.bytes.append(", vous ")
        page.enumerate(parts.missions[start..<end]) { $0.present }
      } else {
        switch random.below(5) {
        case 0:
          page.bytes.append("Vous êtes chargé(e) ")
          page.enumerate(parts.missions[start..<end]) { $0.ofInfinitive }
        case 1:
          page.bytes.append("Vos missions : ")
          page.enumerate(parts.missions[start..<end]) { $0.infinitive }
        case 2: page.enumerate(parts.missions[start..<end], capitalised: true) { $0.nominal }
        default:
          page.bytes.append("Vous ")
          page.enumerate(parts.missions[start..<end]) { $0.present }
        }
      }
      page.endSentence()
      isFirst = false
      start = end
    }
    page.lineBreak()
    for line in parts.profile { page.sentence(line) }
    if !parts.soft.isEmpty { page.sentence(random.pick(softSentences), words) }
    for line in parts.benefits { page.sentence(line) }
    let firstBenefit = random.below(benefits.count)
    for rank in 0..<random.below(3) { page.sentence(benefits[(firstBenefit + rank * 11) % benefits.count]) }
  }
}
