/// Recommendations of the CNAM, their categories as ROME codes, and the machines people name instead.
enum CACESTable {
  enum Machine: Equatable {
    case forklift, stacker, platform, site, telescopic, bridge, crane, auxiliaryCrane, mobileCrane,
      towerCrane, scaffold

    var isCraneKind: Bool { self == .auxiliaryCrane || self == .mobileCrane || self == .towerCrane }

    /// Both may be said of one certificate: *grue auxiliaire*, *engins de chantier, chariot télescopique*.
    func agrees(with other: Machine) -> Bool {
      let cranes: [Machine] = [.crane, .auxiliaryCrane, .mobileCrane, .towerCrane]
      let earth: [Machine] = [.site, .telescopic]
      let lifts: [Machine] = [.forklift, .stacker, .telescopic]
      return [cranes, earth, lifts].contains { $0.contains(self) && $0.contains(other) }
    }

    /// Says more than another: *grue auxiliaire* than *grue*.
    func isNarrower(than other: Machine?) -> Bool {
      switch other {
      case .crane: self != .crane
      case .forklift: self == .telescopic
      default: false
      }
    }
  }

  struct Regulation {
    let family: String
    let machine: Machine
    /// The item of the recommendation as a whole.
    let general: Int32
    /// Folded category → code.
    let codes: [String: Int32]
  }

  /// Number → recommendation.
  static let regulations: [String: Regulation] = [
    "489": Regulation(
      family: "caces-r489", machine: .forklift, general: 200067,
      codes: [
        "1": 200068, "1a": 200068, "1b": 200069, "2": 200070, "2a": 200070, "2b": 200071, "3": 200072,
        "4": 200073, "5": 200074, "6": 200075,
        "7": 200076,
      ]),
    "389": Regulation(
      family: "caces-r489", machine: .forklift, general: 120407,
      codes: ["1": 123696, "2": 123697, "3": 123698, "4": 123718, "5": 123721, "6": 123722]),
    "482": Regulation(
      family: "caces-r482", machine: .site, general: 200038,
      codes: [
        "a": 200039, "b": 200040, "b1": 200040, "b2": 200041, "b3": 200042, "c": 200043, "c1": 200043,
        "c2": 200044, "c3": 200045, "d": 200046,
        "e": 200047, "f": 200048, "g": 200049,
      ]),
    "372": Regulation(
      family: "caces-r482", machine: .site, general: 120406,
      codes: [
        "1": 123701, "2": 123704, "3": 123705, "4": 123707, "5": 123715, "6": 123716, "7": 123713,
        "8": 123717, "9": 123699, "10": 123703,
      ]),
    "486": Regulation(
      family: "caces-r486", machine: .platform, general: 200059,
      codes: ["a": 200060, "b": 200061, "c": 200062, "1a": 200060, "3a": 200060, "1b": 200061, "3b": 403188]),
    "386": Regulation(
      family: "caces-r486", machine: .platform, general: 121311,
      codes: ["1a": 200060, "3a": 200060, "1b": 200061, "3b": 403188, "a": 200060, "b": 200061]),
    "490": Regulation(family: "caces-r490", machine: .auxiliaryCrane, general: 200077, codes: [:]),
    "390": Regulation(family: "caces-r490", machine: .auxiliaryCrane, general: 120408, codes: [:]),
    "485": Regulation(
      family: "caces-r485", machine: .stacker, general: 200056, codes: ["1": 200057, "2": 200058]),
    "484": Regulation(
      family: "caces-r484", machine: .bridge, general: 200053, codes: ["1": 200054, "2": 200055]),
    "318": Regulation(family: "caces-r484", machine: .bridge, general: 121308, codes: [:]),
    "483": Regulation(
      family: "caces-r483", machine: .mobileCrane, general: 200050, codes: ["a": 200051, "b": 200052]),
    "383": Regulation(
      family: "caces-r483", machine: .mobileCrane, general: 121310,
      codes: ["1a": 123711, "1b": 123712, "2a": 123714, "2b": 123719, "2c": 123720]),
    "487": Regulation(
      family: "caces-r487", machine: .towerCrane, general: 200063,
      codes: ["1": 200064, "2": 200065, "3": 200066]),
    "377": Regulation(family: "caces-r487", machine: .towerCrane, general: 121309, codes: [:]),
    "408": Regulation(family: "echafaudages-r408", machine: .scaffold, general: 126509, codes: [:]),
    "457": Regulation(family: "echafaudages-r408", machine: .scaffold, general: 126510, codes: [:]),
  ]

