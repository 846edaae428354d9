import ArgumentParser
import Foundation
import SkillMiner
import Taxonomy

struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Lit des offres (lignes JSON) et écrit leurs mentions de compétences, sans rien conserver.",
    discussion: """
      Une ligne par offre\u{A0}: {"id", "title", "description", "rome_code"}. Une ligne par résultat\u{A0}: \
      {"id","mentions":[{"field","start","end","text","code","family","kind","stance","origin"}]}, où start et end comptent \
      les caractères Unicode (scalaires) du champ tel qu’il est donné. L’ordre est conservé\u{A0}; une ligne \
      illisible est signalée avec son numéro, les autres sont traitées, et le code de retour est alors 1.

      Sans «\u{A0}--store\u{A0}» ni «\u{A0}--taxonomy\u{A0}», la taxonomie embarquée est utilisée.

      Exemples\u{A0}:
        miner-daemon extract < offres.jsonl > mentions.jsonl
        miner-daemon extract --taxonomy skillminer.sqlite offres.jsonl.gz
      """)

  @Option(name: .long, help: ArgumentHelp("Magasin dont on prend la taxonomie.", valueName: "magasin"))
  var taxonomy: String?
  @Option(name: .long, help: ArgumentHelp("Comme «\u{A0}--taxonomy\u{A0}».", valueName: "magasin"))
  var store: String?
  @Flag(
    name: .long,
    help:
      "Formes écrites et grammaires seules, sans rapprochement des phrases\u{A0}: plus rapide, moins complet."
  )
  var exact = false
  @Option(
    name: .long,
    help: ArgumentHelp("Fils d’exécution\u{A0}; le résultat n’en dépend pas.", valueName: "nombre"))
  var threads = ProcessInfo.processInfo.activeProcessorCount
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Image des formes, ouverte au départ\u{A0}; absente, ancienne ou endommagée, elle est refaite.",
      valueName: "fichier"))
  var image: String?
  @OptionGroup var facts: FactOptions
  @Argument(
    help: ArgumentHelp("Fichiers d’offres\u{A0}; par défaut, l’entrée standard.", valueName: "chemin"),
    completion: .file())
  var files: [String] = []

  func validate() throws {
    if let taxonomy, let store, taxonomy != store {
      throw ValidationError("Donnez «\u{A0}--taxonomy\u{A0}» ou «\u{A0}--store\u{A0}», pas les deux.")
    }
    try facts.validate(store: taxonomy ?? store, exact: exact, files: files)
    guard (1...256).contains(threads) else {
      throw ValidationError("Donnez de 1 à 256 fils d’exécution («\u{A0}--threads\u{A0}»).")
    }
  }

  func run() async throws {
    if facts.facts { return try facts.run(store: taxonomy ?? store, threads: threads) }
    let (release, overlays) = try Workshop.sources(store: taxonomy ?? store)
    let shelf = image.map { path in TrieShelf(path: path) { Console.message($0.description) } }
    let engine = try ReadingEngine(release: release, overlays: overlays, shelf: shelf)
    let filter = try ExtractFilter(engine: engine, exact: exact, threads: threads)
    for path in files.isEmpty ? ["-"] : files {
      do {
        try InputArchive.forEachMember(of: path) { try filter.read($0) }
      } catch let error as ReadingError {
        // What came before the damage is good.
        filter.reject("\(error)")
      }
    }
    if filter.rejected > 0 {
      Console.message(
        FrenchWords.count(filter.rejected, "ligne n’a pas été traitée.", "lignes n’ont pas été traitées."))
      throw ExitStatus.failed
    }
  }
}
