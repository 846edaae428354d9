import ArgumentParser
import SkillMiner
import Taxonomy

struct PortfolioEditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Modifie un portefeuille, une chose à la fois.",
    discussion: """
      Exemples\u{A0}:
        miner-daemon portfolio edit grand-est-2027 --remove 3 --why "Déjà financé" --who "Région"
        miner-daemon portfolio edit grand-est-2027 --retitle 1 --text "CACES en entrepôt" --who "Branche"
        miner-daemon portfolio edit grand-est-2027 --add RNCP37098 --revision 4 --who "OPCO"
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var review: ReviewOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var target: PortfolioOptions
  @Option(name: .long, help: ArgumentHelp("Ajoute un module candidat.", valueName: "clé")) var add: String?
  @Option(name: .long, help: ArgumentHelp("Retire un parcours.", valueName: "n°")) var remove: Int?
  @Option(name: .long, help: ArgumentHelp("Épingle un parcours.", valueName: "n°")) var pin: Int?
  @Option(name: .long, help: ArgumentHelp("Désépingle un parcours.", valueName: "n°")) var unpin: Int?
  @Option(name: .long, help: ArgumentHelp("Renomme le module d’un parcours (--text).", valueName: "n°"))
  var retitle: Int?
  @Option(name: .long, help: ArgumentHelp("Écrit une remarque (--text).", valueName: "n°")) var annotate: Int?
  @Option(name: .long, help: ArgumentHelp("Rattache à une filière (--text).", valueName: "n°")) var regroup:
    Int?
  @Option(name: .long, help: ArgumentHelp("Déplace un parcours (--place).", valueName: "n°")) var move: Int?
  @Option(name: .long, help: ArgumentHelp("Rang, à partir de 1.", valueName: "rang")) var place: Int?
  @Option(name: .long, help: ArgumentHelp("Renomme le portefeuille.", valueName: "nom")) var rename: String?
  @Option(name: .long, help: ArgumentHelp("Change le nombre de parcours voulus.", valueName: "nombre"))
  var want: Int?
  @Option(name: .long, help: ArgumentHelp("Écarte un module des prochains tirages.", valueName: "clé"))
  var exclude: String?
  @Option(name: .long, help: ArgumentHelp("Texte de la modification.", valueName: "texte")) var text: String?
  @Option(name: .long, help: ArgumentHelp("Pourquoi.", valueName: "texte")) var why = ""

  func validate() throws {
    let given: [Bool] = [
      add != nil, remove != nil, pin != nil, unpin != nil, retitle != nil, annotate != nil, regroup != nil,
      move != nil,
      rename != nil, want != nil, exclude != nil,
    ]
    guard given.count(where: { $0 }) == 1 else {
      throw ValidationError("Donnez une modification, et une seule (--add, --remove, --retitle…).")
    }
    if (retitle != nil || annotate != nil || regroup != nil) && text == nil {
      throw ValidationError("Donnez le texte avec «\u{A0}--text\u{A0}».")
    }
    if move != nil && place == nil { throw ValidationError("Donnez le rang avec «\u{A0}--place\u{A0}».") }
  }

  func run() async throws {
    let store = try options.open(.readWrite)
    let (portfolio, seen) = try target.open(store)
    let entry = PortfolioEdit(id: target.id, seen: seen, change: try change(store, portfolio), why: why)
    try store.perform(entry, who: review.who, when: clock.moment())
    let after = try store.portfolio(target.id)
    Console.output("Révision \(after.revision)\u{A0}: \(after.history.last?.what ?? "")\n")
    if after.shortfall > 0 {
      Console.message(
        "\(after.active.count) parcours sur les \(after.wanted) voulus\u{A0}: il en manque \(after.shortfall)."
      )
    }
  }

  private func change(_ store: Store, _ portfolio: Portfolio) throws -> PortfolioEdit.Change {
    let text = text ?? ""
    if let add { return .add(try pathway(add, store, portfolio)) }
    if let remove { return .remove(number: remove) }
    if let pin { return .pin(number: pin, isPinned: true) }
    if let unpin { return .pin(number: unpin, isPinned: false) }
    if let retitle { return .retitle(number: retitle, title: text) }
    if let annotate { return .annotate(number: annotate, note: text) }
    if let regroup { return .regroup(number: regroup, filiere: text) }
    if let move { return .move(number: move, place: place ?? 1) }
    if let rename { return .rename(name: rename) }
    if let want { return .want(count: want) }
    guard let exclude, let key = CandidateKey(exclude) else { throw CommandFailure("Aucune modification.") }
    return .exclude(key: key)
  }

  private func pathway(_ text: String, _ store: Store, _ portfolio: Portfolio) throws -> Pathway {
    guard let key = CandidateKey(text) else {
      throw CommandFailure("«\u{A0}\(text)\u{A0}» n’est pas une clé de module. Écrivez RNCP34860:caces-r489.")
    }
    var parameters = analysis.parameters
    parameters.territory = try PortfolioAnalysis.territory(of: portfolio.scope, in: store)
    parameters.supplyTerritory = try PortfolioAnalysis.region(of: portfolio.scope, in: store)
    let result = try AnalysisRun.result(of: store, parameters: parameters, today: try clock.date())
    let place = try PortfolioDrawer.place(of: key, in: result)
    let candidate = result.candidates[place]
    if candidate.flags.contains(.singleEmployer) {
      Console.message("Un seul employeur porte l’essentiel du besoin de ce module.")
    }
    return Pathway(
      candidate, rank: place + 1,
      filiere: RegionalGroups().filiere(
        of: candidate.certification.code, occupations: candidate.links.occupations),
      of: result)
  }
}

struct PortfolioDecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Fait passer un parcours à un autre état.",
    discussion: """
      États\u{A0}: discussed (en discussion), validated (validé), rejected (rejeté), postponed (ajourné).

      Exemple\u{A0}:
        miner-daemon portfolio decide grand-est-2027 2 validated --why "Avis favorable" --who "COT du 5 novembre"
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var review: ReviewOptions
  @OptionGroup var target: PortfolioOptions
  @Argument(help: ArgumentHelp("Numéro du parcours.", valueName: "n°")) var number: Int
  @Argument(help: ArgumentHelp("Nouvel état.", valueName: "état")) var state: String
  @Option(name: .long, help: ArgumentHelp("Pourquoi.", valueName: "texte")) var why: String

  func validate() throws {
    if PathwayState(rawValue: state) == nil {
      let states = PathwayState.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("«\u{A0}\(state)\u{A0}» n’est pas un état. États\u{A0}: \(states).")
    }
  }

  func run() async throws {
    let store = try options.open(.readWrite)
    let (_, seen) = try target.open(store)
    guard let state = PathwayState(rawValue: state) else { return }
    try store.perform(
      PortfolioDecision(id: target.id, seen: seen, number: number, state: state, why: why), who: review.who,
      when: clock.moment())
    let after = try store.portfolio(target.id)
    Console.output("Révision \(after.revision)\u{A0}: \(after.history.last?.what ?? "")\n")
  }
}
