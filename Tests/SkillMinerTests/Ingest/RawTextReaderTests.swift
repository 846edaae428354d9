import Taxonomy
import Testing

@testable import SkillMiner

@Suite struct RawTextReaderTests {
  /// Whatever markup stands in a field, a mention's offsets cut the mention out of the field as it was given.
  @Test func offsetsCountInTheFieldAsGiven() throws {
    let engine = try ReadingEngine(release: StoreFixtures.release(), overlays: .none)
    let texts = [
      "Préparer une commande", "<p>Vous savez&nbsp;: <b>préparer une commande</b></p>",
      "Ligne\\r\\nPréparer une commande", "&amp;eacute; puis CACES R489",
    ]
    let offers = texts.map { GivenTexts(title: "Cariste", description: $0, occupation: nil) }
    let one = try RawTextReader(engine: engine, threads: 1).read(offers)
    let two = try RawTextReader(engine: engine, threads: 2).read(offers)
    #expect(one == two)
    for (offer, mentions) in zip(offers, one) {
      for mention in mentions {
        let field = mention.field == .title ? offer.title : offer.description
        #expect(mention.start >= 0 && mention.start < mention.end)
        #expect(mention.end <= field.unicodeScalars.count)
      }
    }
  }

  @Test func manyOffersComeBackInTheirOrder() throws {
    let engine = try ReadingEngine(release: StoreFixtures.release(), overlays: .none)
    let offers = (0..<500).map { number in
      GivenTexts(
        title: "T", description: String(repeating: "CACES R489. ", count: number % 7), occupation: nil)
    }
    let reader = try RawTextReader(engine: engine, threads: 2)
    let all = reader.read(offers)
    #expect(all.count == 500)
    for (index, offer) in offers.enumerated() where index % 50 == 0 {
      #expect(all[index] == reader.read([offer])[0])
    }
  }
}
