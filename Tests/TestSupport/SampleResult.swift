import Foundation
public import SkillMiner
import Taxonomy

/// A result as an analyst could meet it, made by hand so that what renders it can be compared to the last character.
public enum SampleResult {
  /// The result; throws only when a code written here is no code.
  public static func make() throws -> AnalysisResult {
    let caces = try family(
      "caces-r489", "CACES R489 (chariots élévateurs, ancien R389)", .credential, [119977, 200067],
      offers: 62, employers: 41, territories: 12, provided: 18,
      CoverageVerdict(
        level: .partial, reason: .gesture,
        passage: BlockPassage(
          place: .sentence, code: "RNCP34860BC01",
          text: "Déplacer des charges avec un chariot à conducteur porté")))
    let stock = try family(
      "gestion-stocks", "Tenir un inventaire", .knowHow, [484_100], offers: 9, employers: 4, territories: 3,
      provided: 0, .missing)
    let parcels = try family(
      "preparation", "Préparer des commandes", .knowHow, [484_200], offers: 150, employers: 70,
      territories: 20,
      provided: 0,
      CoverageVerdict(
        level: .covered, reason: .form,
        passage: BlockPassage(place: .sentence, code: "RNCP34860BC01", text: "Préparer les commandes")))
    let rigour = try family(
      "rigueur", "Rigueur et précision", .softSkill, [300490], offers: 80, employers: 50, territories: 15,
      provided: 0, .missing)
    let preparer = try certification(
      "RNCP34860", "Préparateur de commandes en entrepôt", "2025-07-28", ["RNCP40001"])
    let seller = try certification("RNCP37098", "Conseiller de vente", "2028-01-25", [])
    let official = OccupationLinks(occupations: try ["N1103", "N1110"].map(rome), origin: .official)
    let proposed = OccupationLinks(occupations: [try rome("D1106")], origin: .proposed)

    var first = candidate(
      preparer, official, [caces], [.smallSupport, .expired],
      [
        evidence(
          "193ABCD", "2026-03-01", "67 - STRASBOURG", "Vous avez le CACES R489 en catégories 1 et 3.",
          "CACES R489"),
        evidence("<b>&", "2026-02-11", nil, "=CACES \"3\" & 5 exigés ; débutants acceptés", "CACES"),
      ])
    first.front = 1
    first.score = 0.91
    var second = candidate(seller, proposed, [stock, caces], [.proposedLinks, .undeclaredOccupations], [])
    second.front = 2
    second.score = 0.4
    func assessment(
      _ certification: Certification, _ links: OccupationLinks, _ status: CertificationAssessment.Status,
      _ families: [CertificationAssessment.Family], _ soft: [CertificationAssessment.Family]
    ) -> CertificationAssessment {
      CertificationAssessment(
        certification: certification, links: links, status: status,
        isExpired: certification.code.description == "RNCP34860", offers: status == .assessed ? 200 : 0,
        employers: status == .assessed ? 96 : 0, undeclaredOffers: 0, families: families, softSkills: soft)
    }
    return AnalysisResult(
      fingerprint: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", releases: releases(),
      today: try day("2026-10-01"), parameters: AnalysisParameters(), offers: 1234,
      window: try day("2025-10-01")...day("2026-09-30"),
      warnings: [
        Finding(
          severity: .warning, code: "ANALYSE-003", file: "analyse",
          message: "1 certification sans texte de compétences\u{A0}: non évaluable.",
          advice: "Importer un référentiel avec le texte des blocs.")
      ],
      assessments: [
        assessment(preparer, official, .assessed, [parcels, caces], [rigour]),
        assessment(seller, proposed, .assessed, [stock, caces], []),
        assessment(
          try certification("RNCP99999", "Certification sans texte", nil, []), proposed, .withoutText, [], []),
      ],
      candidates: [first, second])
  }

  /// What an invented analysis was made with.
  public static func releases(
    _ taxonomy: String = "ROME 4.60", lexicon: String = "beef", referential: String = "cafe",
    program: String = "0.1.0"
  ) -> ReleaseSet {
    ReleaseSet(
      taxonomy: taxonomy, taxonomyDigest: "digest of \(taxonomy)", lexicon: lexicon, program: program,
      certifications: 3, referential: referential)
  }

  private struct Unreadable: Error {}

  private static func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(text) else { throw Unreadable() }
    return day
  }

  private static func rome(_ text: String) throws -> ROMECode {
    guard let code = ROMECode(text) else { throw Unreadable() }
    return code
  }

  private static func certification(
    _ code: String, _ title: String, _ expiry: String?, _ successors: [String]
  ) throws -> Certification {
    guard let code = CertificationCode(code) else { throw Unreadable() }
    return Certification(
      code: code, title: title, level: 3, expiry: expiry.flatMap { CalendarDate($0) },
      successors: successors.compactMap { CertificationCode($0) })
  }

  private static func family(
    _ id: String, _ label: String, _ kind: CompetencyFamily.Kind, _ codes: [Int32], offers: Int,
    employers: Int, territories: Int, provided: Int, _ verdict: CoverageVerdict
  ) throws -> CertificationAssessment.Family {
    let interval = WilsonInterval(share: Double(offers) / 200, size: 160)
    return CertificationAssessment.Family(
      family: CompetencyFamily(id: id, label: label, kind: kind, codes: codes.map { OGRCode(number: $0) }),
      demand: DemandFigures(
        offers: offers, offersTotal: 200, effectiveSize: 160, interval: interval, employers: employers,
        territories: territories, provided: provided, largestEmployerShare: 0.1, undeclared: 0),
      verdict: verdict, isGap: verdict.level != .covered && kind != .softSkill)
  }

  private static func candidate(
    _ certification: Certification, _ links: OccupationLinks, _ families: [CertificationAssessment.Family],
    _ flags: [ModuleCandidate.Flag], _ evidence: [ModuleCandidate.Evidence]
  ) -> ModuleCandidate {
    let demand = families[0].demand
    return ModuleCandidate(
      certification: certification, links: links, families: families,
      name: ModuleNaming().name(families.map(\.family), occupations: links.occupations), demand: demand,
      criteria: ModuleCandidate.Criteria(
        demand: demand.interval.lower, employers: demand.employers, territories: demand.territories,
        depth: 0.5,
        transferability: 1, provided: demand.providedShare),
      flags: flags, evidence: evidence)
  }

  private static func evidence(
    _ offer: String, _ date: String, _ place: String?, _ sentence: String, _ mention: String
  ) -> ModuleCandidate.Evidence {
    let start =
      sentence.range(of: mention).map {
        sentence.unicodeScalars.distance(from: sentence.startIndex, to: $0.lowerBound)
      } ?? 0
    return ModuleCandidate.Evidence(
      offer: offer, date: CalendarDate(date), place: place, family: "caces-r489",
      passage: EvidencePassage(
        sentence: sentence, start: start, end: start + mention.unicodeScalars.count, stance: .required,
        code: nil))
  }
}
