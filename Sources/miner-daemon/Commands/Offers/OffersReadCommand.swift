import ArgumentParser
import SkillMiner

struct OffersReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Lit les compétences des offres importées avec --defer-reading.",
    discussion: """
      Une lecture interrompue reprend où elle en était.

      Exemple\u{A0}:
        miner-daemon offers read
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions

  func run() async throws {
    let store = try options.open(.readWrite)
    let waiting = try store.unreadOffers()
    guard waiting > 0 else {
      Console.output("Aucune offre n’attend d’être lue.\n")
      return
    }
    let engine = try Workshop.engine(of: store)
    let installer = ReleaseInstaller(store: store, today: try clock.date(), progress: ProgressLine.show)
    try installer.catchUp(engine)
    Console.clearProgress()
    Console.output("Offres lues\u{A0}: \(FrenchNumber.integer(waiting - (try store.unreadOffers()))).\n")
  }
}
