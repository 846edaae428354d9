import ArgumentParser
import SkillMiner

struct ImportSupplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "supply",
    abstract: "Importe une table d’offre de formation\u{A0}: qui enseigne quoi, et où (facultatif).",
    discussion: """
      CSV à virgules, points-virgules ou tabulations, en UTF-8 ou Windows-1252. Les colonnes sont reconnues par leur nom \
      (organisme, certification ou code_rncp et code_rs, bloc, intitule, commune, departement, region, date_debut, \
      date_fin, places)\u{A0}; voir docs/formats-terrain.md. Une table de même nom est remplacée.

      Exemples\u{A0}:
        miner-daemon import supply offre-carif.csv --name "Carif-Oref Grand Est"
        miner-daemon import supply mon-compte-formation.csv --name "Mon compte formation"
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @Option(name: .long, help: ArgumentHelp("Nom de la table.", valueName: "nom"))
  var name = SupplyImporter.defaultName
  @Argument(
    help: ArgumentHelp("Fichiers, archives ou dossiers.", valueName: "chemin"), completion: .file())
  var paths: [String]

  func run() async throws {
    let store = try options.open(.readWrite)
    let importer = SupplyImporter(store: store, today: try clock.date())
    try ImportReport(store: store, records: [try importer.importFiles(paths, name: name)]).present()
  }
}
