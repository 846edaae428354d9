/// Names of languages with their ROME items, and the words of level and of speech around them.
enum LanguageTable {
  struct Language {
    /// The general item; `nil` when ROME has none.
    let general: Int32?
    /// Items that name a level or a field.
    var special: [String: Int32] = [:]

    /// The item of a language with these words of level.
    func code(levels: Set<String>) -> Int32? {
      // In order of how much each word says.
      for level in ["maritime", "financier", "technique", "affaires", "commercial", "b2"]
      where levels.contains(level) {
        if let code = special[level] { return code }
      }
      return general
    }
  }

  private static let english = Language(
    general: 403110,
    special: [
      "technique": 110150, "maritime": 100253, "financier": 121072, "affaires": 118716, "commercial": 118716,
      "b2": 118471,
    ])

  /// Folded masculine name → language.
  static let languages: [String: Language] = {
    var table: [String: Language] = [:]
    for (name, code) in codes { table[name] = Language(general: code) }
    table["anglais"] = english
    table["english"] = english
    table["espagnol"] = Language(general: 118474, special: ["affaires": 118717, "commercial": 118717])
    table["allemand"] = Language(general: 118475, special: ["affaires": 118726, "commercial": 118726])
    return table
  }()

  private static let codes: [String: Int32?] = [
    "francais": 118230, "italien": 118472, "portugais": 115988, "neerlandais": 115985, "hollandais": 115985,
    "flamand": 115985, "russe": 115989,
    "chinois": 115967, "mandarin": 115967, "japonais": 115981, "coreen": 115968, "arabe": 115962,
    "turc": 115995, "polonais": 115987, "roumain": nil,
    "hongrois": 115979, "tcheque": 115994, "slovaque": 115991, "slovene": 115992, "croate": 115969,
    "serbe": 115990, "bulgare": 115965, "grec": 115978,
    "danois": 115970, "suedois": 115993, "norvegien": 115986, "finnois": 115974, "finlandais": 115974,
    "ukrainien": 115996, "armenien": 125081,
    "georgien": 115977, "albanais": 115961, "estonien": 115973, "lituanien": 115983, "catalan": 115966,
    "basque": 115964, "galicien": 115976,
    "esperanto": 115972, "luxembourgeois": nil, "hebreu": nil, "vietnamien": nil, "hindi": nil, "persan": nil,
    "farsi": nil, "creole": 118232,
    "breton": 118232, "alsacien": 118232, "corse": 118232, "occitan": 118232, "letton": nil,
    "cantonais": 115967, "braille": 102631, "latin": nil,
    "dari": nil, "pachto": nil, "tamoul": nil, "soninke": nil, "wolof": nil, "thai": nil, "ourdou": nil,
    "bengali": nil, "tigrinya": nil, "somali": nil,
  ]

  /// Folded feminine adjective behind *langue* → language.
  static let feminine: [String: Language] = {
    var table: [String: Language] = [:]
    let pairs = [
      "anglaise": "anglais", "francaise": "francais", "espagnole": "espagnol", "allemande": "allemand",
      "italienne": "italien", "portugaise": "portugais",
      "neerlandaise": "neerlandais", "russe": "russe", "chinoise": "chinois", "japonaise": "japonais",
      "arabe": "arabe", "turque": "turc", "polonaise": "polonais",
      "roumaine": "roumain", "coreenne": "coreen", "ukrainienne": "ukrainien",
      "luxembourgeoise": "luxembourgeois", "bretonne": "breton", "grecque": "grec",
      "suedoise": "suedois", "danoise": "danois", "norvegienne": "norvegien", "corse": "corse",
      "basque": "basque", "catalane": "catalan",
    ]
    for (feminine, masculine) in pairs { table[feminine] = languages[masculine] }
    return table
  }()

  /// Tests of a language, and the item of that language.
  static let tests: [String: Int32] = [
    "toeic": 403110, "toefl": 403110, "ielts": 403110, "bulats": 403110, "linguaskill": 403110,
    "cambridge": 403110, "delf": 118230, "dalf": 118230,
    "tcf": 118230,
  ]

