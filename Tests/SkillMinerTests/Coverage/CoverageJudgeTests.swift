import Taxonomy
import Testing

@testable import SkillMiner

/// Every branch of STATISTICS, section 6, on texts and mentions made by hand, so that the rules are tested and not
/// the extractor.
@Suite struct CoverageJudgeTests {
  private let release = TaxonomyRelease(
    name: "essai", digest: "0", occupations: [], appellations: [],
    competencies: [
      item(100, "Gérer un entrepôt", .macro),
      item(101, "Gérer les stocks", .knowHow, macro: 100),
      item(102, "Contrôler la réception", .knowHow, macro: 100),
      item(103, "Gérer les stocks de produits frais", .knowHow),
      item(104, "Stocks", .knowledge),
      item(105, "Polir un bijou", .knowHow),
      item(300, "Conduire un chariot élévateur", .knowHow),
      item(200, "Chariots automoteurs (CACES R 489)", .knowledge, nature: .credential),
      item(201, "Conduite de chariot cavalier", .knowledge, nature: .credential),
    ], links: [])

  private let judge: CoverageJudge

  init() throws {
    let (gestures, _) = CredentialGestures.read(
      records: [(2, ["caces-r489", "conduite chariot|transpalette porté", "300", "le geste"])],
      file: "gestes.csv")
    let (implied, _) = ImpliedCredentials.read(
      records: [
        (2, ["caces-r489", "titre|prerequis", "conducteur de chariots", "remorque", "RNCP77", "essai"])
      ], file: "implique.csv")
    judge = CoverageJudge(
      lexicon: try Lexicon(release: release, overlays: .none),
      tables: CoverageTables(gestures: gestures, implied: implied))
  }

  private let stocks = CompetencyFamily(
    id: "stocks", label: "Gérer les stocks", kind: .knowHow, codes: [OGRCode(number: 101)])
  private let caces = CompetencyFamily(
    id: "caces-r489", label: "CACES R489 (chariots)", kind: .credential,
    codes: [OGRCode(number: 200), OGRCode(number: 201)])

  private static func item(
    _ code: Int32, _ label: String, _ kind: Competency.Kind, nature: Competency.Nature = .ordinary,
    macro: Int32? = nil
  ) -> Competency {
    Competency(
      code: OGRCode(number: code), label: label, kind: kind, nature: nature,
      macro: macro.map { OGRCode(number: $0) })
  }

  private func text(
    _ sentence: String, found code: Int32? = nil, family: String? = nil,
    place: BlockPassage.Place = .sentence,
    stance: Stance = .mission
  ) -> CertificationText {
    var mentions: [Mention] = []
    if code != nil || family != nil {
      mentions = [
        Mention(
          field: .description, start: 0, end: sentence.unicodeScalars.count,
          code: code.map { OGRCode(number: $0) }, family: family, kind: .knowHow, stance: stance,
          origin: "essai")
      ]
    }
    let filler = BlockPassage(place: .sentence, code: "BC01", text: "Accueillir le public")
    return CertificationText(passages: [
      CertificationText.Passage(filler, mentions: []),
      CertificationText.Passage(BlockPassage(place: place, code: "BC02", text: sentence), mentions: mentions),
    ])
  }

  private func expect(
    _ verdict: CoverageVerdict, _ level: CoverageVerdict.Level, _ reason: CoverageVerdict.Reason,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(verdict.level == level, sourceLocation: sourceLocation)
    #expect(verdict.reason == reason, sourceLocation: sourceLocation)
    #expect((verdict.passage?.code == "BC02") == (reason != .absent), sourceLocation: sourceLocation)
  }

  @Test func coveredByAForm() {
    expect(judge.verdict(of: stocks, in: text("Tenir le stock", found: 101)), .covered, .form)
    expect(judge.verdict(of: stocks, in: text("Tenir le stock", family: "stocks")), .covered, .form)
  }

  @Test func coveredByANarrowerItem() {
    expect(judge.verdict(of: stocks, in: text("Suivre le frais", found: 103)), .covered, .narrower)
    let whole = CompetencyFamily(
      id: "entrepot", label: "Piloter un site", kind: .knowHow, codes: [OGRCode(number: 100)])
    expect(judge.verdict(of: whole, in: text("Suivre le frais", found: 101)), .covered, .narrower)
  }

