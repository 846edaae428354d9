import ArgumentParser
import SkillMiner

struct ImportTensionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tension",
    abstract: "Importe l’enquête BMO ou les indicateurs de tension de la Dares (facultatif).",
    discussion: """
      Les colonnes sont reconnues par leur nom (annee, métier FAP ou ROME, REG, Dept, BE, met, xmet, smet, tension). \
      Une table par famille professionnelle (FAP) demande aussi la table de passage vers le ROME\u{A0}; les intitulés des FAP \
      (format SAS) nomment les familles d’une table qui n’a que leurs codes. La tension est \
      montrée à côté des signaux, jamais mêlée à eux.

      Exemple\u{A0}:
        miner-daemon import tension bmo-2025.csv passage_fap2009_romev3.txt intitule_fap2009.txt
      """)

  @OptionGroup var source: ImportSourceOptions

  func run() async throws {
    try source.run { [try TensionImporter(store: $0, today: $1).importFiles($2)] }
  }
}
