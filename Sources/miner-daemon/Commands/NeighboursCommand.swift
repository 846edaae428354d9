import ArgumentParser
import SkillMiner
import Taxonomy

struct NeighboursCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbours",
    abstract: "Montre les métiers proches par les compétences demandées, et ce qu’il faudrait apprendre.",
    discussion: """
      La proximité est le cosinus des parts d’offres qui demandent chaque compétence, lissées vers celles de tous \
      les métiers. Voir docs/signaux.md.

      Exemples\u{A0}:
        miner-daemon neighbours --occupation M1811
        miner-daemon neighbours --occupation N1103 --territory region:44 --limit 5
      """)

  @OptionGroup var options: StoreOptions
  @Option(name: .long, help: ArgumentHelp("Métier de départ (N1103).", valueName: "ROME"))
  var occupation: String
  @Option(name: .long, help: ArgumentHelp("Territoire, comme pour «\u{A0}signals\u{A0}».", valueName: "code"))
  var territory: String?
  @Option(name: .long, help: ArgumentHelp("Métiers montrés.", valueName: "nombre"))
  var limit = 10
  @Option(
    name: .long, help: ArgumentHelp("Compétences à apprendre montrées par métier.", valueName: "nombre"))
  var lessons = 6
  @OptionGroup var output: SignalOutputOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("«\u{A0}--limit\u{A0}» attend un nombre d’au moins 1.") }
    if lessons < 0 { throw ValidationError("«\u{A0}--lessons\u{A0}» attend un nombre positif ou nul.") }
    if ROMECode(occupation) == nil {
      throw ValidationError("«\u{A0}\(occupation)\u{A0}» n’est pas un code ROME, comme N1103.")
    }
  }

  func run() async throws {
    let store = try options.open(.readOnly)
    let engine = try Workshop.engine(of: store)
    let resolved = try SignalScopeOptions(territory: territory).resolve(store, release: engine.release)
    let cube = try store.cube(resolved.scope)
    let profiles = OccupationProfiles(
      cube, families: engine.lexicon.families, disclosure: output.disclosure)
    guard let code = ROMECode(occupation),
      let neighbours = profiles.neighbours(of: code, limit: limit, lessons: lessons)
    else {
      throw ReadingError(
        Finding(
          severity: .failure, code: "SIGNAL-004", file: resolved.title,
          message:
            "moins de \(OccupationProfiles.support) offres collectées pour le métier \(occupation.uppercased()).",
          advice: profiles.occupations.isEmpty
            ? "Importez des offres, ou élargissez le territoire."
            : "Métiers assez fournis\u{A0}: "
              + profiles.occupations.prefix(12).map(\.code.value).joined(separator: ", ") + "…"))
    }
    let report = NeighboursReport(
      from: code, title: resolved.title, neighbours: neighbours, lexicon: engine.lexicon, cube: cube)
    try output.write(table: report.table, csv: report.csv, json: report.json)
  }
}