  /// Folded word → machine.
  static let machines: [String: Machine] = {
    var table: [String: Machine] = [:]
    func put(_ words: String, _ machine: Machine) {
      for word in words.split(separator: " ") { table[String(word)] = machine }
    }
    put(
      "chariot chariots elevateur elevateurs cariste transpalette transpalettes frontal frontaux retractable retractables fenwick",
      .forklift)
    put("gerbeur gerbeurs", .stacker)
    put("nacelle nacelles pemp plateforme plateformes elevatrice elevatrices nacelliste", .platform)
    put(
      "engin engins chantier chantiers pelle pelles minipelle minipelles chargeuse chargeuses tractopelle pelleteuse bulldozer compacteur cylindre dumper tombereau niveleuse tp btp tractopelles terrassement",
      .site)
    put("telescopique telescopiques manuscopique telehandler merlo manitou", .telescopic)
    put("pont ponts roulant roulants portique portiques pontier", .bridge)
    put("grue grues", .crane)
    put("auxiliaire auxiliaires chargement hayon", .auxiliaryCrane)
    put("mobile mobiles", .mobileCrane)
    put("tour", .towerCrane)
    put("echafaudage echafaudages", .scaffold)
    return table
  }()

  static let digitCategories: Set<String> = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "1a", "1b", "2a", "2b", "2c", "3a", "3b",
  ]
  static let letterCategories: Set<String> = [
    "a", "b", "c", "d", "e", "f", "g", "b1", "b2", "b3", "c1", "c2", "c3",
  ]
  /// Categories people glue to the word: *CACES3*.
  static let glued: Set<String> = ["1", "2", "3", "4", "5", "6", "1a", "1b", "3a", "3b"]
  static let categoryWords: Set<String> = [
    "cat", "cate", "categ", "categorie", "categories", "cats", "type", "types", "groupe",
  ]
  static let fillers: Set<String> = [
    "®", "™", "(", ")", "[", "]", ":", "-", "–", "—", "°", ",", "/", "+", "&", "n", "no", "num", "numero",
    "numeros", "de", "des", "du", "d", "les",
    "la", "le", "l", "et", "ou", "a", "au", "aux", "mini", "accompagnant", "accompagnants", "recommandation",
    "conduite", "en", "securite", "exige", "exiges", "obligatoire", "obligatoires",
    "requis", "valide", "valides", "jour", "suivants", "suivant", "niveau", "electrique", "personnes",
    "personnel", "ex", "anciennement", "ancien", "soit", "porte", "mat",
    "conducteur", "automoteur", "automoteurs", "manutention",
  ]
  static let quantities: Set<String> = [
    "an", "ans", "mois", "annee", "annees", "jour", "jours", "poste", "postes", "h", "heure", "heures",
    "euro", "euros", "€", "%", "semaine", "semaines",
    "x", "er", "ere", "eme", "personnes", "t", "tonne", "tonnes", "kg", "m", "metres", "profils", "candidats",
    "cdi", "missions",
  ]

  /// The recommendation meant when no number is given.
  static func regulation(machine: Machine?, categories: [String]) -> String {
    let hasLetter = categories.contains { letterCategories.contains($0) }
    switch machine {
    case .forklift: return hasLetter ? "482" : isSite(categories) ? "372" : "489"
    case .platform:
      if categories.contains(where: { digitCategories.contains($0) && $0.count == 1 }) { return "489" }
      return categories.isEmpty || hasLetter ? "486" : "386"
    case .site: return categories.isEmpty || hasLetter ? "482" : "372"
    case .telescopic: return categories.isEmpty || hasLetter ? "482" : isSite(categories) ? "372" : "489"
    case .stacker: return categories.isEmpty ? "485" : "489"
    case .bridge: return "484"
    case .auxiliaryCrane: return "490"
    case .mobileCrane: return "483"
    case .crane, .towerCrane: return "487"
    case .scaffold: return "408"
    case nil: break
    }
    if hasLetter { return "482" }
    if isSite(categories) { return "372" }
    return categories.contains { $0 == "3a" || $0 == "3b" } ? "386" : "489"
  }

  /// Numbers only the site machines went up to.
  private static func isSite(_ categories: [String]) -> Bool {
    categories.contains { $0 == "8" || $0 == "9" || $0 == "10" }
  }
}
