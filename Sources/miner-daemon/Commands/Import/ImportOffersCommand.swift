import ArgumentParser
import SkillMiner
import Taxonomy

struct ImportOffersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offers",
    abstract: "Importe des offres d’emploi.",
    discussion: """
      Formats\u{A0}: réponses de l’API Offres d’emploi v2 de France Travail, une offre JSON par ligne, CSV\u{A0}; \
      en clair, gzip ou zip. Le format est reconnu au contenu. Les coordonnées personnelles sont retirées avant \
      tout enregistrement.

      Exemples\u{A0}:
        miner-daemon import offers offres.jsonl.gz
        miner-daemon import offers export.csv --source mon-site --columns titre=intitule,texte=description
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @Option(
    name: .long,
    help: ArgumentHelp("auto, france-travail, jsonl ou csv.", valueName: "format"))
  var format = OfferFormatOption.auto
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Pour un CSV\u{A0}: champ=colonne, séparés par des virgules.", valueName: "champ=colonne,…"))
  var columns: ColumnMapping?
  @Option(
    name: .long,
    help: ArgumentHelp("Nom de la source, pour les offres qui ne le disent pas.", valueName: "nom"))
  var source: String?
  @Argument(help: ArgumentHelp("Fichiers d’offres.", valueName: "chemin"), completion: .file())
  var paths: [String]

  func run() async throws {
    for path in paths { try format.check(path) }
    let store = try options.open(.readWrite)
    let today = try clock.date()
    try Workshop.furnish(store, today: today)
    let importer = OfferImporter(
      store: store, engine: try Workshop.engine(of: store), places: try Workshop.places(of: store),
      today: today, source: source, columns: columns?.columns ?? [:], progress: ProgressLine.show)
    try ImportReport(store: store, records: try importer.importFiles(paths)).present()
  }
}
