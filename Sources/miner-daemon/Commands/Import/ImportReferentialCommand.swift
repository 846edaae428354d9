import ArgumentParser
import SkillMiner

struct ImportReferentialCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "referential",
    abstract: "Importe des certifications\u{A0}: exports XML ou CSV de France compétences, lignes JSON.",
    discussion: """
      Une source qui parle d’une certification déjà connue la complète\u{A0}: les liens viennent de l’export, le \
      texte des blocs des lignes JSON, dans n’importe quel ordre.

      L’export XML a le texte des blocs\u{A0}; il est lu au fil de l’eau.

      Exemples\u{A0}:
        miner-daemon import referential export-fiches-rncp-v4-1-2026-07-01.zip
        miner-daemon import referential export-fiches-csv-2024-02-22.zip
        miner-daemon import referential titres.jsonl.gz textes.jsonl.gz
      """)

  @OptionGroup var source: ImportSourceOptions

  func run() async throws {
    try source.run { try ReferentialImporter(store: $0, today: $1).importFiles($2) }
  }
}
