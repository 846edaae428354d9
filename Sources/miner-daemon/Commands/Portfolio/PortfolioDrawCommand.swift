import ArgumentParser
import SkillMiner
import Taxonomy

struct PortfolioDrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Tire un portefeuille\u{A0}: le meilleur de chaque filière tour à tour.",
    discussion: """
      Un candidat porté par un seul employeur n’est jamais tiré\u{A0}; une filière n’a pas plus que sa part. Un portefeuille \
      incomplet est accepté, et ce qui manque est dit.

      Exemples\u{A0}:
        miner-daemon portfolio draw grand-est-2027 --region 44 --who "Région Grand Est"
        miner-daemon portfolio draw commerce --branch "Commerce de détail" --pin RNCP37098 --who "OPCO"
        miner-daemon portfolio draw grand-est-2027 --again --who "Région Grand Est"
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var review: ReviewOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var target: PortfolioOptions
  @Option(name: .long, help: ArgumentHelp("Nom du portefeuille.", valueName: "nom")) var name: String?
  @Option(name: .long, help: ArgumentHelp("Région, par son code ou son nom.", valueName: "région"))
  var region: String?
  @Option(name: .long, help: ArgumentHelp("Branche.", valueName: "nom")) var branch: String?
  @Flag(name: .long, help: "Compte les offres de partout, et non de la seule région.") var allOffers = false
  @Option(name: .long, help: ArgumentHelp("Parcours voulus.", valueName: "nombre")) var count = 10
  @Option(name: .long, help: ArgumentHelp("Parcours d’une même filière, au plus.", valueName: "nombre"))
  var perFiliere = DrawRules().perFiliere
  @Option(
    name: .long,
    help: ArgumentHelp("Module à mettre d’office (clé, ou code de certification).", valueName: "clé"))
  var pin: [String] = []
  @Option(name: .long, help: ArgumentHelp("Module à écarter.", valueName: "clé")) var exclude: [String] = []
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Filières de la région (YAML)\u{A0}; les grands domaines sinon.", valueName: "fichier"),
    completion: .file())
  var filieres: String?
  @Flag(name: .long, help: "Admet les certifications dont l’enregistrement est échu.") var allowExpired =
    false
  @Flag(name: .long, help: "Admet les candidats à l’effectif faible.") var allowSmallSupport = false
  @Flag(name: .long, help: "Tire à nouveau\u{A0}: garde ce qui est épinglé ou discuté.") var again = false
  @Option(
    name: .long, help: ArgumentHelp("Tirages de la mesure de stabilité\u{A0}; 0 sans.", valueName: "nombre"))
  var bootstrap = 100

  func validate() throws {
    if !again, (region == nil) == (branch == nil) {
      throw ValidationError("Donnez «\u{A0}--region\u{A0}» ou «\u{A0}--branch\u{A0}».")
    }
    guard count >= 1, perFiliere >= 1, bootstrap >= 0, bootstrap <= 10_000 else {
      throw ValidationError(
        "«\u{A0}--count\u{A0}» et «\u{A0}--per-filiere\u{A0}» attendent un nombre d’au moins 1.")
    }
    for text in pin + exclude where CandidateKey(text) == nil {
      throw ValidationError(
        "«\u{A0}\(text)\u{A0}» n’est pas une clé de module. Écrivez RNCP34860:caces-r489.")
    }
  }

  func run() async throws {
    let store = try options.open(.readWrite)
    let known = again ? try target.open(store) : nil
    let scope = try known?.portfolio.scope ?? makeScope(store)
    var parameters = analysis.parameters
    parameters.bootstrap = bootstrap
    parameters.territory = try PortfolioAnalysis.territory(of: scope, in: store)
    parameters.supplyTerritory = try PortfolioAnalysis.region(of: scope, in: store)
    let result = try AnalysisRun.result(of: store, parameters: parameters, today: try clock.date())
    var rules = DrawRules()
    rules.perFiliere = perFiliere
    rules.allowsExpired = allowExpired
    rules.allowsSmallSupport = allowSmallSupport
    let excluded = exclude.compactMap { CandidateKey($0) }
    let groups = RegionalGroups(filieres: try readFilieres())
    let outcome = try PortfolioDrawer(rules: rules, groups: groups).draw(
      result, for: scope, wanted: count, pinned: pin.compactMap { CandidateKey($0) }, excluded: excluded,
      again: known?.portfolio)
    for note in outcome.notes { Console.message(note) }
    try store.perform(
      PortfolioDraw(
        id: target.id, seen: known?.seen, name: name ?? known?.portfolio.name ?? target.id, scope: scope,
        wanted: count,
        rules: rules, excluded: excluded, pathways: outcome.pathways), who: review.who,
      when: clock.moment())
    Console.output(PortfolioTable.text(try store.portfolio(target.id)))
  }

  private func makeScope(_ store: Store) throws -> PortfolioScope {
    if let region {
      let found = try TerritoryChoice.find(region, in: store, region: true)
      return PortfolioScope(kind: .region, name: found.name, code: allOffers ? nil : found.code)
    }
    let name = branch ?? ""
    // A branch that is one of the filières given draws from its own certifications only.
    let filiere = try readFilieres().first { $0.name == name || $0.id == name }
    return PortfolioScope(kind: .branch, name: filiere?.name ?? name, code: filiere?.id)
  }

  private func readFilieres() throws -> [Filiere] {
    guard let filieres else { return [] }
    let (definitions, findings) = try PerimeterReader.read(path: filieres)
    for finding in findings { Console.message(finding.description) }
    return definitions.filieres
  }
}

/// The analysis a portfolio is held against.
enum PortfolioAnalysis {
  /// The territory whose offers count; `nil` for all.
  static func territory(of scope: PortfolioScope, in store: Store) throws -> Territory? {
    guard scope.kind == .region, let code = scope.code else { return nil }
    return try TerritoryChoice.find(code, in: store, region: true)
  }

  /// The region of a portfolio, whether its own offers count or all; `nil` for a branch.
  static func region(of scope: PortfolioScope, in store: Store) throws -> Territory? {
    guard scope.kind == .region else { return nil }
    return try TerritoryChoice.find(scope.code ?? scope.name, in: store, region: true)
  }
}
