import ArgumentParser
import SkillMiner
import Taxonomy

/// Field signals: what people met, beside what offers say.
struct FieldCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "field",
    abstract: "Recueille les signaux de terrain (branches, organismes, stagiaires, forums).",
    subcommands: [
      FieldImportCommand.self, FieldAddCommand.self, FieldListCommand.self, FieldWithdrawCommand.self,
      FieldQuestionnaireCommand.self,
    ])

  /// A reader over a store's taxonomy and map.
  static func reader(of store: Store) throws -> FieldSignalReader {
    try Workshop.fieldReader(of: store, engine: try Workshop.engine(of: store))
  }

  /// Keeps a batch and says what became of it.
  static func keep(_ batch: FieldSignalBatch, in store: Store, who: String, when: AuditMoment) throws {
    let before = Set(try store.keptFieldSignals().map(\.signal.id))
    let known = batch.signals.count { before.contains($0.id) }
    for line in batch.quarantined { Console.message(line.finding(file: batch.origin).description) }
    if !batch.signals.isEmpty || !batch.quarantined.isEmpty {
      try store.perform(batch, who: who, when: when)
    }
    Console.output(FieldSignalsReport.summary(batch, known: known))
  }
}

struct FieldImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Importe des questionnaires remplis (CSV).",
    discussion: """
      Colonnes\u{A0}: celles de «\u{A0}field questionnaire\u{A0}»; voir docs/formats-terrain.md. Une ligne inutilisable est \
      mise de côté avec un conseil, les autres sont gardées.

      Exemple\u{A0}:
        miner-daemon field import branche-commerce.csv --who "Carif-Oref"
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var review: ReviewOptions
  @Argument(help: ArgumentHelp("Fichiers à importer.", valueName: "fichier"), completion: .file()) var files:
    [String]

  func run() async throws {
    let store = try options.open(.readWrite)
    let reader = try FieldCommand.reader(of: store)
    var hasQuarantined = false
    for file in files {
      let batch = try reader.read(path: file)
      try FieldCommand.keep(batch, in: store, who: review.who, when: clock.moment())
      hasQuarantined = hasQuarantined || !batch.quarantined.isEmpty
    }
    if hasQuarantined { throw ExitStatus.failed }
  }
}

struct FieldAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Saisit une observation.",
    discussion: """
      Exemple\u{A0}:
        miner-daemon field add --observation "On nous demande la tenue de caisse" --direction manque --who "CCI" \\
          --territory 67 --date 2026-11-03
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var review: ReviewOptions
  @Option(name: .long, help: ArgumentHelp("Ce qui a été observé.", valueName: "texte")) var observation = ""
  @Option(name: .long, help: ArgumentHelp("manque, hausse, baisse ou inutile.", valueName: "sens"))
  var direction: String
  @Option(
    name: .long, help: ArgumentHelp("Jour de l’observation\u{A0}; celui du jour sinon.", valueName: "date"))
  var date: String?
  @Option(name: .long, help: ArgumentHelp("Qui répond\u{A0}: branche, organisme, table.", valueName: "nom"))
  var source = ""
  @Option(
    name: .long,
    help: ArgumentHelp("branche, entreprise, organisme, stagiaire, forum ou autre.", valueName: "rôle"))
  var role = ""
  @Option(name: .long, help: ArgumentHelp("Secteur.", valueName: "secteur")) var sector = ""
  @Option(name: .long, help: ArgumentHelp("Territoire, par son code ou son nom.", valueName: "territoire"))
  var territory = ""
  @Option(name: .long, help: ArgumentHelp("Niveau du territoire.", valueName: "niveau")) var level = ""
  @Option(name: .long, help: ArgumentHelp("Métier, par son code ROME.", valueName: "ROME")) var occupation =
    ""
  @Option(name: .long, help: ArgumentHelp("Certification, par son code.", valueName: "code"))
  var certification = ""
  @Option(name: .long, help: ArgumentHelp("Code OGR ou famille de compétences.", valueName: "code"))
  var code = ""
  @Option(name: .long, help: ArgumentHelp("Personnes ou entreprises concernées.", valueName: "nombre"))
  var weight = ""

  func run() async throws {
    let store = try options.open(.readWrite)
    let today = try clock.date().description
    let signal = try FieldCommand.reader(of: store).signal(nil, file: "saisie") { column in
      switch column {
      case .date: date ?? today
      case .source: source
      case .role: role
      case .sector: sector
      case .level: level
      case .territory: territory
      case .occupation: occupation
      case .certification: certification
      case .code: code
      case .words: observation
      case .direction: direction
      case .weight: weight
      }
    }
    let read = signal.readings.map(\.label).joined(separator: ", ")
    Console.message(
      read.isEmpty ? "Aucune compétence reconnue\u{A0}: gardé avec ses mots." : "Compris\u{A0}: \(read)")
    try FieldCommand.keep(
      FieldSignalBatch(origin: "saisie", digest: nil, signals: [signal]), in: store, who: review.who,
      when: clock.moment())
  }
}

struct FieldListCommand: AsyncParsableCommand {
  /// A form of output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
  }

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Liste les signaux de terrain, retirés compris.")

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("Seulement cette famille de compétences.", valueName: "famille"))
  var family: String?
  @Option(name: .long, help: ArgumentHelp("table ou csv.", valueName: "format")) var format = Format.table
  @OptionGroup var file: OutputOptions

  func run() async throws {
    let signals = try options.open(.readOnly).keptFieldSignals().filter { kept in
      family.map { id in kept.signal.readings.contains { $0.family == id } } ?? true
    }
    let text = format == .csv ? FieldSignalsReport.csv(signals) : FieldSignalsReport.table(signals)
    try file.write(text)
  }
}

struct FieldWithdrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Retire une observation\u{A0}: elle reste au journal et ne dit plus rien.")

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var review: ReviewOptions
  @Argument(help: ArgumentHelp("Identifiant de l’observation.", valueName: "identifiant")) var id: String
  @Option(name: .long, help: ArgumentHelp("Pourquoi.", valueName: "texte")) var why: String

  func run() async throws {
    try options.open(.readWrite).perform(
      FieldSignalWithdrawal(id: id, why: why), who: review.who, when: clock.moment())
    Console.output("Observation retirée.\n")
  }
}

struct FieldQuestionnaireCommand: AsyncParsableCommand {
  /// A form of output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv
    case html
  }

  static let configuration = CommandConfiguration(
    commandName: "questionnaire",
    abstract: "Écrit le questionnaire\u{A0}: à imprimer (html) ou à remplir (csv).")

  @Option(name: .long, help: ArgumentHelp("À qui il s’adresse.", valueName: "titre")) var title = ""
  @Option(name: .long, help: ArgumentHelp("html ou csv.", valueName: "format")) var format = Format.html
  @OptionGroup var file: OutputOptions

  func run() async throws {
    let text = format == .csv ? Questionnaire.csv() : Questionnaire.html(title: title)
    try file.write(text)
  }
}
