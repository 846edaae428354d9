import ArgumentParser
import SkillMiner

struct ImportTaxonomyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "taxonomy",
    abstract: "Importe une version du ROME ou d’ESCO (archive zip officielle ou dossier décompressé).",
    discussion: """
      Les offres déjà présentes sont relues avec la nouvelle version\u{A0}; l’ancienne lecture reste en place \
      jusqu’à la fin. ROME en CSV, XML ou JSON et ESCO en CSV sont reconnus aux fichiers. ESCO est gardé à côté du \
      ROME\u{A0}; les offres sont lues avec le ROME.

      Exemples\u{A0}:
        miner-daemon import taxonomy rome-v460-csv.zip
        miner-daemon import taxonomy rome-v460/ --store essai.sqlite
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @Argument(help: ArgumentHelp("Archive ou dossier du ROME.", valueName: "chemin"), completion: .file())
  var path: String

  func run() async throws {
    let store = try options.open(.readWrite)
    let importer = TaxonomyImporter(
      store: store, overlays: try Overlays.of(store), today: try clock.date(), progress: ProgressLine.show)
    let record = try importer.importPath(path)
    try Workshop.warnOfStaleVectors(in: store)
    try ImportReport(store: store, records: [record]).present()
  }
}
