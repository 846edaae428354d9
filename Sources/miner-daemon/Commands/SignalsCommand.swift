import ArgumentParser
import SkillMiner
import Taxonomy

struct SignalsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signals",
    abstract: "Dit quelles compétences émergent, croissent ou déclinent entre deux périodes.",
    discussion: """
      Les offres sont comparées à métier et source égaux, les offres d’un même employeur ne comptent pas pour \
      indépendantes, et le taux de fausses découvertes de tout le tableau est tenu. Voir docs/signaux.md.

      Exemples\u{A0}:
        miner-daemon signals --filiere numerique --window 2025-01..2025-12 --reference 2024-01..2024-12
        miner-daemon signals --territory region:44 --occupation N1103 --window 2025 --reference 2024 --format csv
        miner-daemon signals --window 2025 --reference 2024 --by region --format csv --output regions.csv
        miner-daemon signals --window 2025 --reference 2024 --offers caces-r489 --full-detail
        miner-daemon signals --window 2025 --reference 2024 --perimeters perimetres.yaml --perimeter cot-nord
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var scope: SignalScopeOptions
  @OptionGroup var area: PerimeterOptions
  @OptionGroup var windows: WindowOptions
  @Flag(
    name: .long,
    help: "Compare aussi d’une source à l’autre\u{A0}: pour examiner une collecte, jamais pour publier.")
  var poolSources = false
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Un tableau par territoire de ce niveau, un seul taux de fausses découvertes.", valueName: "niveau"))
  var by: AnalysisOptions.TerritoryOption?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Liste les offres qui demandent cette compétence au lieu des signaux.", valueName: "famille"))
  var offers: String?
  @OptionGroup var output: SignalOutputOptions
  @Option(name: .long, help: ArgumentHelp("Compétences montrées par le tableau.", valueName: "nombre"))
  var limit = 40

  func validate() throws {
    if by != nil, offers != nil {
      throw ValidationError("«\u{A0}--by\u{A0}» et «\u{A0}--offers\u{A0}» ne vont pas ensemble.")
    }
    if limit < 1 { throw ValidationError("«\u{A0}--limit\u{A0}» attend un nombre d’au moins 1.") }
  }

  func run() async throws {
    let store = try options.open(.readOnly)
    let engine = try Workshop.engine(of: store)
    let definitions = try area.definitions()
    let perimeter = try area.chosen(in: definitions)
    let resolved = try scope.resolve(
      store, release: engine.release, filieres: definitions?.filieres ?? [], perimeter: perimeter)
    var request = SignalRequest(
      scope: resolved.scope, title: resolved.title, windows: try windows.windows(), options: repeated)
    request.perimeter = perimeter
    let input: any CubeReading =
      try perimeter.map {
        PerimeterReading(store, perimeter: $0, places: try store.offersByTerritory(Array($0.members.keys)))
      } ?? store
    request.poolsSources = poolSources
    request.disclosure = output.disclosure
    let analysis = SignalAnalysis(lexicon: engine.lexicon)
    if let offers {
      return try output.file.write(
        try SignalOffersText.text(
          offers, store: store, input: input, analysis: analysis, request: request))
    }
    if let by { return try output.file.write(try text(by.level, store, input, analysis, request)) }
    let result = try analysis.run(input, request)
    for warning in result.warnings { Console.message(warning.description) }
    try output.write(
      table: SignalsTable.text(result, limit: limit), csv: SignalsCSV.text(result),
      json: SignalsJSON.text(result))
  }

  private func text(
    _ level: Territory.Level, _ store: Store, _ input: any CubeReading, _ analysis: SignalAnalysis,
    _ request: SignalRequest
  ) throws -> String {
    let (map, fingerprint) = try analysis.map(input, request, level: level, names: try store.territories())
    guard !map.territories.isEmpty else {
      throw SignalScopeOptions.unknown(
        level.rawValue, "\u{A0}: aucune offre des deux périodes n’est située à ce niveau.",
        "Importez les territoires, ou choisissez d’autres périodes.")
    }
    switch output.format {
    case .table:
      return SignalMapText.table(map, request, limit: limit) + "Empreinte\u{A0}: \(fingerprint)\n"
    case .csv: return SignalMapText.csv(map)
    case .json: return SignalMapText.json(map, fingerprint: fingerprint, warnings: [])
    }
  }

  private var repeated: [String] {
    (options.store == "skillminer.sqlite" ? [] : ["--store", options.store]) + scope.repeated
      + area.repeated + windows.repeated + (poolSources ? ["--pool-sources"] : []) + output.readers.repeated
  }
}
