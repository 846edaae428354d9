import ArgumentParser
import SkillMiner
import Taxonomy

/// What reviewers say against the program's verdicts.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Corrige un verdict de couverture, avec une note qui reste.",
    subcommands: [ReviewOverruleCommand.self, ReviewRestoreCommand.self, ReviewListCommand.self])
}

struct ReviewOverruleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overrule",
    abstract: "Remplace le verdict d’une compétence pour une certification.",
    discussion: """
      L’avis tient à chaque nouvelle analyse, jusqu’à ce qu’un autre le remplace ou que «\u{A0}review restore\u{A0}» \
      rende la main au programme.

      Exemple\u{A0}:
        miner-daemon review overrule RNCP34860 caces-r489 covered --note "Vu au bloc 2, mot à mot" --who "Branche"
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var review: ReviewOptions
  @Argument(help: ArgumentHelp("Code de la certification.", valueName: "code")) var certification: String
  @Argument(help: ArgumentHelp("Identifiant de la famille de compétences.", valueName: "famille")) var family:
    String
  @Argument(help: ArgumentHelp("covered, partial ou missing.", valueName: "verdict")) var level: String
  @Option(name: .long, help: ArgumentHelp("Pourquoi.", valueName: "texte")) var note: String

  func validate() throws {
    if CoverageVerdict.Level(rawValue: level) == nil {
      throw ValidationError(
        "«\u{A0}\(level)\u{A0}» n’est pas un verdict. Écrivez covered, partial ou missing.")
    }
  }

  func run() async throws {
    let store = try options.open(.readWrite)
    guard let code = CertificationCode(certification),
      let known = try store.certifications().first(where: { $0.code == code })
    else {
      throw CommandFailure("«\u{A0}\(certification)\u{A0}» n’est pas une certification de ce magasin.")
    }
    let engine = try Workshop.engine(of: store)
    guard let named = engine.lexicon.families[family] else {
      throw CommandFailure("«\u{A0}\(family)\u{A0}» n’est pas une famille de compétences connue.")
    }
    guard let level = CoverageVerdict.Level(rawValue: level) else { return }
    let text = try BlockReader(extractor: engine.extractor).read(known, occupations: known.occupations)
    let judge = CoverageJudge(lexicon: engine.lexicon, tables: try CoverageTables.embedded())
    let seen = text.isEvaluable ? judge.verdict(of: named, in: text).level : nil
    try store.perform(
      CoverageOverruling(certification: code, family: family, level: level, note: note, seen: seen),
      who: review.who, when: clock.moment())
    Console.output(
      "\(code), «\u{A0}\(named.label)\u{A0}»\u{A0}: \(FrenchWords.verdict(level)) de l’avis de \(review.who)"
        + (seen.map { " (le programme disait\u{A0}: \(FrenchWords.verdict($0)))" } ?? "") + ".\n")
  }
}

struct ReviewRestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Retire un avis\u{A0}: le verdict du programme reprend.")

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var review: ReviewOptions
  @Argument(help: ArgumentHelp("Code de la certification.", valueName: "code")) var certification: String
  @Argument(help: ArgumentHelp("Identifiant de la famille de compétences.", valueName: "famille")) var family:
    String
  @Option(name: .long, help: ArgumentHelp("Pourquoi.", valueName: "texte")) var note: String

  func run() async throws {
    let store = try options.open(.readWrite)
    try store.perform(
      CoverageRestoring(
        certification: CertificationCode(certification)?.description ?? certification, family: family,
        note: note),
      who: review.who, when: clock.moment())
    Console.output("Avis retiré.\n")
  }
}

struct ReviewListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Liste les avis de relecteurs, retirés compris.")

  @OptionGroup var options: StoreOptions

  func run() async throws {
    let all = try options.open(.readOnly).allOverrulings()
    if all.isEmpty { return Console.output("Aucun avis de relecteur.\n") }
    for standing in all {
      let o = standing.overruling
      Console.output(
        "\(o.certification) \(o.family)\u{A0}: \(FrenchWords.verdict(o.level)), \(standing.who), \(standing.when)\u{A0}: "
          + o.note + (standing.isRestored ? " (retiré\u{A0}: \(standing.restoredBecause))" : "") + "\n")
    }
  }
}
