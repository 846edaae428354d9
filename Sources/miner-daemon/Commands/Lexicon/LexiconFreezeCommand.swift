import ArgumentParser
import Foundation
import SkillMiner

struct LexiconFreezeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freeze",
    abstract: "Écrit un fichier qui contient de quoi lire les offres, et aucune offre.",
    discussion: """
      Taxonomie, familles, formes apprises et territoires du magasin, ou ceux du programme sans «\u{A0}--from\u{A0}». Ce \
      fichier voyage avec le programme sur une grappe de calcul.

      Exemple\u{A0}:
        miner-daemon lexicon freeze --from skillminer.sqlite lexique.sqlite
      """)

  @OptionGroup var clock: ClockOptions
  @Option(
    name: .long, help: ArgumentHelp("Magasin dont on prend le lexique.", valueName: "magasin"),
    completion: .file())
  var from: String?
  @Argument(help: ArgumentHelp("Fichier à écrire.", valueName: "fichier"), completion: .file())
  var target: String

  func run() async throws {
    guard !Console.exists(target) else {
      throw CommandFailure("«\u{A0}\(target)\u{A0}» existe déjà. Donnez un autre nom, ou retirez ce fichier.")
    }
    let today = try clock.date()
    // A copy is one file, where a store that was just written may be three.
    let draft = target + ".brouillon"
    try Self.remove(draft)
    do {
      let store = try Store(path: draft, access: .readWrite)
      if let from {
        let source = try Store(path: from, access: .readOnly)
        try store.keepLexicon(of: source)
        try ReleaseInstaller(store: store, today: today).install(try Workshop.engine(of: source), import: nil)
        try store.keepMap(of: source)
      } else {
        try Workshop.furnish(store, today: today)
      }
      try store.backup(to: target)
    }
    try Self.remove(draft)
    Console.message("Lexique figé\u{A0}: \(target)")
  }

  private static func remove(_ path: String) throws {
    for suffix in ["", "-wal", "-shm"] where Console.exists(path + suffix) {
      do {
        try FileManager.default.removeItem(atPath: path + suffix)
      } catch {
        throw CommandFailure(
          "Impossible de retirer «\u{A0}\(path + suffix)\u{A0}». Vérifiez le dossier et les droits.")
      }
    }
  }
}
