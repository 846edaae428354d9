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
}
