import ArgumentParser
import SkillMiner
import Taxonomy

/// Years of offers in files of their own.
struct ArchiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Met des années d’offres à part dans leurs propres fichiers, lus avec le magasin.",
    discussion: """
      Une archive reste à côté du magasin\u{A0}: toutes les commandes la lisent avec lui, et les analyses sont celles \
      d’un magasin entier. Si le fichier manque, elles le disent et s’arrêtent. Pour relire les offres avec un autre \
      lexique, ramenez d’abord les archives.
      """,
    subcommands: [ArchiveCreateCommand.self, ArchiveListCommand.self, ArchiveRestoreCommand.self])
}

struct ArchiveCreateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Met à part les offres créées une année.",
    discussion: """
      Le service doit être arrêté.

      Exemple\u{A0}:
        miner-daemon archive create --year 2023
      """)

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("Année de création des offres.", valueName: "année"))
  var year: Int
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Nom du fichier, dans le dossier du magasin\u{A0}; par défaut «\u{A0}archive-ANNÉE.sqlite\u{A0}».",
      valueName: "nom"))
  var name: String?

  func validate() throws {
    guard (1900...2999).contains(year) else {
      throw ValidationError("L’année s’écrit avec quatre chiffres, par exemple 2023.")
    }
    if let name, name.isEmpty || name.contains("/") || name.hasPrefix(".") {
      throw ValidationError("«\u{A0}\(name)\u{A0}» n’est pas un nom de fichier. Donnez un nom sans dossier.")
    }
  }

  func run() async throws {
    let store = try options.open(.readWrite)
    guard let record = try store.archive(year: year, as: name ?? "archive-\(year).sqlite") else {
      throw CommandFailure("Le magasin n’a pas d’offre créée en \(year)\u{A0}: rien n’a été mis à part.")
    }
    Console.message(
      "Archive écrite\u{A0}: \(record.name), "
        + FrenchWords.count(record.offers, "offre", "offres")
        + " du \(record.window.lowerBound) au \(record.window.upperBound).")
  }
}

struct ArchiveListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Montre les archives du magasin.")

  @OptionGroup var options: StoreOptions

  func run() async throws {
    // A missing archive is shown too.
    let store = try Store(path: options.store, access: .readOnly, withArchives: false)
    for record in try store.archives() {
      Console.output(
        "\(record.name)\t\(record.offers)\t\(record.window.lowerBound)\t\(record.window.upperBound)\t\(record.digest)\n"
      )
    }
  }
}

struct ArchiveRestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Ramène une archive dans le magasin.",
    discussion: """
      Ses offres sont relues si le lexique du magasin n’est plus celui de l’archive.

      Exemple\u{A0}:
        miner-daemon archive restore archive-2023.sqlite
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @Argument(help: ArgumentHelp("Nom de l’archive.", valueName: "nom"))
  var name: String

  func run() async throws {
    let store = try Store(path: options.store, access: .readWrite, withArchives: false)
    if try store.restoreArchive(name) {
      try ReleaseInstaller(store: store, today: try clock.date(), progress: ProgressLine.show)
        .complete(try Workshop.engine(of: store))
    }
    Console.message("Archive ramenée dans le magasin\u{A0}: \(name)")
  }
}
