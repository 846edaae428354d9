import ArgumentParser
import SkillMiner

struct ImportCubeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cube",
    abstract: "Importe un cube calculé sur une grappe Apache Spark (docs/passage-a-l-echelle.md).",
    discussion: """
      Ce que le cube compte est chargé en entier ou pas du tout\u{A0}: signaux, lacunes, modules et pages fonctionnent \
      comme après un import d’offres, sans les phrases, qui n’ont pas voyagé. Le cube doit avoir été fait avec la même \
      version du programme et le lexique de ce magasin (miner-daemon lexicon freeze).

      Exemple\u{A0}:
        miner-daemon import cube cube-2025 --store france.sqlite
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @Argument(help: ArgumentHelp("Dossier du cube.", valueName: "chemin"), completion: .directory)
  var path: String

  func run() async throws {
    let today = try clock.date()
    let store = try options.open(.readWrite)
    try Workshop.furnish(store, today: today)
    let importer = CubeImporter(
      store: store, engine: try Workshop.engine(of: store), today: today, progress: ProgressLine.show)
    var folder: CubeFolder?
    let record = try importer.importCube(file: path) {
      let cube = try CubeFolder(path: path)
      folder = cube
      return cube.identity
    } facts: { keep in
      try folder?.forEachFact(keep) ?? []
    }
    try ImportReport(store: store, records: [record]).present()
  }
}
