import ArgumentParser
import SkillMiner

struct LexiconClaimsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Liste les formes que l’intitulé d’une autre compétence revendique.",
    discussion: """
      Une forme écrite pour une compétence dit parfois, à la flexion près, l’intitulé d’une autre\u{A0}: la demande est \
      alors comptée sous la première. Le tableau (CSV) donne la forme, sa compétence et celles qui la revendiquent\u{A0}; \
      aux relecteurs de trancher.

      Exemple\u{A0}:
        miner-daemon lexicon claims --store skillminer.sqlite --out revendications.csv
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
    let text = try ClaimsFile.text(try Lexicon(release: release, overlays: overlays))
    Console.clearProgress()
    if let out {
      try ReportOptions.write(text, to: out)
      Console.message("Écrit\u{A0}: \(out)")
    } else {
      Console.output(text)
    }
  }
}
