import ArgumentParser
import SkillMiner
import Taxonomy

struct EvaluateCommand: AsyncParsableCommand {
  /// A form of output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case score
  }

  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Compare la lecture des offres à des offres annotées.",
    discussion: """
      Le fichier annoté a une offre par ligne JSON (docs/guide-annotation.md). Les offres sont lues comme par \
      «\u{A0}extract\u{A0}», ou les mentions prises dans un fichier («\u{A0}--predictions\u{A0}»).

      Formats\u{A0}: table (en français, effectifs à côté de chaque mesure), json, score (le texte de la feuille de \
      notation score.py, au caractère près).

      Une ligne fautive est signalée et laissée de côté\u{A0}; le code de retour est alors 1.

      Exemples\u{A0}:
        miner-daemon evaluate annotees.jsonl --store skillminer.sqlite
        miner-daemon evaluate annotees.jsonl --store skillminer.sqlite --without-occupation --errors ecarts.html
        miner-daemon evaluate annotees.jsonl --store skillminer.sqlite --lexicon decisions.csv
      """)

  @Argument(help: ArgumentHelp("Offres annotées.", valueName: "chemin"), completion: .file())
  var gold: String
  @Option(
    name: .long, help: ArgumentHelp("Magasin dont on prend la taxonomie et le lexique.", valueName: "magasin")
  )
  var store: String?
  @Option(name: .long, help: ArgumentHelp("Comme «\u{A0}--store\u{A0}».", valueName: "magasin"))
  var taxonomy: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Décisions dont on essaie les formes acceptées, sans les appliquer.", valueName: "fichier"),
    completion: .file())
  var lexicon: String?
  @Option(
    name: .long,
    help: ArgumentHelp("Mentions à noter, au lieu de lire les offres.", valueName: "fichier"),
    completion: .file())
  var predictions: String?
  @Option(
    name: .long, help: ArgumentHelp("Fichier où écrire les mentions lues.", valueName: "fichier"),
    completion: .file())
  var writePredictions: String?
  @Option(name: .long, help: ArgumentHelp("table, json ou score.", valueName: "format"))
  var format = Format.table
  @Option(
    name: .long, help: ArgumentHelp("Page HTML des écarts, à relire.", valueName: "fichier"),
    completion: .file())
  var errors: String?
  @Flag(name: .long, help: "Cache le code métier des offres.")
  var withoutOccupation = false

  func validate() throws {
    if let taxonomy, let store, taxonomy != store {
      throw ValidationError("Donnez «\u{A0}--taxonomy\u{A0}» ou «\u{A0}--store\u{A0}», pas les deux.")
    }
    if predictions != nil, withoutOccupation || lexicon != nil || writePredictions != nil {
      throw ValidationError(
        "«\u{A0}--predictions\u{A0}» note un fichier\u{A0}: les options de lecture ne s’y appliquent pas.")
    }
  }

  func run() async throws {
    let gold = try GoldFile(path: gold)
    var findings = gold.findings
    let read: EvaluationRun
    if let predictions {
      read = try EvaluationRun(predictions: predictions, gold: gold, store: taxonomy ?? store)
    } else {
      read = try EvaluationRun(
        gold: gold, store: taxonomy ?? store, lexicon: lexicon, usesOccupation: !withoutOccupation)
    }
    findings += read.findings
    if let path = writePredictions { try OutputFile.write(read.lines, to: path) }
    let evaluation = Evaluation(gold.offers, predictions: read.mentions)
    if let release = read.release, let finding = evaluation.foreignCodes(to: release) {
      findings.append(finding)
    }
    for finding in findings { Console.message(finding.description) }
    switch format {
    case .table: Console.output(EvaluationTable.text(evaluation, read.context))
    case .json: Console.output(EvaluationJSON.text(evaluation, read.context))
    case .score: Console.output(EvaluationScore.text(evaluation))
    }
    if let errors {
      let release = try read.release ?? EmbeddedTaxonomy.release()
      let report = ErrorReport(evaluation, read.context, release: release)
      try OutputFile.write(try ErrorsPage().html(report), to: errors)
      Console.message("Écrit\u{A0}: \(errors)")
    }
    if findings.contains(where: { $0.severity != .warning }) { throw ExitStatus.failed }
  }
}
