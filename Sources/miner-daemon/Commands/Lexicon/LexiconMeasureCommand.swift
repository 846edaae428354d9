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
    Console.progress("Mesure en deux moitiés sur \(FrenchText.count(offers.count, "offre", "offres"))…")
    let measure = try LearningMeasure(
      offers, release: try store.release(), overlays: try Overlays.of(store), parameters: learning.parameters)
    Console.clearProgress()
    var table = TextTable([("", .left), ("avant", .right), ("après", .right)])
    let (before, after) = (measure.before, measure.after)
    func share(_ part: Int, _ whole: Int) -> String {
      whole == 0 ? "–" : FrenchNumber.decimal(100 * Double(part) / Double(whole)) + "\u{A0}%"
    }
    table.add(["déclarées retrouvées", FrenchText.number(before.declared), FrenchText.number(after.declared)])
    table.add([
      "part des \(FrenchText.number(measure.items)) déclarées", share(before.declared, measure.items),
      share(after.declared, measure.items),
    ])
    table.add(["compétences lues", FrenchText.number(before.demanded), FrenchText.number(after.demanded)])
    table.add([
      "dont déclarées", share(before.declared, before.demanded), share(after.declared, after.demanded),
    ])
    Console.output(
      "\(FrenchText.count(measure.offers, "offre", "offres")), "
        + "\(FrenchText.count(measure.items, "compétence déclarée", "compétences déclarées")) (une fois par famille et "
        + "par offre), \(FrenchText.number(measure.unknown)) hors de la taxonomie\n"
        + "Formes apprises\u{A0}: \(measure.forms.map(FrenchText.number).joined(separator: " et "))\n\n"
        + table.text)
  }
}
