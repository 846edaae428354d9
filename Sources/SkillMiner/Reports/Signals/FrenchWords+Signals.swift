import Taxonomy

extension FrenchWords {
  /// Class as an adjective of *compétence*.
  public static func signal(_ kind: SignalClass) -> String {
    switch kind {
    case .emerging: "émergente"
    case .growing: "en croissance"
    case .declining: "en déclin"
    case .vanishing: "en disparition"
    case .stable: "stable"
    case .undetermined: "indéterminée"
    case .insufficient: "données insuffisantes"
    }
  }

  /// Warning of a row as a short badge.
  public static func signalWarning(_ warning: Signal.Warning) -> String {
    switch warning {
    case .concentration: "un employeur domine"
    case .smallSupport: "effectif faible"
    case .secondOpinion: "pente mensuelle contraire"
    case .mix: "surtout un effet de composition"
    case .sourceBreak: "porté par une source en rupture"
    }
  }

  /// A count, or `s` where it is kept back.
  static func secret(_ n: Int?) -> String { n.map(FrenchNumber.integer) ?? "s" }

  /// A figure of tension as a sentence.
  public static func tension(_ figure: TensionFigure) -> String {
    let place = figure.territory.map { "\($0.level.rawValue) \($0.code)" } ?? "France"
    let names = figure.occupations.prefix(3).map(\.label).joined(separator: ", ")
    let more = figure.occupations.count > 3 ? "…" : ""
    let survey = figure.survey == .bmo ? "enquête BMO" : "Dares"
    var out = "Tension (\(survey) \(figure.year), \(place))\u{A0}: "
    if let share = figure.difficultShare, let projects = figure.projects {
      out +=
        "\(FrenchNumber.percent(share)) des \(FrenchNumber.decimal(projects, digits: 0)) projets de recrutement "
      out += "jugés difficiles"
    } else if let indicator = figure.indicator {
      out += "indicateur \(FrenchNumber.decimal(indicator, digits: 2))"
    } else {
      out += "chiffres secrets"
    }
    return out + " (\(names)\(more))."
  }
}
