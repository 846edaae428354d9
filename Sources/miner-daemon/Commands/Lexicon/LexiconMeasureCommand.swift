import ArgumentParser
import SkillMiner
import Taxonomy

struct LexiconMeasureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Mesure ce que l’apprentissage fait retrouver des compétences déclarées.",
    discussion: """
      Les formes sont apprises sur une moitié des offres et essayées sur l’autre, puis l’inverse\u{A0}; toutes sont \
      employées, sans relecture. Ce qu’un employeur coche n’est pas toujours écrit dans son offre\u{A0}: la part \
      retrouvée ne peut pas atteindre 100\u{A0}%.

      Exemple\u{A0}:
        miner-daemon lexicon measure --store skillminer.sqlite
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var learning: LearningOptions

  func run() async throws {
    let store = try options.open(.readOnly)
    let offers = try LexiconWorkshop.declaringOffers(of: store)
    Console.progress("Mesure en deux moitiés sur \(FrenchWords.count(offers.count, "offre", "offres"))…")
    let measure = try LearningMeasure(
      offers, release: try store.release(), overlays: try Overlays.of(store), parameters: learning.parameters)
    Console.clearProgress()
    var table = TextTable([("", .left), ("avant", .right), ("après", .right)])
    let (before, after) = (measure.before, measure.after)
    func share(_ part: Int, _ whole: Int) -> String {
      whole == 0 ? "–" : FrenchNumber.decimal(100 * Double(part) / Double(whole)) + "\u{A0}%"
    }
    table.add([
      "déclarées retrouvées", FrenchNumber.integer(before.declared), FrenchNumber.integer(after.declared),
    ])
    table.add([
      "part des \(FrenchNumber.integer(measure.items)) déclarées", share(before.declared, measure.items),
      share(after.declared, measure.items),
    ])
    table.add([
      "compétences lues", FrenchNumber.integer(before.demanded), FrenchNumber.integer(after.demanded),
    ])
    table.add([
      "dont déclarées", share(before.declared, before.demanded), share(after.declared, after.demanded),
    ])
    Console.output(
      "\(FrenchWords.count(measure.offers, "offre", "offres")), "
        + "\(FrenchWords.count(measure.items, "compétence déclarée", "compétences déclarées")) (une fois par famille et "
        + "par offre), \(FrenchNumber.integer(measure.unknown)) hors de la taxonomie\n"
        + "Formes apprises\u{A0}: \(measure.forms.map(FrenchNumber.integer).joined(separator: " et "))\n\n"
        + table.text)
  }
}
