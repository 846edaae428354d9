import ArgumentParser
import SkillMiner
import Taxonomy

/// What goes to a forum and what comes back from it.
struct ForumCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forum",
    abstract: "Prépare un forum territorial et en rapporte les décisions.",
    subcommands: [ForumAgendaCommand.self, ForumSheetCommand.self, ForumImportCommand.self])
}

struct ForumAgendaCommand: AsyncParsableCommand {
  /// A form of output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case html
  }

  static let configuration = CommandConfiguration(
    commandName: "agenda",
    abstract: "Dit ce qu’un territoire a à débattre.",
    discussion: """
      Compétences les plus demandées, en hausse, en déclin, absentes des certifications, signaux de terrain et parcours \
      proposés.

      Exemple\u{A0}:
        miner-daemon forum agenda departement:67 --window 2026 --reference 2025 --format html --output agenda.html
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var analysis: AnalysisOptions
  @Argument(help: ArgumentHelp("Territoire (region:44, departement:67…).", valueName: "territoire"))
  var place: String
  @Option(name: .long, help: ArgumentHelp("Portefeuille à débattre.", valueName: "identifiant"))
  var portfolio: String?
  @Option(name: .long, help: ArgumentHelp("Période récente (2026, 2026-01..2026-06).", valueName: "mois"))
  var window: String?
  @Option(name: .long, help: ArgumentHelp("Période de référence, de même.", valueName: "mois")) var reference:
    String?
  @Option(name: .long, help: ArgumentHelp("Lignes de chaque liste.", valueName: "nombre")) var limit = 10
  @Option(name: .long, help: ArgumentHelp("table ou html.", valueName: "format")) var format = Format.table
  @OptionGroup var file: OutputOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("«\u{A0}--limit\u{A0}» attend un nombre d’au moins 1.") }
    if (window == nil) != (reference == nil) {
      throw ValidationError("Donnez les deux périodes, «\u{A0}--window\u{A0}» et «\u{A0}--reference\u{A0}».")
    }
    for text in [window, reference].compactMap({ $0 }) where SignalWindows.months(text) == nil {
      throw ValidationError("«\u{A0}\(text)\u{A0}» n’est pas une période. Écrivez 2026-01..2026-06, ou 2026.")
    }
  }

  func run() async throws {
    let store = try options.open(.readOnly)
    let territory = try TerritoryChoice.find(place, in: store)
    var parameters = analysis.parameters
    parameters.territory = territory
    let lexicon = try Workshop.engine(of: store).lexicon
    let today = try clock.date()
    let result = try AnalysisRun.result(of: store, parameters: parameters, today: today)
    // What a room is given is published.
    let pages = try Observatory(
      store: store, lexicon: lexicon, result: nil, filieres: EmbeddedFilieres.all(), today: today,
      disclosure: .published)
    let here = PageScope(territory: CubeScope.TerritoryKey(level: territory.level, code: territory.code))
    var rows: [SignalRow]?
    var why: String? = "Aucune période à comparer (options --window et --reference)."
    if let windows {
      var scope = CubeScope()
      scope.territory = CubeScope.TerritoryKey(level: territory.level, code: territory.code)
      let request = SignalRequest(scope: scope, title: territory.name, windows: windows, options: [])
      do {
        // Refuses windows without offers, and says which months there are.
        rows = try SignalAnalysis(lexicon: lexicon).run(store, request) { family, isRecent in
          windows == pages.windows
            && pages.hides(family: family, in: here.during(isRecent ? windows.recent : windows.reference))
        }.rows
      } catch let error as ReadingError {
        why = error.finding.message.prefix(1).uppercased() + error.finding.message.dropFirst()
      }
    }
    let agenda = try ForumAgenda(
      territory: territory, result: result, signals: rows, signalsMissing: why,
      field: try store.fieldSignals(),
      portfolio: try portfolio.map { try store.portfolio($0) }, lexicon: lexicon, input: store, limit: limit
    ) { pages.hides(family: $0, in: here) }
    let text = format == .html ? ForumReport.html(agenda) : ForumReport.text(agenda)
    try file.write(text)
  }

  private var windows: SignalWindows? {
    guard let window, let reference, let recent = SignalWindows.months(window),
      let past = SignalWindows.months(reference)
    else { return nil }
    return SignalWindows(recent: recent, reference: past)
  }
}

struct ForumSheetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Écrit la feuille de vote d’un portefeuille\u{A0}: à remplir (csv) ou à imprimer (html).")

  @OptionGroup var options: StoreOptions
  @Argument(help: ArgumentHelp("Portefeuille.", valueName: "identifiant")) var portfolio: String
  @Option(name: .long, help: ArgumentHelp("Territoire, pour le titre.", valueName: "nom")) var territory = ""
  @Option(name: .long, help: ArgumentHelp("csv ou html.", valueName: "format"))
  var format = FieldQuestionnaireCommand.Format.csv
  @OptionGroup var file: OutputOptions

  func run() async throws {
    let portfolio = try options.open(.readOnly).portfolio(portfolio)
    let text =
      format == .csv
      ? ForumReport.sheetCSV(portfolio) : ForumReport.sheetHTML(portfolio, territory: territory)
    try file.write(text)
  }
}

struct ForumImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Rapporte au portefeuille les décisions d’un forum, et ses observations.",
    discussion: """
      Exemple\u{A0}:
        miner-daemon forum import forum-strasbourg --portfolio grand-est-2027 --sheet votes.csv \\
          --observations tables.csv --name "Forum de Strasbourg" --date 2026-11-05 --who "Animation du forum"
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var review: ReviewOptions
  @Argument(help: ArgumentHelp("Identifiant du forum, comme forum-strasbourg.", valueName: "identifiant"))
  var id: String
  @Option(name: .long, help: ArgumentHelp("Portefeuille débattu.", valueName: "identifiant")) var portfolio:
    String
  @Option(
    name: .long, help: ArgumentHelp("Feuille de vote remplie.", valueName: "fichier"), completion: .file())
  var sheet: String
  @Option(
    name: .long, help: ArgumentHelp("Observations des tables.", valueName: "fichier"), completion: .file())
  var observations: String?
  @Option(name: .long, help: ArgumentHelp("Nom du forum\u{A0}; son identifiant sinon.", valueName: "nom"))
  var name: String?
  @Option(name: .long, help: ArgumentHelp("Territoire, en clair.", valueName: "nom")) var territory = ""
  @Option(name: .long, help: ArgumentHelp("Jour du forum\u{A0}; celui du jour sinon.", valueName: "date"))
  var date: String?

  func validate() throws {
    if let date, CalendarDate(date) == nil {
      throw ValidationError("«\u{A0}\(date)\u{A0}» n’est pas une date. Écrivez-la AAAA-MM-JJ.")
    }
  }

  func run() async throws {
    let store = try options.open(.readWrite)
    let read = try ForumSheet.read(path: sheet)
    var quarantined = read.quarantined
    for line in quarantined { Console.message(line.finding(file: sheet).description) }
    var signals: [FieldSignal] = []
    if let observations {
      let batch = try FieldCommand.reader(of: store).read(path: observations)
      signals = batch.signals
      for line in batch.quarantined { Console.message(line.finding(file: observations).description) }
      quarantined += batch.quarantined
    }
    let day = try date.flatMap { CalendarDate($0) } ?? clock.date()
    try store.perform(
      ForumRecord(
        id: id, name: name ?? id, territory: territory, date: day, portfolio: portfolio, seen: read.seen,
        lines: read.lines, signals: signals, quarantined: quarantined), who: review.who,
      when: clock.moment())
    guard let forum = try store.forums().first(where: { $0.record.id == id }) else { return }
    Console.output(ForumReport.text(forum))
    if !quarantined.isEmpty || forum.outcomes.contains(where: { $0.refusal != nil }) {
      throw ExitStatus.failed
    }
  }
}
