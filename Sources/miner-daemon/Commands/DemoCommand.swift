import ArgumentParser
import Foundation
import SkillMiner
import Taxonomy

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Déroule toute la chaîne sur le corpus de démonstration et la note.",
    discussion: """
      Importe la taxonomie et les certifications embarquées, puis 6\u{202F}000 offres inventées dont les manques \
      sont connus\u{A0}; affiche les modules candidats, écrit un rapport HTML et compare aux manques plantés.

      Exemples\u{A0}:
        miner-daemon demo
        miner-daemon demo --store /tmp/demo.sqlite --report /tmp/rapport.html
      """)

  @Option(
    name: .long, help: ArgumentHelp("Fichier du magasin de démonstration.", valueName: "chemin"),
    completion: .file(extensions: ["sqlite"]))
  var store = "demo.sqlite"
  @Option(
    name: .long, help: ArgumentHelp("Dossier du corpus de démonstration.", valueName: "dossier"),
    completion: .directory)
  var corpora = "corpora"
  @Option(
    name: .long, help: ArgumentHelp("Rapport HTML à écrire.", valueName: "fichier"), completion: .file())
  var report = "rapport-demo.html"
  @Option(name: .long, help: ArgumentHelp("Modules montrés par le tableau.", valueName: "nombre"))
  var limit = 40

  /// The day after the last invented offer: the demonstration is the same on every day it is run.
  private static let today = CalendarDate(year: 2026, month: 10, day: 1)

  func run() async throws {
    guard let today = Self.today else { throw CommandFailure("La date de la démonstration n’existe pas.") }
    let truth = try DemoTruth(path: corpora + "/verite-demo.json")
    let store = try Store(path: store, access: .readWrite)
    try importAll(into: store, today: today)
    let result = try AnalysisRun.result(of: store, parameters: AnalysisParameters(), today: today)
    Console.output(CandidatesTable.text(result, limit: limit) + "\n")
    Console.output(
      ScoreText.text(
        GapScore(
          candidates: result.candidates, truth: truth.gaps, undecided: truth.undecided,
          families: truth.families)))
    try OutputFile.write(try ReportPages().candidates(result), to: report)
    Console.message("Rapport écrit\u{A0}: \(report)")
  }

  private func importAll(into store: Store, today: CalendarDate) throws {
    let taxonomy = try TaxonomyImporter(
      store: store, overlays: try Overlays.embedded(), today: today, progress: ProgressLine.show
    ).importRelease(try EmbeddedTaxonomy.release(), file: "taxonomy-data/rome")
    let territories = try TerritoryImporter(store: store, today: today)
      .importTables(try EmbeddedTaxonomy.territories(), file: "taxonomy-data/territories")
    let referential = try ReferentialImporter(store: store, today: today)
      .importCertifications(try EmbeddedTaxonomy.certifications(), file: "taxonomy-data/certifications")
    let offers = try OfferImporter(
      store: store, engine: try Workshop.engine(of: store), places: try Workshop.places(of: store),
      today: today,
      progress: ProgressLine.show
    ).importFiles([corpora + "/offres-demo.jsonl.gz"])
    let report = ImportReport(store: store, records: [taxonomy, territories, referential] + offers)
    Console.clearProgress()
    Console.message(report.table)
    if report.hasFailed {
      for line in try report.findings() { Console.message(line) }
      throw ExitStatus.failed
    }
  }
}