  @Test func coveredWordForWord() {
    expect(judge.verdict(of: stocks, in: text("Savoir gérer les stocks du rayon")), .covered, .wordForWord)
  }

  @Test func coveredByTheWordsOfTheLabel() {
    expect(judge.verdict(of: stocks, in: text("Gérer au quotidien les stocks")), .covered, .words)
  }

  @Test func partialByABroaderItem() {
    expect(judge.verdict(of: stocks, in: text("Diriger un site", found: 100)), .partial, .broader)
    expect(judge.verdict(of: stocks, in: text("Notions diverses", found: 104)), .partial, .broader)
  }

  @Test func partialByASibling() {
    expect(judge.verdict(of: stocks, in: text("Voir les livraisons", found: 102)), .partial, .sibling)
  }

  @Test func missing() {
    expect(judge.verdict(of: stocks, in: text("Polir", found: 105)), .missing, .absent)
    expect(judge.verdict(of: stocks, in: text("Sans tenue", found: 101, stance: .negated)), .missing, .absent)
  }

  @Test func titleCoversWordForWordOnly() {
    expect(judge.verdict(of: stocks, in: text("Gérer les stocks", place: .title)), .covered, .wordForWord)
    expect(judge.verdict(of: stocks, in: text("Stockiste", found: 101, place: .title)), .missing, .absent)
    expect(judge.verdict(of: stocks, in: text("Gérer les stocks", place: .prerequisites)), .missing, .absent)
  }

  @Test(arguments: [BlockPassage.Place.sentence, .blockTitle, .title, .prerequisites])
  func licenceCoveredWhereItIsNamed(place: BlockPassage.Place) {
    expect(judge.verdict(of: caces, in: text("Être titulaire du R 489", place: place)), .covered, .named)
    expect(
      judge.verdict(of: caces, in: text("Détenir le CACES chariots", found: 200, place: place)), .covered,
      .named)
  }

  @Test func licencePartialWhereOnlyTheGestureIsTaught() {
    expect(
      judge.verdict(of: caces, in: text("Conduire en sécurité des chariots de la catégorie 1A", found: 200)),
      .partial, .gesture)
    expect(judge.verdict(of: caces, in: text("Conduire un engin de levage", found: 300)), .partial, .gesture)
    expect(judge.verdict(of: caces, in: text("Assurer la conduite d’un chariot")), .partial, .gesture)
    expect(judge.verdict(of: caces, in: text("Conduite de chariot cavalier au port")), .partial, .gesture)
  }

  @Test func licenceMissing() {
    expect(judge.verdict(of: caces, in: text("Gérer les stocks", found: 101)), .missing, .absent)
    expect(
      judge.verdict(of: caces, in: text("Conduire un chariot", found: 300, place: .title)), .missing, .absent)
  }

  @Test func licenceSupposedByTheTitleOrWhatIsAskedBefore() {
    for place in [BlockPassage.Place.title, .prerequisites] {
      expect(judge.verdict(of: caces, in: text("Conducteur de chariots", place: place)), .covered, .implied)
      expect(
        judge.verdict(of: caces, in: text("Conducteur de chariots à remorque", place: place)), .missing,
        .absent)
    }
    expect(judge.verdict(of: caces, in: text("Conducteur de chariots")), .missing, .absent)
  }

  @Test func withoutSentencesNothingIsJudged() {
    let title = BlockPassage(place: .blockTitle, code: "BC01", text: "Gérer les stocks")
    let text = CertificationText(passages: [CertificationText.Passage(title, mentions: [])])
    #expect(!text.isEvaluable)
  }

  @Test func mentionOutsideItsSentenceMarksNothing() {
    let passage = CertificationText.Passage(
      BlockPassage(place: .sentence, code: "BC01", text: "court"), mentions: [])
    let mention = Mention(
      field: .description, start: 2, end: 99, code: nil, family: nil, kind: .knowHow, stance: .mission,
      origin: "")
    #expect(passage.words(of: mention).words.isEmpty)
  }
}
