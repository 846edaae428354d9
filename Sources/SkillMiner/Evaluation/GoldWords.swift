/// The words annotators write for kinds and stances: short French ones, or those of `extract`.
enum GoldWords {
  /// Kinds with their short word, in alphabetical order of the word.
  static let kinds: [(word: String, kind: Mention.Kind)] = [
    ("cert", .credential), ("dipl", .diploma), ("lang", .language), ("outil", .tool), ("s", .knowledge),
    ("se", .softSkill), ("sf", .knowHow),
  ]

  /// Stances with their French word.
  static let stances: [(word: String, stance: Stance)] = [
    ("mission", .mission), ("requis", .required), ("souhaite", .desired), ("fourni", .provided),
    ("nie", .negated), ("contexte", .boilerplate),
  ]

  static func kind(_ word: String) -> Mention.Kind? {
    kinds.first { $0.word == word }?.kind ?? Mention.Kind(rawValue: word)
  }

  static func stance(_ word: String) -> Stance? {
    stances.first { $0.word == word }?.stance ?? Stance(rawValue: word)
  }

  /// French name of a kind.
  static func name(_ kind: Mention.Kind) -> String {
    switch kind {
    case .knowHow: "savoir-faire"
    case .knowledge: "savoirs"
    case .softSkill: "savoir-être"
    case .tool: "outils"
    case .credential: "certificats"
    case .diploma: "diplômes"
    case .language: "langues"
    }
  }

  /// French name of a stance.
  static func name(_ stance: Stance) -> String {
    switch stance {
    case .mission: "mission"
    case .required: "exigé"
    case .desired: "souhaité"
    case .provided: "formation fournie"
    case .negated: "écarté"
    case .boilerplate: "hors demande"
    }
  }
}
