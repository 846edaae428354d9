import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// Learned forms and families on their way from a file to the reading.
@Suite struct StoredLexiconTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func forms(_ phrase: String, _ code: Int32, release: TaxonomyRelease) throws -> LearnedForms {
    var decisions = LexiconDecisions()
    decisions.decide(
      .init(phrase: phrase, code: OGRCode(number: code), verdict: .accepted, who: "A", when: nil, why: ""))
    var findings: [Finding] = []
    let forms = LearnedForms(decisions: decisions, release: release, findings: &findings)
    #expect(findings.isEmpty)
    return forms
  }

  @Test func aMentionSaysThatALearnedFormFoundIt() throws {
    let release = try EmbeddedTaxonomy.release()
    var overlays = try Overlays.embedded()
    let item = try #require(
      release.competencies.first { $0.label.hasPrefix("Tailler") && $0.kind == .knowHow })
    let text = "Vos missions :\nFaire chanter les zinzolins."
    let before = try EmbeddedEngine.shared.get()
    let worker = try before.extractor.makeWorker()
    #expect(
      !worker.extract(title: "", description: text, occupation: nil).contains {
        $0.origin.hasPrefix("form:learned")
      })
    overlays.add(try forms("faire chanter les zinzolins", item.code.number, release: release))
    let after = try ReadingEngine(release: release, overlays: overlays)
    let mentions = try after.extractor.makeWorker().extract(title: "", description: text, occupation: nil)
    let learned = try #require(mentions.first { $0.origin.hasPrefix("form:learned") })
    #expect(learned.code == item.code && learned.kind == .knowHow && learned.stance == .mission)
    #expect(before.lexicon.digest != after.lexicon.digest)
    #expect(before.lexicon.digest != release.digest)
  }

  @Test func aStoreKeepsItsLexicon() throws {
    let store = try Store(path: folder.path("store.sqlite"), access: .readWrite)
    #expect(try store.learnedForms() == .none && store.writtenFamilies() == nil)
    let learned = try forms("faire du picking", 1, release: StoreFixtures.release())
    try store.keep(learned)
    #expect(try store.learnedForms() == learned)
    #expect(try Overlays.of(store).forms.last?.origin == .learned)
    try store.keep(families: "family,label,kind,codes\nessai,Essai,know-how,1 3\n")
    #expect(try Overlays.of(store).families.map(\.id) == ["essai"])
    try store.keep(LearnedForms.none)
    try store.keep(families: nil)
    #expect(try store.learnedForms() == .none && store.writtenFamilies() == nil)
  }

  @Test func aFormWithTheWordsOfAnotherLabelIsClaimed() throws {
    let release = try EmbeddedTaxonomy.release()
    func item(_ label: String) throws -> Competency {
      try #require(release.competencies.first { $0.label == label })
    }
    let claimant = try item("Gestion de projets informatiques")
    let other = try item("Gestion de projets e-commerce")
    var overlays = Overlays.none
    overlays.forms = [
      SurfaceForm(text: "gérer un projet informatique", code: other.code, kind: .knowledge, origin: .overlay),
      SurfaceForm(
        text: "gestion des projets informatiques", code: claimant.code, kind: .knowledge, origin: .overlay),
    ]
    let lexicon = try Lexicon(release: release, overlays: overlays)
    let claims = try lexicon.formClaims()
    #expect(claims.map(\.form.text) == ["gérer un projet informatique"])
    #expect(claims.first?.claimants.contains { $0.code == claimant.code } == true)
    let finding = try #require(try ClaimedFormRule.findings(in: lexicon).first)
    #expect(finding.code == "VALID-008" && finding.count == 1 && finding.file == release.name)
    #expect(
      finding.message.contains("gérer un projet informatique") && finding.message.contains("\(other.code)"))
    overlays.forms.removeFirst()
    #expect(try ClaimedFormRule.findings(in: Lexicon(release: release, overlays: overlays)).isEmpty)
  }

  @Test func familiesReadBackAreTheSame() throws {
    let release = try EmbeddedTaxonomy.release()
    let overlays = try Overlays.embedded()
    let lexicon = try EmbeddedEngine.shared.get().lexicon
    let text = try FamiliesFile.text(lexicon, written: overlays.families)
    #expect(text.contains("Mêmes mots"))
    let path = try folder.write(text, to: "familles.csv")
    var second = overlays
    second.families = try FamiliesFile.read(path: path).families
    #expect(second.families.count > overlays.families.count)
    let again = try Lexicon(release: release, overlays: second)
    #expect(again.families == lexicon.families)
    for item in release.competencies { #expect(again.family(of: item.code) == lexicon.family(of: item.code)) }
    // A line of its own keeps an item apart from its twins.
    let twins = try #require(lexicon.families.grouped.filter { $0.codes.count == 2 }.min { $0.id < $1.id })
    var apart = overlays
    apart.families = [
      CompetencyFamily(id: "seule", label: "Seule", kind: twins.kind, codes: [twins.codes[0]])
    ]
    let split = try Lexicon(release: release, overlays: apart)
    #expect(split.family(of: twins.codes[0]) == "seule" && split.family(of: twins.codes[1]) != "seule")
  }

  @Test func mistakesInFamiliesNameTheirLine() throws {
    for (row, code) in [
      ("b,B,magie,3", "LEXIQUE-009"), ("b,B,know-how,3 x", "LEXIQUE-002"), ("a,A,know-how,3", "LEXIQUE-006"),
    ] {
      let path = try folder.write("family,label,kind,codes\na,A,know-how,1\n\(row)\n", to: "f.csv")
      let error = #expect(throws: ReadingError.self) { try FamiliesFile.read(path: path) }
      #expect(error?.finding.code == code && error?.finding.line == 3)
    }
  }
}
