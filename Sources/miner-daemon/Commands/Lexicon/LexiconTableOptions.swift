import ArgumentParser
import SkillMiner
import Taxonomy

/// Of which lexicon a table is made, and where it is written.
struct LexiconTableOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Magasin dont on prend la taxonomie\u{A0}; par défaut, celle du programme.", valueName: "chemin"))
  var store: String?
  @OptionGroup var file: LexiconFileOptions

  /// Writes what is made of the lexicon.
  func write(_ table: (Lexicon, Overlays) throws -> String) throws {
    Console.progress("Lecture de la taxonomie…")
    let (release, overlays) = try Workshop.sources(store: store)
    let text = try table(try Lexicon(release: release, overlays: overlays), overlays)
    Console.clearProgress()
    try OutputFile.put(text, to: file.out)
  }
}
