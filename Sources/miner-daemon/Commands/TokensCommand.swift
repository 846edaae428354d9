import ArgumentParser
import Foundation
import SkillMiner
import Taxonomy

struct TokensCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens",
    abstract: "Montre où les textes sont coupés en mots.",
    discussion: """
      Une ligne par texte\u{A0}: {"text"}. Une ligne par résultat\u{A0}: {"boundaries":[…]}, en caractères Unicode \
      (scalaires), 0 et la longueur compris. L’ordre est conservé\u{A0}; une ligne illisible est signalée avec son \
      numéro, les autres sont traitées, et le code de retour est alors 1.

      Exemples\u{A0}:
        miner-daemon tokens < textes.jsonl
        miner-daemon tokens --raw textes.jsonl.gz
      """)

  @Flag(
    name: .long,
    help: "Les limites d’ICU seules, sans élisions, phrases collées ni symboles (C++)\u{A0}; sans lexique.")
  var raw = false
  @Flag(name: .long, help: "Écrit des lignes JSON\u{A0}; c’est la seule forme de sortie.")
  var json = false
  @Argument(
    help: ArgumentHelp("Fichiers de textes\u{A0}; par défaut, l’entrée standard.", valueName: "chemin"),
    completion: .file())
  var files: [String] = []

  func run() async throws {
    let lexicon = raw ? nil : try Workshop.embeddedEngine().lexicon
    var filter = TokensFilter(boundaries: try TextBoundaries(lexicon: lexicon))
    for path in files.isEmpty ? ["-"] : files {
      do {
        try InputArchive.forEachMember(of: path) { try filter.read($0) }
      } catch let error as ReadingError {
        // What came before the damage is good.
        filter.reject(error.finding)
      }
    }
    filter.flush()
    if filter.rejected > 0 {
      Console.message(
        FrenchWords.count(filter.rejected, "ligne n’a pas été traitée.", "lignes n’ont pas été traitées."))
      throw ExitStatus.failed
    }
  }
}
