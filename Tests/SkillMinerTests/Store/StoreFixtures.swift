import Taxonomy
import TestSupport

@testable import SkillMiner

/// A small taxonomy and offers for tests of the store.
enum StoreFixtures {
  static let today = CalendarDate("2025-06-30") ?? day(1)

  static func day(_ n: Int) -> CalendarDate {
    guard let date = CalendarDate(year: 2025, month: 1 + n / 28 % 12, day: 1 + n % 28) else {
      preconditionFailure("days 1 to 28 exist in every month")
    }
    return date
  }

  static func rome(_ code: String) -> ROMECode {
    guard let code = ROMECode(code) else { preconditionFailure("bad fixture code \(code)") }
    return code
  }

  /// N1103 of version 3 has two descendants; M1805 did not change.
  static func release(digest: String = "a1") -> TaxonomyRelease {
    TaxonomyRelease(
      name: "Essai", digest: digest,
      occupations: [
        Occupation(code: rome("N1103"), label: "Préparation de commandes", parent: rome("N1103")),
        Occupation(code: rome("N1110"), label: "Gestion de stock", parent: rome("N1103")),
        Occupation(code: rome("M1805"), label: "Développement informatique", parent: rome("M1805")),
      ],
      appellations: [
        Appellation(
          code: OGRCode(number: 900), label: "Gestionnaire de stock / Gestionnaire de stocks",
          shortLabel: "Gestionnaire de stock", occupation: rome("N1110"))
      ],
      competencies: [
        Competency(code: OGRCode(number: 1), label: "Préparer une commande", kind: .knowHow),
        Competency(code: OGRCode(number: 2), label: "CACES R489", kind: .knowledge, nature: .credential),
        Competency(
          code: OGRCode(number: 3), label: "Gérer un stock", kind: .knowHow, macro: OGRCode(number: 4)),
        Competency(code: OGRCode(number: 4), label: "Gérer des flux", kind: .macro),
      ],
      links: [
        CompetencyLink(occupation: rome("N1103"), competency: OGRCode(number: 1), weight: .principal),
        CompetencyLink(occupation: rome("N1103"), competency: OGRCode(number: 2), weight: .emerging),
        CompetencyLink(occupation: rome("N1110"), competency: OGRCode(number: 3), weight: .ordinary),
      ],
      mobility: [MobilityLink(from: rome("N1103"), to: rome("N1110"), rank: 1)],
      sectors: [SectorLink(division: "52", occupation: rome("N1103"))])
  }

  static func offer(
    _ id: String, text: String, source: String = "essai", created: CalendarDate? = nil, place: String? = nil,
    url: String? = nil
  ) -> JobOffer {
    var offer = JobOffer(id: id, source: source, title: "Titre \(id)", description: text)
    offer.created = created
    offer.place = place
    offer.url = url
    return offer
  }

  static func prepared(_ offer: JobOffer, mentions: [Mention] = []) -> PreparedRecord {
    .offer(
      PreparedOffer(
        offer: offer, fingerprint: TextFingerprint(offer).bytes,
        employerKey: PlainKey.employer(offer.employer),
        occupations: offer.occupation.map { [OfferOccupation(code: $0, origin: .declared)] } ?? [],
        mentions: mentions))
  }

  static func mention(
    _ range: Range<Int>, field: Mention.Field = .description, code: Int32? = 2, family: String? = "caces",
    stance: Stance = .required
  ) -> Mention {
    Mention(
      field: field, start: range.lowerBound, end: range.upperBound, code: code.map { OGRCode(number: $0) },
      family: family, kind: .credential, stance: stance, origin: "form:label")
  }

  static func bad(_ line: Int) -> PreparedRecord {
    .quarantined(
      QuarantinedRecord(
        finding: Finding(
          severity: .record, code: "OFFRE-001", file: "essai.jsonl", line: line, message: "Cassé.",
          advice: "Réparez."), raw: Array("{".utf8)))
  }

  /// A store with the release installed; returns it with its extraction.
  static func store(_ path: String) throws -> (store: Store, extraction: Int64) {
    let store = try Store(path: path, access: .readWrite)
    let row = try store.save(release(), import: nil).row
    let extraction = try store.beginExtraction(release: row, lexicon: "l", today: today)
    try store.switchTo(extraction: extraction)
    return (store, extraction)
  }
}
