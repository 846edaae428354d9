import ArgumentParser
import SkillMiner
import Taxonomy

struct ObsolescenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "obsolescence",
    abstract: "Montre ce qui décline par métier, et les certifications qui enseignent surtout cela.",
    discussion: """
      Par métier\u{A0}: les compétences en déclin ou en disparition. Par certification\u{A0}: les compétences que ses \
      blocs couvrent, et la classe de chacune parmi les offres des métiers visés. Voir docs/signaux.md.

      Exemples\u{A0}:
        miner-daemon obsolescence --window 2025 --reference 2024
        miner-daemon obsolescence --territory region:44 --window 2025 --reference 2024 --format csv
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var scope: SignalScopeOptions
  @OptionGroup var windows: WindowOptions
  @OptionGroup var output: SignalOutputOptions

  func run() async throws {
    let store = try options.open(.readOnly)
    let engine = try Workshop.engine(of: store)
    let resolved = try scope.resolve(store, release: engine.release)
    var request = SignalRequest(
      scope: resolved.scope, title: resolved.title, windows: try windows.windows(), options: [])
    request.disclosure = output.disclosure
    let result = try ObsolescenceAnalysis(engine: engine).run(store, request) { done, total in
      Console.progress("Certifications lues\u{A0}: \(FrenchNumber.count(done, of: total))")
    }
    Console.clearProgress()
    let table = ObsolescenceReport.table(result) { occupation in
      engine.release.occupation(occupation.code).map { "\(occupation.code) \($0.label)" }
        ?? occupation.code.value
    }
    try output.write(
      table: table, csv: ObsolescenceReport.csv(result), json: ObsolescenceReport.json(result))
  }
}
