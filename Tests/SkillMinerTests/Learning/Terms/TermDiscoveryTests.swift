import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// A term nobody knows, planted in offers whose other words are ordinary.
@Suite struct TermDiscoveryTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func store() throws -> Store {
    let store = try Store(path: folder.path("s.sqlite"), access: .readWrite)
    let engine = try EmbeddedEngine.shared.get()
    let importer = OfferImporter(
      store: store, engine: engine, places: .none, today: StoreFixtures.today, source: "essai")
    _ = try TaxonomyImporter(store: store, overlays: try Overlays.embedded(), today: StoreFixtures.today)
      .importRelease(try EmbeddedTaxonomy.release(), file: "rome")
    var lines: [String] = []
    for year in [2023, 2024] {
      for number in 0..<120 {
        // The planted term: 5 of 120 offers, then 60, never of the employer of every third: the change of one employer
        // that large is no change of demand. Nor must that company's name pass for a term.
        let asks = year == 2023 ? number % 24 == 1 : number % 3 != 0 && number % 4 < 3
        let words = ["indispensable", "exigée", "attendue", "requise"][number / 2 % 4]
        let term = asks ? "Maîtrise du logiciel Zorvalex Planner \(words).\\n" : ""
        lines.append(
          "{\"id\":\"\(year)-\(number)\",\"title\":\"Préparateur de commandes\","
            + "\"description\":\"Vos missions :\\n- Préparer les commandes du lot \(number * 7919 % 997).\\n"
            + "- Gérer les stocks de la zone \(number * 31 % 89).\\nProfil recherché :\\n\(term)"
            + "Connaissance de Brumaire Logistique appréciée, équipe numéro \(number * 17 % 83).\","
            + "\"company\":\"\(number % 3 == 0 ? "Brumaire Logistique" : "Employeur \(number / 2)")\","
            + "\"date_created\":\"\(year)-0\(1 + number % 6)-10\"}")
      }
    }
    let record = try #require(
      try importer.importFiles([folder.write(lines.joined(separator: "\n"), to: "o.jsonl")]).first)
    #expect(record.counts.ingested == 240)
    return store
  }

  @Test func aPlantedTermIsFoundTestedAndAccepted() throws {
    let store = try store()
    let lexicon = try EmbeddedEngine.shared.get().lexicon
    let january = 2023 * 12
    let windows = try #require(
      SignalWindows(recent: january + 12...january + 17, reference: january...january + 5))
    var request = SignalRequest(scope: CubeScope(), title: "essai", windows: windows, options: [])
    request.disclosure = .fullDetail
    let result = try TermDiscovery(lexicon: lexicon).run(store, request)
    #expect(result.offers == 240)
    let term = try #require(result.terms.first { $0.phrase.lowercased().contains("zorvalex") })
    #expect(term.row.kind == .growing)
    #expect((30...65).contains(term.offers))
    #expect(term.employers >= 5 && term.sources == 1)
    #expect(term.examples.count == 5 && term.examples.allSatisfy { $0.sentence.contains("Zorvalex") })
    #expect(!result.terms.contains { $0.phrase.lowercased() == "brumaire logistique" })
    // A part that stands nowhere else is no term of its own.
    #expect(!result.terms.contains { $0.phrase.lowercased() == "planner" })

    // The review reads the file, and a decision makes it an item of one's own.
    let path = try folder.write(TermsReport.csv(result), to: "t.csv")
    let entry = try #require(try ProposalsFile.read(path: path).first { $0.phrase == term.phrase })
    #expect(entry.target == .none && entry.examples.count == 5)
    var decisions = LexiconDecisions()
    decisions.decide(
      .init(
        phrase: entry.phrase, target: .local(label: "Zorvalex", kind: .tool), verdict: .accepted, who: "A",
        when: nil, why: ""))
    let again = try LexiconDecisions(path: folder.write(decisions.text, to: "d.csv"))
    #expect(again.decisions == decisions.decisions)
    var findings: [Finding] = []
    let forms = LearnedForms(decisions: again, release: lexicon.release, findings: &findings)
    #expect(findings.isEmpty && forms.forms.map(\.kind) == [.tool])
    try store.keep(forms)
    let overlays = try Overlays.of(store)
    #expect(overlays.families.contains { $0.id == "local-zorvalex" && $0.codes.isEmpty })
    let engine = try ReadingEngine(release: lexicon.release, overlays: overlays)
    let mention = try #require(
      try engine.extractor.makeWorker().extract(
        title: "", description: "Profil :\nMaîtrise du logiciel Zorvalex Planner.", occupation: nil
      ).first { $0.family == "local-zorvalex" })
    #expect(mention.code == nil && mention.stance.isDemand)
    // What is known is proposed no more.
    try ReleaseInstaller(store: store, today: StoreFixtures.today).install(engine, import: nil)
    let later = try TermDiscovery(lexicon: engine.lexicon).run(store, request)
    #expect(!later.terms.contains { $0.phrase.lowercased().contains("zorvalex") })
    #expect(try store.cube(CubeScope()).familyNames.values.contains("local-zorvalex"))
  }

  @Test func cValueFollowsItsFormula() {
    #expect(CValue.value(words: 1, frequency: 10, longer: []) == 10)
    #expect(CValue.value(words: 3, frequency: 12, longer: [4, 6]) == 2 * (12 - 5))
    #expect(CValue.value(words: 1, frequency: 5, longer: [5]) == 0)
  }

  @Test func targetsAreReadAsTheyAreWritten() {
    for target in [FormTarget.item(OGRCode(number: 7)), .local(label: "Power: BI", kind: .tool), .none] {
      #expect(FormTarget(target.description) == target)
    }
    for bad in ["local:", "local:magie:X", "local:tool: ", "douze", "-3"] { #expect(FormTarget(bad) == nil) }
  }
}
