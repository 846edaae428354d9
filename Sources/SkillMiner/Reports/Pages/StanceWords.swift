import Taxonomy

/// What a mention is in its offer, in French.
enum StanceWords {
  static func text(_ stance: Stance) -> String {
    switch stance {
    case .mission: "mission"
    case .required: "exigée"
    case .desired: "souhaitée"
    case .provided: "formation assurée par l’employeur"
    default: "non comptée"
    }
  }
}
