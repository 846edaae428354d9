import ArgumentParser

/// Brings files into the store.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Importe taxonomie, certifications, offres d’emploi, territoires, tensions, offre de formation ou cubes.",
    discussion: """
      Rien n’est perdu\u{A0}: lus = intégrés + doublons + écartés. Les enregistrements écartés sont conservés avec \
      le fichier, la ligne et la raison. Réimporter un fichier ne change rien\u{A0}; un import interrompu se relance.
      """,
    subcommands: [
      ImportTaxonomyCommand.self, ImportReferentialCommand.self, ImportOffersCommand.self,
      ImportTerritoriesCommand.self, ImportTensionCommand.self, ImportSupplyCommand.self,
      ImportCubeCommand.self,
    ])
}
