import ArgumentParser
import SkillMiner
import Taxonomy

struct PortfolioFreezeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freeze",
    abstract: "Fige une copie du portefeuille, avec son empreinte, pour le dossier envoyé à l’État.")

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var review: ReviewOptions
  @OptionGroup var target: PortfolioOptions
  @Option(
    name: .shortAndLong, help: ArgumentHelp("Écrit la copie (JSON canonique).", valueName: "fichier"),
    completion: .file())
  var output: String?

  func run() async throws {
    let store = try options.open(.readWrite)
    let (_, seen) = try target.open(store)
    try store.perform(PortfolioFreeze(id: target.id, seen: seen), who: review.who, when: clock.moment())
    let portfolio = try store.portfolio(target.id)
    guard let mark = portfolio.frozen.last else { return }
    if portfolio.shortfall > 0 {
      Console.message(
        "\(portfolio.active.count) parcours sur les \(portfolio.wanted) voulus\u{A0}: il en manque \(portfolio.shortfall)."
      )
    }
    if let output {
      try OutputFile.put(try store.frozenPortfolio(mark.fingerprint).text, to: output)
    }
    Console.output("\(mark.fingerprint)\n")
  }
}

struct PortfolioSendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract:
      "Note que la copie figée a été transmise\u{A0}: ses parcours validés deviennent «\u{A0}transmis\u{A0}»."
  )

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var review: ReviewOptions
  @Argument(help: ArgumentHelp("Identifiant du portefeuille.", valueName: "identifiant")) var id: String
  @Option(
    name: .long, help: ArgumentHelp("Empreinte de la copie\u{A0}; la dernière sinon.", valueName: "empreinte")
  )
  var fingerprint: String?
  @Option(name: .long, help: ArgumentHelp("À qui, comment.", valueName: "texte")) var why = ""

  func run() async throws {
    let store = try options.open(.readWrite)
    let portfolio = try store.portfolio(id)
    try store.perform(
      PortfolioSending(
        id: id, fingerprint: fingerprint ?? portfolio.frozen.last?.fingerprint ?? "", why: why),
      who: review.who, when: clock.moment())
    let after = try store.portfolio(id)
    Console.output("Révision \(after.revision)\u{A0}: \(after.history.last?.what ?? "")\n")
  }
}

struct PortfolioEvaluateCommand: AsyncParsableCommand {
  /// A form of output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
  }

  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Suit un parcours validé depuis son début\u{A0}: besoin, couverture, certificat nommé.",
    discussion: """
      Avec --conclude, l’évaluation est gardée et le parcours devient «\u{A0}évalué\u{A0}».

      Exemple\u{A0}:
        miner-daemon portfolio evaluate grand-est-2027 2 --from 2027-01-01 --conclude "Besoin confirmé" --who "Région"
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var target: PortfolioOptions
  @Argument(help: ArgumentHelp("Numéro du parcours.", valueName: "n°")) var number: Int
  @Option(name: .long, help: ArgumentHelp("Qui agit, avec --conclude.", valueName: "nom")) var who: String?
  @Option(
    name: .long, help: ArgumentHelp("Conclusion à garder.", valueName: "texte"))
  var conclude: String?
  @Option(name: .long, help: ArgumentHelp("table ou csv.", valueName: "format")) var format = Format.table

  func validate() throws {
    if conclude != nil, who == nil {
      throw ValidationError("Donnez «\u{A0}--who\u{A0}» avec «\u{A0}--conclude\u{A0}».")
    }
  }

  func run() async throws {
    let store = try options.open(conclude == nil ? .readOnly : .readWrite)
    let (portfolio, seen) = try target.open(store)
    guard let pathway = portfolio.pathway(number), pathway.removed == nil else {
      throw CommandFailure("Il n’y a pas de parcours n°\u{A0}\(number) dans «\u{A0}\(target.id)\u{A0}».")
    }
    guard let start = analysis.parameters.from ?? pathway.validated?.day else {
      throw CommandFailure(
        "Ce parcours n’est pas validé\u{A0}: donnez le premier jour à compter avec «\u{A0}--from\u{A0}».")
    }
    let today = try clock.date()
    var parameters = analysis.parameters
    parameters.from = nil
    parameters.territory = try PortfolioAnalysis.territory(of: portfolio.scope, in: store)
    let engine = try Workshop.engine(of: store)
    let result = try AnalysisRun.result(of: store, parameters: parameters, today: today)
    let series = try EvaluationSeries(
      of: pathway, from: start, until: today,
      assessment: result.assessments.first { $0.certification.code.description == pathway.key.certification },
      families: engine.lexicon.families, territory: parameters.territory, releases: result.releases,
      input: store)
    switch format {
    case .table: Console.output(PathwayEvaluationTable.text(series, of: pathway, in: result))
    case .csv: Console.output(PathwayEvaluationTable.csv(series, of: pathway))
    }
    if let conclude, let who {
      try store.perform(
        PortfolioEvaluation(id: target.id, seen: seen, number: number, series: series, why: conclude),
        who: who,
        when: clock.moment())
      Console.message("Évaluation gardée.")
    }
  }
}
