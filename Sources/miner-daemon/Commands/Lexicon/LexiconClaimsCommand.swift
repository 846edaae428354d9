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

  @OptionGroup var table: LexiconTableOptions

  func run() async throws { try table.write { lexicon, _ in try ClaimsFile.text(lexicon) } }
}
