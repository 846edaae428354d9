import Taxonomy
import TestSupport
import Testing

@testable import SkillMiner

/// Reasons must tell what `extract` does: the same sums, the same decisions, the same items.
@Suite struct SpanReasonsTests {
  private static let offers = [
    GivenTexts(
      title: "Préparateur de commandes H/F",
      description: """
        Notre entreprise, leader de la logistique, recrute.
        Missions :
        - réceptionner les marchandises et contrôler les livraisons ;
        - préparer les commandes, gérer les stocks ;
        - assurer l’entretien du mobilier urbain.
        Profil : CACES 1 exigé, anglais courant, rigueur et esprit d’équipe. Une expérience serait un plus.
        """, occupation: ROMECode("N1103")),
    GivenTexts(
      title: "Cuisinier",
      description: "Vous élaborez des menus &amp; dressez les assiettes. Formation assurée.",
      occupation: nil),
    GivenTexts(title: "", description: "", occupation: nil),
  ]

  @Test func everyDemandIsKeptAndEveryKeptStretchIsRead() throws {
    let engine = try EmbeddedEngine.shared.get()
    let reader = try RawTextReader(engine: engine)
    let threshold = engine.lexicon.model.itemThreshold
    var compared = 0
    for offer in Self.offers {
      let mentions = reader.read(offer)
      let reasons = try reader.reasons(offer)
      for told in reasons where told.decision == .kept || told.decision == .grammar {
        let mention = try #require(
          mentions.first { $0.field == told.field && $0.start == told.start && $0.end == told.end })
        compared += 1
        if told.decision == .grammar {
          #expect(mention.origin == "grammar" && told.parts.isEmpty && told.candidates.isEmpty)
        }
        switch told.link {
        case .written(_, let item): #expect(mention.code == item.code)
        case .likely(let probability):
          let isLinked = Float(probability) >= threshold
          #expect(mention.code == (isLinked ? told.candidates.first?.item.code : nil))
        case .none: break
        }
      }
      for mention in mentions where mention.stance.isDemand {
        #expect(
          reasons.contains {
            $0.field == mention.field && $0.start == mention.start && $0.end == mention.end
              && ($0.decision == .kept || $0.decision == .grammar)
          }, "\(mention)")
      }
    }
    #expect(compared > 10)
  }

  @Test func amountsSumToTheDecision() throws {
    let reader = try RawTextReader(engine: try EmbeddedEngine.shared.get())
    for told in try Self.offers.flatMap({ try reader.reasons($0) }) where told.decision != .grammar {
      let sum = told.parts.reduce(0) { $0 + $1.amount }
      let probability = Double(LinkerModel.probability(Float(sum)))
      // Amounts below a two-hundredth are not told.
      #expect(abs(probability - told.probability) < 0.05)
      #expect(told.parts.map { abs($0.amount) } == told.parts.map { abs($0.amount) }.sorted(by: >))
      for (first, next) in zip(told.candidates, told.candidates.dropFirst()) {
        #expect(first.score >= next.score)
      }
      guard told.candidates.count > 1 else { continue }
      for candidate in told.candidates {
        let other = candidate.item.code == told.candidates[0].item.code ? 1 : 0
        let difference = candidate.score - told.candidates[other].score
        #expect(abs(difference - candidate.comparison.reduce(0) { $0 + $1.amount }) < 0.3)
      }
    }
  }

  @Test func theTextNamesTheDecisionAndItsReasons() throws {
    let engine = try EmbeddedEngine.shared.get()
    let reader = try RawTextReader(engine: engine)
    let offer = Self.offers[0]
    let words = ReasonsText(offer: offer, mentions: reader.read(offer), lexicon: engine.lexicon)
    let told = try reader.reasons(offer)
    let stocks = try #require(told.first { words.holds("GÉRER LES STOCKS", $0) && words.isMention($0) })
    let paragraph = words.paragraph(stocks)
    #expect(paragraph.contains("«\u{A0}gérer les stocks\u{A0}»") && paragraph.contains("Retenue\u{A0}:"))
    #expect(paragraph.contains("Pour\u{A0}:") && paragraph.contains("Lue comme\u{A0}: mission du poste."))
    let licence = try #require(told.first { $0.decision == .grammar })
    #expect(words.paragraph(licence).contains("lue par une grammaire"))
    let refused = try #require(told.first { $0.decision == .refused && !words.isMention($0) })
    #expect(words.paragraph(refused).contains("Écartée\u{A0}: compétence demandée avec la probabilité"))
  }

  @Test func everyFeatureHasOneMeaning() throws {
    let meanings = try FeatureMeanings.embedded.get()
    #expect(meanings.spans.count == SpanFeature.count && meanings.items.count == RankFeature.count)
    #expect(Set(meanings.spans).count == meanings.spans.count)
    #expect(Set(meanings.items).count == meanings.items.count)
    let table = String(decoding: try #require(EmbeddedFiles.data(at: "model/features.csv")), as: UTF8.self)
    func message(_ text: String) -> String {
      do {
        _ = try FeatureMeanings(InputMember(name: "traits.csv", bytes: Array(text.utf8)))
        return ""
      } catch { return "\(error)" }
    }
    #expect(message(table) == "")
    #expect(message(table + "span,bias,encore\n").contains("est écrit deux fois"))
    #expect(message(table + "item,parfum,odeur\n").contains("n’est pas un trait du modèle"))
    #expect(message(table.replacing("item,likeText,", with: "item,x,")).contains("item,likeText"))
    #expect(message("model,feature\n").contains("meaning"))
  }
}
