import ArgumentParser
import SkillMiner
import Taxonomy

struct TermsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: "Propose des termes que la taxonomie ne connaît pas encore, avec leurs phrases.",
    discussion: """
      Les mots hors des compétences reconnues sont comptés par suites d’un à cinq\u{A0}; leur changement est testé \
      comme celui des signaux. Une personne en accepte comme forme d’une compétence, ou comme compétence hors ROME\u{A0}: \
      «\u{A0}lexicon review\u{A0}», puis «\u{A0}lexicon apply\u{A0}». Voir docs/signaux.md.

      Exemples\u{A0}:
        miner-daemon terms --filiere numerique --window 2025 --reference 2024
        miner-daemon terms --window 2025 --reference 2024 --format csv --output termes.csv
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var scope: SignalScopeOptions
  @OptionGroup var windows: WindowOptions
  @Option(name: .long, help: ArgumentHelp("Offres distinctes qui ont le terme.", valueName: "nombre"))
  var minOffers = TermParameters().minimumOffers
  @Option(name: .long, help: ArgumentHelp("Employeurs connus parmi elles.", valueName: "nombre"))
  var minEmployers = TermParameters().minimumEmployers
  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Cache à la lecture les compétences «\u{A0}Émergentes\u{A0}» du ROME et dit combien sont retrouvées."))
  var measure = false
  @OptionGroup var output: SignalOutputOptions
  @Option(name: .long, help: ArgumentHelp("Termes montrés par le tableau.", valueName: "nombre"))
  var limit = 40

  func validate() throws {
    guard minOffers >= 2, minEmployers >= 1 else {
      throw ValidationError("Un terme a au moins deux offres et un employeur.")
    }
    if limit < 1 { throw ValidationError("«\u{A0}--limit\u{A0}» attend un nombre d’au moins 1.") }
  }

  func run() async throws {
    let store = try options.open(.readOnly)
    let engine = try Workshop.engine(of: store)
    let resolved = try scope.resolve(store, release: engine.release)
    var request = SignalRequest(
      scope: resolved.scope, title: resolved.title, windows: try windows.windows(), options: [])
    request.disclosure = output.disclosure
    var parameters = TermParameters()
    parameters.minimumOffers = minOffers
    parameters.minimumEmployers = minEmployers
    let discovery = TermDiscovery(lexicon: engine.lexicon, parameters: parameters)
    Console.progress("Lecture des offres…")
    let result =
      try measure
      ? discovery.measure(store, request, overlays: try Overlays.of(store)) : discovery.run(store, request)
    Console.clearProgress()
    guard result.offers > 0 else { throw SignalAnalysis.nothing(in: resolved.title, request.windows) }
    if measure {
      return Console.output(
        "Compétences «\u{A0}Émergentes\u{A0}» du ROME cachées à la lecture et nommées par assez d’offres\u{A0}: "
          + "\(FrenchNumber.integer(result.recall.of))\nRetrouvées comme termes\u{A0}: "
          + "\(FrenchNumber.integer(result.recall.found))\nTermes proposés en tout\u{A0}: "
          + "\(FrenchNumber.integer(result.terms.count))\n")
    }
    try output.write(
      table: TermsReport.table(result, limit: limit), csv: TermsReport.csv(result),
      json: TermsReport.json(result)
    ) { ". À relire\u{A0}: miner-daemon lexicon review \($0)" }
  }
}
