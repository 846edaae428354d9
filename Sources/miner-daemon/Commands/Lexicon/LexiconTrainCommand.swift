import ArgumentParser
import SkillMiner
import Taxonomy

struct LexiconTrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Apprend des vecteurs de mots sur les offres du magasin, et relit les offres avec eux.",
    discussion: """
      Les mots qui se trouvent en même compagnie dans vos offres et dans les intitulés de la taxonomie reçoivent des \
      vecteurs voisins (fastText\u{A0}; Bojanowski et al., 2017)\u{A0}; la lecture s’en sert pour choisir entre des \
      compétences proches. C’est facultatif\u{A0}: sans eux, elle prend des vecteurs tirés des seuls intitulés.

      Les vecteurs restent dans le magasin, avec ce dont ils sont faits, et changent l’empreinte du lexique. Une autre \
      version de la taxonomie les met hors d’usage jusqu’au prochain apprentissage. Le même magasin et la même graine \
      redonnent les mêmes vecteurs.

      Exemples\u{A0}:
        miner-daemon lexicon train --store skillminer.sqlite
        miner-daemon lexicon train --status
        miner-daemon lexicon train --remove
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @Option(
    name: .long,
    help: ArgumentHelp("Offres lues au plus, réparties sur tout le magasin.", valueName: "nombre"))
  var maxOffers = VectorTrainingParameters().maximumOffers
  @Option(name: .long, help: ArgumentHelp("Graine du hasard.", valueName: "nombre"))
  var seed = VectorTrainingParameters().seed
  @Flag(name: .long, help: "Retire les vecteurs du magasin et relit les offres sans eux.")
  var remove = false
  @Flag(name: .long, help: "Dit de quoi les vecteurs du magasin sont faits, sans rien changer.")
  var status = false

  func validate() throws {
    guard !(remove && status) else {
      throw ValidationError("«\u{A0}--remove\u{A0}» et «\u{A0}--status\u{A0}» ne vont pas ensemble.")
    }
    guard maxOffers >= VectorTraining.minimumOffers else {
      throw ValidationError(
        "«\u{A0}--max-offers\u{A0}» vaut au moins \(FrenchNumber.integer(VectorTraining.minimumOffers)).")
    }
    guard (0..<Int(Int32.max)).contains(seed) else {
      throw ValidationError("«\u{A0}--seed\u{A0}» attend un nombre de 0 à \(Int32.max - 1).")
    }
  }

  func run() async throws {
    if status { return try tell(options.open(.readOnly)) }
    let store = try options.open(.readWrite)
    let today = try clock.date()
    try Workshop.furnish(store, today: today)
    if remove {
      guard try store.trainedVectorsOrigin() != nil else {
        return Console.message("Ce magasin n’a pas de vecteurs appris\u{A0}; rien n’a changé.")
      }
      try store.keep(nil as TrainedVectors?)
    } else {
      try store.keep(try trained(on: store, today))
    }
    let engine = try Workshop.engine(of: store)
    try ReleaseInstaller(store: store, today: today, progress: ProgressLine.show).install(engine, import: nil)
    Console.clearProgress()
    if remove { Console.message("Vecteurs retirés.") } else { try tell(store) }
    Console.message("Offres relues\u{A0}; empreinte du lexique \(engine.lexicon.digest.prefix(16)).")
  }

  private func trained(on store: Store, _ today: CalendarDate) throws -> TrainedVectors {
    var parameters = VectorTrainingParameters()
    parameters.maximumOffers = maxOffers
    parameters.seed = seed
    Console.progress("Lecture de la taxonomie…")
    let lexicon = try Lexicon(release: try store.release(), overlays: try Overlays.of(store))
    Console.progress("Lecture des offres…")
    let training = VectorTraining(store: store, lexicon: lexicon, parameters: parameters)
    let vectors = try training.train(today: today) { share in
      Console.progress("Apprentissage des vecteurs… \(FrenchNumber.percent(share))")
    }
    Console.clearProgress()
    return vectors
  }

  private func tell(_ store: Store) throws {
    guard let origin = try store.trainedVectorsOrigin() else {
      return Console.message(
        "Ce magasin n’a pas de vecteurs appris\u{A0}: la lecture prend ceux des intitulés de la taxonomie.")
    }
    Console.message(
      "Vecteurs appris le \(FrenchWords.date(origin.trained)) sur \(FrenchWords.count(origin.offers, "offre distincte", "offres distinctes"))"
        + " et les intitulés de \(origin.releaseName) (graine \(origin.seed), libfasttext \(origin.library))."
    )
    try Workshop.warnOfStaleVectors(in: store)
  }
}
