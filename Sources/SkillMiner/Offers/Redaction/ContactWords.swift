/// The words by which a contact line and a person's name are known.
enum ContactWords {
  /// What a byte is to the search for contact words: 1 may start such a word or a civility, 2 is another letter of ASCII,
  /// 0 is anything else.
  static let role: [UInt8] = (0...255).map { (byte: UInt8) in
    byte == 0x4D || "acdeijrtACDEIJRT".utf8.contains(byte) ? 1 : ASCII.isLetter(byte) ? 2 : 0
  }

  /// How a civility (with a capital M) and words of contact begin; those with the same first two letters stand together.
  private static let openings: [StaticString] = [
    "m.", "m ", "mr", "mm", "ml", "monsieur", "mad",
    "adress", "appel", "attention", "aupr", "candidature", "contact", "correspondant", "domicile",
    "demander", "demandez", "demeurant", "envoye", "interlocut", "joi", "recruteu", "renseignement",
    "transmettre",
  ]

  /// By two letters, of each its lower five bits (the same in either case): 1 + the place of the first opening that begins
  /// so, 0 where none does.
  static let pairs: [UInt8] = {
    var pairs = [UInt8](repeating: 0, count: 1024)
    for (place, opening) in openings.enumerated().reversed() {
      pairs[pair(opening.utf8Start[0], opening.utf8Start[1])] = UInt8(place + 1)
    }
    return pairs
  }()

  /// Place of two bytes in `pairs`.
  @inline(__always)
  static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 31) << 5 | Int(second & 31) }

  /// A quick look at its first bytes: whether a word may be a civility or speak of contact.
  ///
  /// - Parameter place: what `pairs` has for its first two bytes, not 0.
  static func mayStart(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ place: UInt8) -> Bool {
    guard i + 2 < bytes.count, bytes[i] != 0x6D else { return false }
    let own = openings[Int(place) - 1]
    for opening in openings[(Int(place) - 1)...] {
      guard pair(opening.utf8Start[0], opening.utf8Start[1]) == pair(own.utf8Start[0], own.utf8Start[1])
      else {
        return false
      }
      if starts(bytes, i, opening) { return true }
    }
    return false
  }

  @inline(__always)
  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard i + count <= bytes.count else { return false }
    for k in 0..<count where bytes[i + k] | 0x20 != word.utf8Start[k] { return false }
    return true
  }

  static let civilities: Set<String> = ["m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle"]

  /// Whether a word, lower case, makes what follows a contact.
  static func isContact(_ word: String) -> Bool {
    // Most words of a line begin otherwise, or are too short.
    guard let first = word.utf8.first, role[Int(first)] == 1, word.utf8.count > 6 else { return false }
    return isDirectContact(word) || contextual.contains(word)
  }

  /// Whether a name may follow at once.
  static func isDirectContact(_ word: String) -> Bool {
    direct.contains(word) || (word.hasPrefix("interlocut") && word.utf8.count <= 14)
  }

  private static let contextual: Set<String> = [
    "candidature", "candidatures", "attention", "auprès", "adresser", "adressez", "envoyer", "envoyez",
    "transmettre",
    "renseignement", "renseignements", "adressée", "adressées", "adressé", "adressés",
  ]

  private static let direct: Set<String> = [
    "contact", "contacts", "contacter", "contactez", "contacte", "recruteur", "recruteuse", "appeler",
    "appelez",
    "joindre", "joignez", "correspondant", "correspondante", "demander", "demandez",
  ]

  static let particles: Set<String> = [
    "de", "du", "des", "d", "le", "la", "van", "von", "der", "den", "ben", "el", "da", "dos", "di", "al",
  ]

  /// Whether a capitalised word is a function or a department rather than a name.
  static func isTitle(_ word: String) -> Bool { titles.contains(word) }

  private static let titles: Set<String> = [
    "le", "la", "les", "l", "un", "une", "au", "aux", "par", "pour", "et", "ou", "votre", "notre", "nos",
    "vos", "maire",
    "président", "présidente", "directeur", "directrice", "direction", "responsable", "chargé", "chargée",
    "chef",
    "cheffe", "cadre", "assistant", "assistante", "drh", "rh", "service", "services", "agence", "tél", "tel",
    "téléphone", "mail", "email", "courriel", "fax", "cv", "cdi", "cdd", "gestionnaire", "coordinateur",
    "coordinatrice", "coordonnateur", "coordonnatrice", "secrétaire", "secrétariat", "recruteur",
    "recruteuse",
    "consultant", "consultante", "manager", "société", "groupe", "entreprise", "cabinet", "équipe", "mairie",
    "madame",
    "monsieur", "mme", "mr", "m", "mlle", "adjoint", "adjointe", "talent", "recrutement", "ressources",
    "humaines",
    "commercial", "commerciale", "client", "clients", "clientèle", "relation", "relations", "center", "data",
    "it",
    "directement", "merci", "site", "poste", "sas", "sarl", "sa", "dr", "pr", "le-la", "gérant", "gérante",
    "infirmier",
    "infirmière", "docteur", "chefs", "adresse", "candidature", "référence", "réf", "ref", "lettre",
    "motivation",
    "pôle", "emploi", "france", "travail", "mission", "locale", "centre", "département", "office", "manpower",
    "adecco",
    "randstad", "crit", "synergie", "technicien", "technicienne", "conseiller", "conseillère", "president",
    "ce", "cette",
    "vous", "nous", "il", "elle", "rejoindre", "rejoignez", "en", "dans", "sur", "avec", "qui", "que", "si",
    "ne",
  ]

  /// Trade names that look like a person.
  static let brandsBehindCivility: Set<String> = [
    "bricolage", "meuble", "store", "tissus", "cuisine", "propre", "bigard", "good", "net", "freeze",
    "piscine",
  ]

  /// A name behind one of these is that of a street or an institution.
  static let placeWords: Set<String> = [
    "rue", "avenue", "av", "bd", "bld", "boulevard", "place", "pl", "allée", "allées", "impasse", "chemin",
    "square",
    "cours", "quai", "route", "passage", "pont", "porte", "lycée", "collège", "école", "université",
    "hôpital",
    "hospitalier", "clinique", "polyclinique", "institut", "fondation", "résidence", "ehpad", "foyer",
    "maison",
    "cabinet", "groupe", "société", "ets", "établissements", "garage", "laboratoire", "laboratoires",
    "centre", "parc",
    "site", "zone", "za", "zi", "zac", "saint", "st", "sainte", "ste", "espace", "stade", "gymnase",
    "théâtre", "campus",
    "entreprise", "restaurant", "hôtel", "boulangerie", "salon", "château", "domaine", "crèche",
    "association", "chez",
    "magasin", "enseigne", "marque", "agence", "bâtiment", "immeuble", "tour", "faubourg", "esplanade",
  ]
}