  static let cefr: Set<String> = ["a1", "a2", "b1", "b2", "c1", "c2"]

  /// Levels that make a language of the word before them.
  static let strongLevels: Set<String> = cefr.union([
    "courant", "courante", "courants", "couramment", "bilingue", "fluent", "fluide", "lu", "ecrit", "parle",
    "oral", "operationnel", "scolaire", "natif", "native",
    "maternel", "maternelle", "conversationnel", "intermediaire", "avance", "usuel", "technique",
    "professionnel", "commercial", "obligatoire", "exige",
    "requis", "souhaite", "apprecie", "indispensable", "imperatif", "imperativement", "necessaire", "correct",
    "notions", "niveau", "demande", "maitrise", "parles", "ecrits", "courament",
    "impeccable", "confirme", "debutant", "basique", "maritime", "medical", "juridique", "financier",
    "perfectionne", "serait", "bienvenu", "b1/b2",
  ])

  /// Words of level that belong to the span.
  static let levels: Set<String> = strongLevels.subtracting([
    "obligatoire", "exige", "requis", "souhaite", "apprecie", "indispensable", "imperatif", "imperativement",
    "necessaire", "demande", "serait", "niveau", "bienvenu",
    "notions", "maitrise", "correct",
  ]).union(["toeic", "toefl", "ielts", "affaires", "scientifique", "general"])

  static let levelJoiners: Set<String> = [
    ",", "et", "&", "/", "-", "–", "niveau", "ou", ":", "a", "l", "au", "minimum", "moins", "des", "tres",
    "bon", "le", "score", ">", "+", "de", "(", "un", "d", "mini", "usage",
  ]

  /// Nouns and verbs of speech.
  static let cues: Set<String> = [
    "maitrise", "maitriser", "maitrisez", "maitrisant", "parlez", "parler", "parlant", "parle", "parlent",
    "pratique", "pratiquez", "pratiquer", "pratiquant", "connaissance",
    "connaissances", "notion", "notions", "niveau", "langue", "langues", "bilingue", "trilingue", "courant",
    "couramment", "lire", "ecrire", "lu", "ecrit",
    "oral", "aise", "aisance", "fluent", "compris", "comprendre", "comprenez", "communiquer", "communiquez",
    "communication", "bases", "linguistique", "linguistiques",
    "echanger", "echangez", "echanges", "exprimer", "exprimez", "autonome", "fluide", "usage", "utilisation",
    "vocabulaire", "competence", "apprentissage", "locuteur",
    "dialoguer", "rediger", "redaction", "redactionnelles", "expression", "negocier", "converser",
    "conversation", "documentation", "reunions", "present", "interlocuteurs", "ecrite", "orale",
  ]
  static let speech: Set<String> = cues.union([
    "documents", "mails", "telephone", "contrats", "courriers", "rapports", "appels",
  ])
  static let notInThatLanguage: Set<String> = ["imprime", "edite", "traduit"]

  /// A word before that makes an adjective or a people of it.
  static let neverAfter: Set<String> = [
    "marche", "groupe", "client", "clients", "leader", "territoire", "droit", "constructeur", "fabricant",
    "editeur", "numero", "acteur", "partenaire", "fournisseur", "fournisseurs",
    "vin", "vins", "restaurant", "produit", "produits", "jardin", "gouvernement", "etat", "systeme", "reseau",
    "industriel", "site", "sites", "sol", "plan", "made", "les",
    "des", "savoir-faire", "faire", "specialiste", "distributeur", "armateur", "hopital", "permis",
    "passeport", "norme", "code", "modele", "style", "meuble", "pavillon", "cheval", "fromage",
    "yaourt", "poulet", "quartier", "numéro", "concessionnaire", "service", "hotel", "traiteur", "salon",
    "geant", "operateur", "champion", "patrimoine",
  ]
  static let neverBefore: Set<String> = ["langue", "et internationaux", "pays"]
}
