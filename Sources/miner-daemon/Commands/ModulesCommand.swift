import ArgumentParser
import SkillMiner

struct ModulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "modules",
    abstract: "Propose des modules additionnels, avec les phrases des offres qui les justifient.",
    discussion: """
      Un module candidat réunit de une à six compétences demandées ensemble et absentes, en tout ou partie, des \
      blocs d’une certification. Le rapport HTML tient dans un seul fichier et s’imprime en A4.

      Exemples\u{A0}:
        miner-daemon modules
        miner-daemon modules --format html --output rapport.html
        miner-daemon modules --format json --today 2026-10-01
        miner-daemon modules --bootstrap 200 --weights besoin=0.5,evolution=0.2
        miner-daemon modules --cross-cutting
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var report: ReportOptions
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Tirages par employeur qui mesurent la stabilité des dix premiers\u{A0}; 0 sans.", valueName: "nombre"))
  var bootstrap = AnalysisParameters().bootstrap
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Poids des critères dans un même front\u{A0}: besoin, employeurs, territoires, profondeur, transferabilite, "
        + "formation, evolution, terrain, tension.", valueName: "critère=poids,…"))
  var weights: CriterionWeights?
  @Flag(
    name: .long, help: "Montre les modules transversaux\u{A0}: le même manque dans plusieurs certifications.")
  var crossCutting = false
  @Flag(name: .long, help: "Montre les exemples des pactes régionaux\u{A0}: trouvés ou non, et pourquoi.")
  var pactExamples = false
  @Flag(name: .long, help: "Avec --pact-examples\u{A0}: écrit un document Markdown.") var markdown = false
  @Flag(name: .long, help: "Avec --markdown\u{A0}: cite les offres par leur seul identifiant.")
  var withoutQuotes = false

  func validate() throws {
    guard (0...10_000).contains(bootstrap) else {
      throw ValidationError("«\u{A0}--bootstrap\u{A0}» attend un nombre de 0 à 10\u{202F}000.")
    }
  }

  func run() async throws {
    let store = try options.open(.readOnly)
    var parameters = analysis.parameters
    parameters.bootstrap = bootstrap
    if let weights { parameters.weights = weights.weights }
    let result = try AnalysisRun.result(of: store, parameters: parameters, today: try clock.date())
    if pactExamples {
      let lexicon = try Workshop.engine(of: store).lexicon
      let answers = try PactExample.all.map { try $0.answer(in: result, lexicon: lexicon, input: store) }
      return try report.write(
        markdown
          ? PactTable.markdown(answers, of: result, quotes: !withoutQuotes)
          : PactTable.text(answers, of: result))
    }
    if crossCutting { return try report.write(CrossCuttingTable.text(result)) }
    switch report.format {
    case .table: try report.write(CandidatesTable.text(result, limit: report.limit ?? 40))
    case .json: try report.write(CandidatesJSON.text(result))
    case .csv: try report.write(CandidatesCSV.text(result))
    case .html: try report.write(try ReportPages().candidates(result, limit: report.limit ?? 40))
    }
  }
}
