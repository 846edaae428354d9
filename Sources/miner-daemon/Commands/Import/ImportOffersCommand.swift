import ArgumentParser
import SkillMiner
import Taxonomy

struct ImportOffersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offers",
    abstract: "Importe des offres d’emploi.",
    discussion: """
      Formats\u{A0}: réponses de l’API Offres d’emploi v2 de France Travail, une offre JSON par ligne, flux XML et JSON \
      de partenaires, schema.org JobPosting (JSON-LD seul ou dans une page HTML), CSV\u{A0}; en clair, gzip ou zip. \
      Le format est reconnu au contenu\u{A0}; --format l’impose. Les offres qui ne sont pas en français sont mises de \
      côté et comptées. Les coordonnées personnelles sont retirées avant tout enregistrement.

      La lecture des compétences prend l’essentiel du temps. Avec --defer-reading, les offres sont gardées tout de suite \
      et ne comptent nulle part tant que «\u{A0}miner-daemon offers read\u{A0}» ou l’import suivant ne les a pas lues.

      Exemples\u{A0}:
        miner-daemon import offers offres.jsonl.gz
        miner-daemon import offers export.csv --columns title=intitule,description=texte --dry-run
        miner-daemon import offers export.csv --columns title=intitule,description=texte --save-mapping site.txt
        miner-daemon import offers export2.csv --mapping site.txt --source mon-site
        miner-daemon import offers archive-2024.json --defer-reading
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @Option(
    name: .long,
    help: ArgumentHelp("auto, france-travail, json, jsonl, csv, xml ou html.", valueName: "format"))
  var format = OfferFormatOption.auto
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Pour un CSV\u{A0}: champ=colonne, séparés par des virgules.", valueName: "champ=colonne,…"))
  var columns: ColumnMapping?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Fichier de correspondance des colonnes\u{A0}: «\u{A0}champ = colonne\u{A0}».", valueName: "chemin"),
    completion: .file())
  var mapping: String?
  @Option(name: .long, help: ArgumentHelp("Écrit la correspondance utilisée.", valueName: "chemin"))
  var saveMapping: String?
  @Flag(
    name: .long, help: "Montre les dix premiers enregistrements tels qu’ils sont compris, sans rien importer."
  )
  var dryRun = false
  @Option(
    name: .long,
    help: ArgumentHelp("Nom de la source, pour les offres qui ne le disent pas.", valueName: "nom"))
  var source: String?
  @Flag(name: .long, help: "Garde les offres maintenant et lit leurs compétences plus tard.")
  var deferReading = false
  @Argument(help: ArgumentHelp("Fichiers d’offres.", valueName: "chemin"), completion: .file())
  var paths: [String]

  func run() async throws {
    var columns = try mapping.map { try MappingFile(path: $0).columns } ?? [:]
    columns.merge(self.columns?.columns ?? [:]) { _, given in given }
    if let saveMapping { try MappingFile.write(columns, to: saveMapping) }
    let today = try clock.date()
    if dryRun {
      let reader = OfferReader(
        today: today, source: source, columns: columns, format: format.name, frenchOnly: true)
      for path in paths { Console.output(try OfferDryRun(reader: reader).text(of: path)) }
      return
    }
    let store = try options.open(.readWrite)
    try Workshop.furnish(store, today: today)
    let importer = OfferImporter(
      store: store, engine: try Workshop.engine(of: store), places: try Workshop.places(of: store),
      today: today, source: source, columns: columns, format: format.name, defersReading: deferReading,
      progress: ProgressLine.show)
    let records = try importer.importFiles(paths)
    let unread = try store.unreadOffers()
    if unread > 0 {
      Console.clearProgress()
      Console.message(
        "À lire\u{A0}: \(FrenchWords.count(unread, "offre", "offres")). Elles ne comptent nulle part d’ici là\u{A0}; "
          + "lisez-les\u{A0}: «\u{A0}miner-daemon offers read\u{A0}».")
    }
    try ImportReport(store: store, records: records).present()
  }
}
