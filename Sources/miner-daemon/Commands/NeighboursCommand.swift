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
    var options = SignalScopeOptions()
    options.sector = nil
    options.filiere = nil
    options.occupation = nil
    options.territory = territory
    let resolved = try options.resolve(store, release: engine.release)
    let profiles = OccupationProfiles(try store.cube(resolved.scope), families: engine.lexicon.families)
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
    func name(_ code: ROMECode) -> String {
      engine.release.occupation(code).map { "\(code) \($0.label)" } ?? code.value
    }
    var out = "Métiers proches de \(name(code))\u{A0}: \(resolved.title)\n"
    for neighbour in neighbours {
      out += "\n\(FrenchNumber.decimal(neighbour.similarity, digits: 2))  \(name(neighbour.occupation)) "
      out += "(\(FrenchText.count(neighbour.offers, "offre", "offres")))\n"
      for lesson in neighbour.toLearn {
        let label = engine.lexicon.families[lesson.family]?.label ?? lesson.family
        out += "      + \(label)\u{A0}: \(FrenchNumber.percent(lesson.shareFrom)) → "
        out += "\(FrenchNumber.percent(lesson.shareTo))\n"
      }
    }
    Console.output(out)
  }
}
