import ArgumentParser
import SkillMiner
import Taxonomy

/// Looks after stored offers.
struct OffersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offers", abstract: "Entretient les offres du magasin.",
    subcommands: [OffersReadCommand.self, OffersPurgeCommand.self])
}

struct OffersPurgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Retire les textes des offres anciennes et garde ce qui y a été compté.",
    discussion: """
      Partent\u{A0}: intitulés, textes, versions antérieures, adresses, noms d’employeurs, enregistrements écartés. \
      Restent\u{A0}: métiers, compétences relevées, lieux, dates, secteurs et l’empreinte qui fait reconnaître l’offre. \
      Une offre purgée ne peut plus être citée ni relue avec un autre ROME. C’est définitif.

      Exemple\u{A0}:
        miner-daemon offers purge --before 2024-01-01 --keep-counts
      """)

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("Offres d’avant ce jour (AAAA-MM-JJ).", valueName: "date"))
  var before: String
  @Flag(name: .long, help: "Garde les comptes (obligatoire).")
  var keepCounts = false

  func validate() throws {
    if CalendarDate(before) == nil {
      throw ValidationError(
        "«\u{A0}\(before)\u{A0}» n’est pas une date. Écrivez-la AAAA-MM-JJ, par exemple 2024-01-01.")
    }
    if !keepCounts {
      throw ValidationError(
        "Ajoutez «\u{A0}--keep-counts\u{A0}»\u{A0}: le journal des imports doit rester juste. Pour tout effacer, "
          + "supprimez le fichier du magasin.")
    }
  }

  func run() async throws {
    guard let day = CalendarDate(before) else { return }
    let counts = try options.open(.readWrite).purge(before: day)
    Console.output(
      """
      Textes retirés\u{A0}: \(FrenchWords.count(counts.offers, "offre", "offres")), \
      \(FrenchWords.count(counts.versions, "version antérieure", "versions antérieures")), \
      \(FrenchWords.count(counts.quarantined, "enregistrement écarté", "enregistrements écartés")).
      Les comptes sont gardés.

      """)
  }
}
