import ArgumentParser

/// Brings files into the store.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Importe une taxonomie, des certifications, des offres, des territoires, des tensions ou une offre de formation.",
    discussion: """
      Rien n’est perdu\u{A0}: lus = intégrés + doublons + écartés. Les enregistrements écartés sont conservés avec \
      le fichier, la ligne et la raison. Réimporter un fichier ne change rien\u{A0}; un import interrompu se relance.
      """,
    subcommands: [
      ImportTaxonomyCommand.self, ImportReferentialCommand.self, ImportOffersCommand.self,
      ImportTerritoriesCommand.self, ImportTensionCommand.self, ImportSupplyCommand.self,
    ])
}
