import ArgumentParser
import SkillMiner
import Taxonomy

struct LexiconFitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Ajuste les poids de la lecture sur des offres annotées et dit ce qu’ils valent.",
    discussion: """
      Les poids décident quelles expressions sont des compétences demandées et à quel item chacune revient. Les \
      mesures imprimées sont en validation croisée\u{A0}: chaque offre est lue avec des poids ajustés sans elle. La \
      table écrite par «\u{A0}--out\u{A0}» est ajustée sur toutes les offres\u{A0}; elle prend la place de \
      taxonomy-data/model/linker.csv.

      Exemple\u{A0}:
        miner-daemon lexicon fit annotees.jsonl --store skillminer.sqlite --out linker.csv
      """)

  @Argument(help: ArgumentHelp("Offres annotées.", valueName: "chemin"), completion: .file())
  var gold: String
  @Option(
    name: .long, help: ArgumentHelp("Magasin dont on prend la taxonomie et le lexique.", valueName: "magasin")
  )
  var store: String?
  @Option(name: .long, help: ArgumentHelp("Parties de la validation croisée.", valueName: "nombre"))
  var folds = 5
  @Option(
    name: .long, help: ArgumentHelp("Probabilité qui retient une expression.", valueName: "seuil"))
  var spanThreshold = LinkerFit.Parameters().spanThreshold
  @Option(
    name: .long, help: ArgumentHelp("Probabilité qui la rattache à un item.", valueName: "seuil"))
  var itemThreshold = LinkerFit.Parameters().itemThreshold
  @Option(
    name: .long, help: ArgumentHelp("Fichier où écrire la table des poids.", valueName: "fichier"),
    completion: .file())
  var out: String?

  func validate() throws {
    guard folds >= 2 else {
      throw ValidationError(
        "«\u{A0}--folds\u{A0}» vaut au moins 2\u{A0}: une offre ne juge pas ses propres poids.")
    }
    for threshold in [spanThreshold, itemThreshold] where !(threshold > 0 && threshold < 1) {
      throw ValidationError("Un seuil est une probabilité, entre 0 et 1 exclus.")
    }
  }

  func run() async throws {
    let gold = try GoldFile(path: gold)
    for finding in gold.findings { Console.message(finding.description) }
    guard gold.offers.count >= folds else {
      throw ValidationError(
        "Il faut au moins autant d’offres annotées que de parties\u{A0}: "
          + "\(FrenchWords.count(gold.offers.count, "offre", "offres")) pour \(folds) parties.")
    }
    let (release, overlays) = try Workshop.sources(store: store)
    var parameters = LinkerFit.Parameters()
    parameters.spanThreshold = spanThreshold
    parameters.itemThreshold = itemThreshold
    Console.progress("Lecture des offres annotées…")
    let fit = try LinkerFit(gold.offers, release: release, overlays: overlays, parameters: parameters)
    Console.progress("Validation croisée en \(folds) parties…")
    let mentions = try fit.crossValidated(folds: folds)
    Console.clearProgress()
    let context = EvaluationContext(
      taxonomy: release.name, lexicon: overlays.digest(over: release.digest), gold: gold.digest,
      usesOccupation: true)
    Console.output(
      "Validation croisée en \(folds) parties, \(FrenchWords.count(fit.counts.spans, "expression", "expressions")) "
        + "dont \(FrenchNumber.integer(fit.counts.demanded)) demandées\n\n"
        + EvaluationTable.text(Evaluation(gold.offers, predictions: mentions), context))
    if let out { try OutputFile.put(fit.model().csv, to: out) }
    if gold.findings.contains(where: { $0.severity != .warning }) { throw ExitStatus.failed }
  }
}
