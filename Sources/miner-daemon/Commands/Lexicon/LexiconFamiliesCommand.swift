import ArgumentParser
import SkillMiner

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

  @OptionGroup var table: LexiconTableOptions

  func run() async throws {
    try table.write { lexicon, overlays in try FamiliesFile.text(lexicon, written: overlays.families) }
  }
}
