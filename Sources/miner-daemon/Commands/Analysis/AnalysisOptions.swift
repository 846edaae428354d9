import ArgumentParser
import SkillMiner
import Taxonomy

/// What an analyst may choose for an analysis; defaults are those of `AnalysisParameters`.
struct AnalysisOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Besoin minimal, en pour cent\u{A0}: borne basse de l’intervalle.", valueName: "pourcentage"))
  var minDemand = 3.0
  @Option(
    name: .long,
    help: ArgumentHelp("Nombre minimal d’offres distinctes qui demandent la compétence.", valueName: "nombre")
  )
  var minOffers = AnalysisParameters().minimumOffers
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Information mutuelle normalisée à partir de laquelle des compétences forment un module (−1 à 1).",
      valueName: "valeur"))
  var cohesion = AnalysisParameters().cohesion
  @Option(name: .long, help: ArgumentHelp("Compétences par module au plus (1 à 6).", valueName: "nombre"))
  var moduleSize = AnalysisParameters().moduleSize
  @Option(name: .long, help: ArgumentHelp("Niveau auquel les territoires sont comptés.", valueName: "niveau"))
  var territory = TerritoryOption.departement
  @Option(name: .long, help: ArgumentHelp("Premier jour de publication (AAAA-MM-JJ).", valueName: "date"))
  var from: String?
  @Option(name: .long, help: ArgumentHelp("Dernier jour de publication (AAAA-MM-JJ).", valueName: "date"))
  var until: String?
  @Flag(name: .long, help: "Écarte les offres dont le métier a été déduit du titre.")
  var declaredOnly = false

  func validate() throws {
    func refuse(_ text: String) throws -> Never { throw ValidationError(text) }
    guard (0...100).contains(minDemand) else {
      try refuse("«\u{A0}--min-demand\u{A0}» attend un pourcentage de 0 à 100.")
    }
    guard minOffers >= 1 else { try refuse("«\u{A0}--min-offers\u{A0}» attend un nombre d’au moins 1.") }
    guard (-1...1).contains(cohesion) else {
      try refuse("«\u{A0}--cohesion\u{A0}» attend une valeur de −1 à 1.")
    }
    guard (1...6).contains(moduleSize) else {
      try refuse("«\u{A0}--module-size\u{A0}» attend un nombre de 1 à 6.")
    }
    for text in [from, until] {
      if let text, CalendarDate(text) == nil {
        try refuse("«\u{A0}\(text)\u{A0}» n’est pas une date. Écrivez-la AAAA-MM-JJ, par exemple 2025-06-30.")
      }
    }
    if let first = from.flatMap({ CalendarDate($0) }), let last = until.flatMap({ CalendarDate($0) }),
      last < first
    {
      try refuse("La période est vide\u{A0}: «\u{A0}--until\u{A0}» précède «\u{A0}--from\u{A0}».")
    }
  }

  /// The parameters chosen.
  var parameters: AnalysisParameters {
    var parameters = AnalysisParameters()
    parameters.minimumDemand = minDemand / 100
    parameters.minimumOffers = minOffers
    parameters.cohesion = cohesion
    parameters.moduleSize = moduleSize
    parameters.territoryLevel = territory.level
    parameters.from = from.flatMap { CalendarDate($0) }
    parameters.until = until.flatMap { CalendarDate($0) }
    parameters.declaredOccupationsOnly = declaredOnly
    return parameters
  }

  /// Territory levels by the names people use.
  enum TerritoryOption: String, ExpressibleByArgument, CaseIterable {
    case commune
    case bassin
    case zoneEmploi = "zone-emploi"
    case departement
    case region

    var level: Territory.Level {
      switch self {
      case .commune: .commune
      case .bassin: .employmentBasin
      case .zoneEmploi: .employmentZone
      case .departement: .department
      case .region: .region
      }
    }
  }
}
