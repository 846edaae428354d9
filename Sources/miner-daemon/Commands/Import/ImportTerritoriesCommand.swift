import ArgumentParser
import SkillMiner

struct ImportTerritoriesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "territories",
    abstract: "Importe les communes, bassins d’emploi, zones d’emploi, départements et régions.",
    discussion: """
      Les fichiers donnés ensemble remplacent la carte en place\u{A0}; les offres déjà présentes sont resituées.

      Exemple\u{A0}:
        miner-daemon import territories cog_ensemble_2024_csv.zip lexique-bassins-2019.csv.gz \
      zones-emploi-2020-communes.json.gz
      """)

  @OptionGroup var source: ImportSourceOptions

  func run() async throws {
    try source.run { [try TerritoryImporter(store: $0, today: $1).importFiles($2)] }
  }
}
