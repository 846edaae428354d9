import ArgumentParser
import SkillMiner
import Taxonomy

struct LexiconApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Emploie les formes acceptées et les familles d’un fichier, et relit les offres du magasin.",
    discussion: """
      Le magasin garde une copie de ce qui est appliqué\u{A0}: toutes les commandes s’en servent ensuite, et l’empreinte \
      du lexique change. Une mention trouvée par une forme apprise le dit (origine form:learned).

      Exemples\u{A0}:
        miner-daemon lexicon apply --decisions decisions.csv
        miner-daemon lexicon apply --decisions decisions.csv --proposals propositions.csv --trust-learned 60
        miner-daemon lexicon apply --families familles.csv
        miner-daemon lexicon apply --reset
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Décisions\u{A0}: leurs formes acceptées remplacent celles du magasin.", valueName: "fichier"),
    completion: .file())
  var decisions: String?
  @Option(
    name: .long,
    help: ArgumentHelp("Propositions que «\u{A0}--trust-learned\u{A0}» regarde.", valueName: "fichier"),
    completion: .file())
  var proposals: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Emploie sans relecture les propositions dont le G² atteint cette valeur.", valueName: "G²"))
  var trustLearned: Double?
  @Option(
    name: .long,
    help: ArgumentHelp("Familles\u{A0}: elles remplacent celles du programme.", valueName: "fichier"),
    completion: .file())
  var families: String?
  @Flag(name: .long, help: "Revient au lexique du programme.")
  var reset = false

  func validate() throws {
    if (proposals == nil) != (trustLearned == nil) {
      throw ValidationError("«\u{A0}--proposals\u{A0}» et «\u{A0}--trust-learned\u{A0}» vont ensemble.")
    }
    if let trustLearned, !(trustLearned >= 0) || !trustLearned.isFinite {
      throw ValidationError("«\u{A0}--trust-learned\u{A0}» attend un nombre positif.")
    }
    let asks = decisions != nil || proposals != nil || families != nil
    if asks == reset {
      throw ValidationError(
        reset
          ? "«\u{A0}--reset\u{A0}» va seul."
          : "Donnez «\u{A0}--decisions\u{A0}», «\u{A0}--proposals\u{A0}», «\u{A0}--families\u{A0}» ou «\u{A0}--reset\u{A0}»."
      )
    }
  }

  func run() async throws {
    let store = try options.open(.readWrite)
    let today = try clock.date()
    try Workshop.furnish(store, today: today)
    var findings: [Finding] = []
    if reset {
      try store.keep(LearnedForms.none)
      try store.keep(families: nil)
    }
    if decisions != nil || proposals != nil {
      let forms = LearnedForms(
        decisions: try decisions.map { try LexiconDecisions(existing: $0) } ?? LexiconDecisions(),
        proposals: try proposals.map { try ProposalsFile.read(path: $0) } ?? [], trust: trustLearned,
        release: try store.release(), findings: &findings)
      try store.keep(forms)
      let accepted = forms.forms.count { $0.source == .accepted }
      Console.message(
        "\(FrenchWords.count(accepted, "forme acceptée", "formes acceptées")), "
          + "\(FrenchWords.count(forms.forms.count - accepted, "forme non relue", "formes non relues")).")
    }
    if let families {
      let file = try FamiliesFile.read(path: families)
      try store.keep(families: file.text)
      Console.message(FrenchWords.count(file.families.count, "famille.", "familles."))
    }
    for finding in findings { Console.message(finding.description) }
    let engine = try Workshop.engine(of: store)
    try ReleaseInstaller(store: store, today: today, progress: ProgressLine.show).install(engine, import: nil)
    Console.clearProgress()
    Console.message("Lexique appliqué\u{A0}; empreinte \(engine.lexicon.digest.prefix(16)).")
  }
}
