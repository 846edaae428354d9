import ArgumentParser
import SkillMiner

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copie le magasin, même pendant que le service tourne, et vérifie la copie.",
    discussion: """
      Exemple\u{A0}:
        miner-daemon backup --store skillminer.sqlite /sauvegardes/skillminer-2026-11-21.sqlite
      """)

  @OptionGroup var options: StoreOptions
  @Argument(help: ArgumentHelp("Fichier à écrire.", valueName: "fichier"), completion: .file())
  var target: String

  func run() async throws {
    try options.open(.readOnly).backup(to: target) { done, total in
      Console.progress("Copie\u{A0}: \(FrenchNumber.integer(done)) pages sur \(FrenchNumber.integer(total))…")
    }
    Console.clearProgress()
    Console.message("Sauvegarde écrite et vérifiée\u{A0}: \(target)")
  }
}

struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Met une sauvegarde à la place du magasin, après l’avoir vérifiée.",
    discussion: """
      L’ancien magasin est gardé à côté (.avant-restauration). Arrêtez d’abord le service.

      Exemple\u{A0}:
        miner-daemon restore --store skillminer.sqlite /sauvegardes/skillminer-2026-11-21.sqlite
      """)

  @OptionGroup var options: StoreOptions
  @Argument(help: ArgumentHelp("Sauvegarde.", valueName: "fichier"), completion: .file())
  var source: String

  func run() async throws {
    let kept = try Store.restore(source, over: options.store)
    Console.message("Magasin restauré\u{A0}: \(options.store)")
    if let kept { Console.message("L’ancien est gardé\u{A0}: \(kept)") }
  }
}
