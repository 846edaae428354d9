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
  @Argument(
    help: ArgumentHelp("Fichiers d’offres\u{A0}; par défaut, l’entrée standard.", valueName: "chemin"),
    completion: .file())
  var files: [String] = []

  func validate() throws {
    if let taxonomy, let store, taxonomy != store {
      throw ValidationError("Donnez «\u{A0}--taxonomy\u{A0}» ou «\u{A0}--store\u{A0}», pas les deux.")
    }
  }

  func run() async throws {
    let engine =
      if let path = taxonomy ?? store {
        try Workshop.engine(of: try Store(path: path, access: .readOnly))
      } else {
        try Workshop.embeddedEngine()
      }
    var filter = ExtractFilter(reader: try RawTextReader(engine: engine))
    for path in files.isEmpty ? ["-"] : files {
      do {
        try InputArchive.forEachMember(of: path) { try filter.read($0) }
      } catch let error as ReadingError {
        // What came before the damage is good.
        filter.flush()
        filter.reject("\(error)")
      }
    }
    filter.flush()
    if filter.rejected > 0 {
      Console.message(
        FrenchText.count(filter.rejected, "ligne n’a pas été traitée.", "lignes n’ont pas été traitées."))
      throw ExitStatus.failed
    }
  }
}
