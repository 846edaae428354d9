import Taxonomy
import Testing

@testable import SkillMiner

@Suite struct RawTextReaderTests {
  /// Whatever markup stands in a field, a mention's offsets cut the mention out of the field as it was given.
  @Test(arguments: [false, true]) func offsetsCountInTheFieldAsGiven(exact: Bool) throws {
    let engine = try ReadingEngine(release: StoreFixtures.release(), overlays: .none)
    let texts = [
      "Préparer une commande", "<p>Vous savez&nbsp;: <b>préparer une commande</b></p>",
      "Ligne\\r\\nPréparer une commande", "&amp;eacute; puis CACES R489",
    ]
    let reader = try RawTextReader(engine: engine, exact: exact)
    for text in texts {
      let offer = GivenTexts(title: "Cariste", description: text, occupation: nil)
      let mentions = reader.read(offer)
      // What was read before leaves no trace.
      #expect(mentions == (try RawTextReader(engine: engine, exact: exact).read(offer)))
      for mention in mentions {
        let field = mention.field == .title ? offer.title : offer.description
        #expect(mention.start >= 0 && mention.start < mention.end)
        #expect(mention.end <= field.unicodeScalars.count)
      }
    }
  }

  @Test func exactReadingProposesNoPhrases() throws {
    let engine = try ReadingEngine(
      release: try EmbeddedTaxonomy.release(), overlays: try Overlays.embedded())
    let offer = GivenTexts(
      title: "Cariste",
      description: "Vous préparez les commandes. CACES R489 catégorie 3. Maîtrise d’Excel.", occupation: nil)
    let mentions = try RawTextReader(engine: engine, exact: true).read(offer)
    #expect(mentions.contains { $0.origin == "grammar" && $0.kind == .credential })
    #expect(mentions.allSatisfy { $0.origin == "grammar" || $0.origin.hasPrefix("form:") })
    #expect(
      mentions
        == mentions.sorted { ($0.field == .title ? 0 : 1, $0.start) < ($1.field == .title ? 0 : 1, $1.start) }
    )
  }
}
