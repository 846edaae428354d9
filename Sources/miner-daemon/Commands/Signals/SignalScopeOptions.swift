import ArgumentParser
import SkillMiner
import Taxonomy

/// The offers a signal is about, as options.
struct SignalScopeOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Secteur de la NAF, à l’un de ses cinq niveaux (G, 47, 47.1, 47.11, 47.11F).", valueName: "NAF"))
  var sector: String?
  @Option(name: .long, help: ArgumentHelp("Filière, par son nom ou son identifiant.", valueName: "nom"))
  var filiere: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Territoire\u{A0}: code, précédé de son niveau s’il le faut (region:44, departement:67, zone-emploi:, bassin:, commune:).",
      valueName: "code"))
  var territory: String?
  @Option(name: .long, help: ArgumentHelp("Métier (N1103) ou domaine (N11) du ROME.", valueName: "ROME"))
  var occupation: String?

  init() {}

  /// The options as another way in was given them.
  init(
    sector: String? = nil, filiere: String? = nil, territory: String? = nil, occupation: String? = nil
  ) {
    self.sector = sector
    self.filiere = filiere
    self.territory = territory
    self.occupation = occupation
  }

  /// The scope, and how it is called in French.
  ///
  /// - Parameters:
  ///   - filieres: those of a user, looked at before those of the program.
  ///   - perimeter: named in the title; what reads the facts keeps to it.
  func resolve(
    _ store: Store, release: TaxonomyRelease, filieres: [Filiere] = [], perimeter: Perimeter? = nil
  ) throws -> (scope: CubeScope, title: String) {
    var scope = CubeScope()
    var titles: [String] = []
    if let sector {
      scope.sectors = try Self.sectors(sector, store)
      titles.append("secteur \(sector.uppercased())")
    }
    if let own = filieres.first(where: { $0.id == filiere || $0.name == filiere }) {
      // Half of all offers name no sector: it speaks only where no occupation does.
      if !own.occupations.isEmpty {
        scope.occupations = Set(own.occupations.flatMap(release.expand))
      } else if !own.sectors.isEmpty, sector == nil {
        scope.sectors = own.sectors.map { $0.filter { $0 != "." }.uppercased() }
      }
      titles.append("filière \(own.name)")
    } else if let filiere {
      let found = try FiliereOccupations.find(filiere)
      scope.occupations = Set(found.occupations.flatMap(release.expand))
      titles.append("filière \(found.label)")
    }
    if let occupation {
      let codes = try occupations(occupation, release)
      scope.occupations = scope.occupations?.intersection(codes) ?? codes
      let label = ROMECode(occupation).flatMap { release.occupation($0)?.label }
      titles.append("métier \(occupation.uppercased())" + (label.map { " (\($0))" } ?? ""))
    }
    if let territory {
      let key = try Self.territory(territory, store)
      scope.territory = key
      let name = try store.territories().first { $0.level == key.level && $0.code == key.code }?.name
      titles.append("\(key.level.rawValue) \(name ?? key.code)")
    }
    if let perimeter { titles.append("périmètre \(perimeter.name)") }
    return (scope, titles.isEmpty ? "toutes les offres" : titles.joined(separator: ", "))
  }

  /// Beginnings of the NAF codes of a sector of any level: those of its divisions for a section.
  private static func sectors(_ text: String, _ store: Store) throws -> [String] {
    let code = text.filter { $0 != "." }.uppercased()
    let naf = try store.sectors()
    if let divisions = naf.divisions(ofSection: code) { return divisions }
    let advice = "Donnez une section (G), une division (47) ou un code (47.1, 47.11, 47.11F)."
    guard let first = code.utf8.first, (0x30...0x39).contains(first), (2...5).contains(code.utf8.count) else {
      throw unknown(text, "n’est pas un code NAF.", advice)
    }
    guard naf.knows(code) else { throw unknown(text, "n’est pas dans la NAF rév. 2.", advice) }
    return [code]
  }

  /// The options that were given, for a command to be repeated.
  var repeated: [String] {
    [("--sector", sector), ("--filiere", filiere), ("--territory", territory), ("--occupation", occupation)]
      .flatMap { option, value in value.map { [option, $0.contains(" ") ? "\"\($0)\"" : $0] } ?? [] }
  }

  private func occupations(_ text: String, _ release: TaxonomyRelease) throws -> Set<ROMECode> {
    let codes: Set<ROMECode>
    if let code = ROMECode(text) {
      codes = Set(release.expand(code)).union(release.occupation(code).map { [$0.code] } ?? [])
    } else {
      let domain = text.uppercased()
      codes = Set(release.occupations.map(\.code).filter { domain.count <= 3 && $0.value.hasPrefix(domain) })
    }
    guard !codes.isEmpty else {
      throw Self.unknown(
        text, "n’est ni un métier ni un domaine de \(release.name).",
        "Donnez un code comme N1103, ou un domaine comme N11.")
    }
    return codes
  }

  private static func territory(_ text: String, _ store: Store) throws -> CubeScope.TerritoryKey {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      guard let level = Territory.Level(rawValue: parts[0]) else {
        throw unknown(
          text, "n’a pas de niveau connu.",
          "Niveaux\u{A0}: " + Territory.Level.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      if try store.territoryLevels(ofCode: parts[1]).contains(level) {
        return CubeScope.TerritoryKey(level: level, code: parts[1])
      }
      throw unknown(text, "n’est pas un territoire connu.", advice)
    }
    let levels = try store.territoryLevels(ofCode: text)
    guard let level = levels.first else { throw unknown(text, "n’est pas un territoire connu.", advice) }
    guard levels.count == 1 else {
      let choices = levels.map { "\($0.rawValue):\(text)" }.joined(separator: " ou ")
      throw unknown(text, "désigne plusieurs territoires.", "Précisez\u{A0}: \(choices).")
    }
    return CubeScope.TerritoryKey(level: level, code: text)
  }

  private static let advice =
    "Donnez le code officiel (Insee, France Travail) d’un territoire importé\u{A0}: miner-daemon import territories."

  static func unknown(_ text: String, _ what: String, _ advice: String) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "SIGNAL-002", file: "signaux",
        message: "«\u{A0}\(text)\u{A0}» \(what)", advice: advice))
  }
}
