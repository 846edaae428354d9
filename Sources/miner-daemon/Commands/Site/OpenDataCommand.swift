import ArgumentParser
import Foundation
import SkillMiner
import Taxonomy

struct OpenDataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open-data",
    abstract: "Écrit les données ouvertes du mois, avec leur dictionnaire.",
    discussion: """
      Tableaux CSV, données liées, Data Package et notice de catalogue, dans un dossier par mois. Les petits effectifs sont \
      tus\u{A0}; aucune phrase, aucun employeur et aucun identifiant d’offre n’est écrit. Les mêmes fichiers sont à la page \
      «\u{A0}Données ouvertes\u{A0}» du service.

      Exemple\u{A0}:
        miner-daemon open-data --store region.sqlite --out donnees-ouvertes/
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var analysis: AnalysisOptions
  @Option(
    name: .long, help: ArgumentHelp("Dossier où écrire celui du mois.", valueName: "dossier"),
    completion: .directory)
  var out: String

  func run() async throws {
    let store = try options.open(.readOnly)
    let observatory = try SiteWorkshop.observatory(
      of: store, parameters: analysis.parameters, today: try clock.date(), disclosure: .published)
    let data = try observatory.openData()
    let folder = URL(filePath: out).appending(path: data.month)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in data.files {
        try Data(file.bytes).write(to: folder.appending(path: file.name), options: .atomic)
      }
    } catch let error as CocoaError {
      throw CommandFailure(
        "\(out)\u{A0}: le dossier n’a pas pu être écrit (\(error.localizedDescription)). Vérifiez qu’il accepte l’écriture."
      )
    }
    Console.message(
      "\(FrenchWords.count(data.files.count, "fichier écrit", "fichiers écrits")) dans \(folder.path)")
  }
}
