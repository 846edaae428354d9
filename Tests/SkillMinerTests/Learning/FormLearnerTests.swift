import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// Learning on invented offers in which one turn of phrase goes with one item.
@Suite struct FormLearnerTests {
  private static func offer(_ row: Int, _ text: String, declares code: OGRCode?) -> DeclaringOffer {
    DeclaringOffer(
      offer: Int64(row), identifier: "offre-\(row)", title: "Employé de libre-service",
      description: "Vos missions : \(text), servir le client de Zzyzx Distribution.",
      occupation: ROMECode("D1507"), employer: "Zzyzx Distribution", employerKey: "employeur \(row % 7)",
      declared: code.map { [JobOffer.DeclaredCompetency(code: $0, label: "x", required: nil)] } ?? [])
  }

  private func offers() throws -> (offers: [DeclaringOffer], item: OGRCode, other: OGRCode) {
    let release = try EmbeddedTaxonomy.release()
    let items = release.competencies.filter { $0.kind == .knowHow }
    let item = try #require(items.first { $0.label.contains("stocks") }).code
    let other = try #require(items.first { $0.label.contains("vitres") }).code
    let with = (0..<12).map { Self.offer($0, "tenir les piles hautes", declares: item) }
    let without = (12..<60).map { Self.offer($0, "nettoyer les vitres", declares: other) }
    return (with + without, item, other)
  }

  @Test func aTurnOfPhraseIsProposedWithItsEvidence() throws {
    let (offers, item, _) = try offers()
    let lexicon = try EmbeddedEngine.shared.get().lexicon
    let proposals = try FormLearner(lexicon: lexicon).proposals(from: offers)
    let found = try #require(proposals.first { $0.phrase.contains("piles") }, "\(proposals.map(\.phrase))")
    #expect(found.code == item)
    #expect(found.offers == 12 && found.phraseOffers == 12 && found.share == 1)
    #expect(found.employers == 7)
    #expect(found.g2 > 15)
    #expect(found.examples.count == 5)
    #expect(found.examples.allSatisfy { $0.sentence.contains("tenir les piles") })
    #expect(
      found.examples.allSatisfy { $0.sentence.contains("[employeur]") && !$0.sentence.contains("Zzyzx") })
    #expect(try FormLearner(lexicon: lexicon).proposals(from: offers) == proposals)
  }

  @Test func tooFewOffersOrEmployersProposeNothing() throws {
    let (offers, _, _) = try offers()
    let lexicon = try EmbeddedEngine.shared.get().lexicon
    var strict = LearningParameters()
    strict.minimumEmployers = 8
    #expect(try FormLearner(lexicon: lexicon, parameters: strict).proposals(from: offers).isEmpty)
    strict = LearningParameters()
    strict.minimumOffers = 13
    let many = try FormLearner(lexicon: lexicon, parameters: strict).proposals(from: offers)
    #expect(!many.contains { $0.phrase.contains("piles") })
    #expect(try FormLearner(lexicon: lexicon).proposals(from: []).isEmpty)
  }

  /// What was learned on one half is found on the other; measured, not assumed.
  @Test func theMeasureSeesWhatIsGained() throws {
    let (offers, _, _) = try offers()
    let measure = try LearningMeasure(
      offers, release: try EmbeddedTaxonomy.release(), overlays: try Overlays.embedded(),
      parameters: LearningParameters())
    #expect(measure.offers == 60 && measure.items == 60 && measure.unknown == 0)
    #expect(measure.forms.allSatisfy { $0 > 0 })
    #expect(measure.after.declared > measure.before.declared)
  }

  @Test func proposalsComeBackFromTheirFile() throws {
    let proposal = PhraseProposal(
      phrase: "tenir le quai", code: OGRCode(number: 3), label: "Gérer, un stock", family: "ogr-3",
      g2: 33.456, within: 8,
      offers: 5, employers: 4, phraseOffers: 10, newOffers: 3,
      examples: [.init(offer: "a", sentence: "=Il faut \"tenir le quai\"")])
    let folder = try ScratchFolder()
    let entries = try ProposalsFile.read(path: folder.write(ProposalsFile.text([proposal]), to: "p.csv"))
    #expect(entries.count == 1)
    #expect(entries[0].phrase == "tenir le quai" && entries[0].g2 == 33.46 && entries[0].rank == 1)
    #expect(entries[0].examples == ["[a] =Il faut \"tenir le quai\""])
    #expect(entries[0].support == "5 offres sur 10, 4 employeurs, 3 nouvelles")
  }
}
