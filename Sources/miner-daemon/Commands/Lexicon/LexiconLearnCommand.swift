import ArgumentParser
import SkillMiner
import Taxonomy

struct LexiconLearnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Propose des formes à partir des compétences que des employeurs ont déclarées.",
    discussion: """
      Les offres qui portent des compétences du ROME cochées par l’employeur (France Travail) sont parcourues\u{A0}: \
      une tournure qui va avec une compétence plus souvent que par hasard (G² de Dunning, 1993) est proposée, avec \
      les phrases où elle se trouve. Rien n’est employé avant «\u{A0}lexicon review\u{A0}» et «\u{A0}lexicon apply\u{A0}».

      Exemples\u{A0}:
        miner-daemon lexicon learn --store skillminer.sqlite --out propositions.csv
        miner-daemon lexicon learn --min-offers 3 --min-g2 10.83
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var learning: LearningOptions
  @OptionGroup var file: LexiconFileOptions

  func run() async throws {
    let store = try options.open(.readOnly)
    let offers = try LexiconWorkshop.declaringOffers(of: store)
    Console.progress("Lecture de la taxonomie…")
    let lexicon = try Workshop.engine(of: store).lexicon
    Console.progress("Recherche de tournures dans \(FrenchWords.count(offers.count, "offre", "offres"))…")
    let proposals = try FormLearner(lexicon: lexicon, parameters: learning.parameters).proposals(from: offers)
    Console.clearProgress()
    Console.message(
      FrenchWords.count(offers.count, "offre à compétences déclarées", "offres à compétences déclarées")
        + "\u{A0}; "
        + FrenchWords.count(proposals.count, "forme proposée.", "formes proposées."))
    try OutputFile.put(ProposalsFile.text(proposals), to: file.out) {
      ". À relire\u{A0}: miner-daemon lexicon review \($0)"
    }
  }
}
