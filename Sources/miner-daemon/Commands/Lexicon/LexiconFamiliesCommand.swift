import ArgumentParser
import SkillMiner
import Taxonomy

struct LexiconFamiliesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "families",
    abstract: "Écrit les familles de compétences dans un fichier à corriger.",
    discussion: """
      Le fichier réunit les familles écrites à la main et celles que le programme fait des libellés égaux à la forme \
      des mots près, avec la raison de chaque rapprochement. Relu tel quel par «\u{A0}lexicon apply --families\u{A0}», il \
      donne les mêmes familles.

      Exemple\u{A0}:
        miner-daemon lexicon families --store skillminer.sqlite --out familles.csv
      """)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Magasin dont on prend la taxonomie\u{A0}; par défaut, celle du programme.", valueName: "chemin"))
  var store: String?
  @Option(
    name: .long,
    help: ArgumentHelp("Fichier à écrire\u{A0}; par défaut, la sortie standard.", valueName: "fichier"),
    completion: .file(extensions: ["csv"]))
  var out: String?

  func run() async throws {
    Console.progress("Lecture de la taxonomie…")
    let (release, overlays) = try Workshop.sources(store: store)
    let text = try FamiliesFile.text(
      try Lexicon(release: release, overlays: overlays), written: overlays.families)
    Console.clearProgress()
    if let out {
      try ReportOptions.write(text, to: out)
      Console.message("Écrit\u{A0}: \(out)")
    } else {
      Console.output(text)
    }
  }
}
