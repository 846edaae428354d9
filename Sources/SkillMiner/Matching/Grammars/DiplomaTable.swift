/// Words of the diploma grammar: heads, stop words, acronyms of specialities.
enum DiplomaTable {
  /// Opening of an official label → what it is; the first that fits.
  static let labelPrefixes: [(String, DiplomaIndex.Sort)] = [
    ("cap ou bep", .cap), ("capme", .specialised), ("cap ", .cap), ("capa", .cap), ("bepa", .bep),
    ("bep ", .bep), ("bac pro", .bacPro), ("bac ", .bac), ("baccalaureat", .bac),
    ("btsa", .bts), ("bts", .bts), ("dut", .dut), ("but ", .but), ("licence pro", .licencePro),
    ("licence", .licence), ("bachelor", .bachelor), ("mastere", .mastere),
    ("master", .master), ("titre d'ingenieur", .engineer), ("diplome d'ecole d'ing", .engineer),
    ("diplome d'ecoles d'ing", .engineer),
    ("diplome d'ecole de commerce", .business), ("diplome d'etudes specialisees", .specialised),
    ("diplome d'etat", .state), ("titre pro", .titre), ("tp ", .titre),
    ("cqp", .cqp), ("bpjeps", .state), ("dejeps", .state), ("desjeps", .state), ("bp ", .bp), ("bpa", .bp),
    ("brevet professionnel", .bp), ("mc ", .mc), ("certificat de specialisation", .mc),
    ("brevet de technicien superieur", .bts), ("brevet", .brevet), ("diplome de docteur", .doctorate),
    ("doctorat", .doctorate), ("diplome", .state), ("deust", .dut),
    ("bm ", .brevet),
  ]

  static let genericWords =
    "études mention spécialité option parcours métier domaine type filière secteur diplôme état titre professionnel professionnelle pro licence master mastère spécialisé bts btsa dut but cap bep bepa bac baccalauréat cqp diplômé ingénieur école spécialisation avec formation niveau brevet certificat technicien supérieur supérieure sciences technologies santé depuis tp bachelor bachelier équivalent bp bpa mc université national nationale"

  /// Acronyms of specialities as offers write them.
  static let acronyms: [String: String] = [
    "mco": "management commercial opérationnel", "muc": "management des unités commerciales",
    "ndrc": "négociation et digitalisation de la relation client",
    "nrc": "négociation relation client", "gpme": "gestion de la PME",
    "sio": "services informatiques aux organisations", "slam": "solutions logicielles applications métiers",
    "sisr": "services informatiques aux organisations solutions infrastructure systèmes réseaux",
    "cg": "comptabilité et gestion", "cgo": "comptabilité et gestion",
    "sam": "support à l'action managériale", "tc": "techniques de commercialisation",
    "gea": "gestion des entreprises et des administrations",
    "geii": "génie électrique et informatique industrielle", "gmp": "génie mécanique et productique",
    "gim": "génie industriel et maintenance", "mmi": "métiers du multimédia et de l'internet",
    "crsa": "conception et réalisation de systèmes automatiques", "cpi": "conception de produits industriels",
    "cira": "contrôle industriel et régulation automatique",
    "esf": "économie sociale familiale", "cesf": "conseiller en économie sociale familiale",
    "sp3s": "services et prestations des secteurs sanitaire et social",
    "mhr": "management en hôtellerie restauration", "assp": "accompagnement soins et services à la personne",
    "sapat": "services aux personnes et aux territoires",
    "melec": "métiers de l'électricité et de ses environnements connectés",
    "mei": "maintenance des équipements industriels", "aepe": "accompagnant éducatif petite enfance",
    "css": "carrières sanitaires et sociales",
    "atmfc": "assistant technique en milieux familial et collectif",
    "mva": "maintenance des véhicules automobiles",
    "epc": "équipier polyvalent du commerce", "era": "étude et réalisation d'agencement",
    "fed": "fluides énergies domotique", "scbh": "systèmes constructifs bois et habitat",
    "gtla": "gestion des transports et logistique associée",
    "otm": "organisation de transport de marchandises",
    "ccst": "conseil et commercialisation de solutions techniques",
    "aes": "accompagnant éducatif et social", "ash": "agent de service hospitalier",
    "avs": "auxiliaire de vie sociale", "amp": "aide médico-psychologique",
    "staps": "sciences et techniques des activités physiques et sportives",
    "lea": "langues étrangères appliquées", "rh": "ressources humaines",
    "grh": "gestion des ressources humaines",
    "qlio": "qualité logistique industrielle et organisation", "hse": "hygiène sécurité environnement",
    "qhse": "qualité hygiène sécurité environnement", "qse": "qualité sécurité environnement",
    "cca": "comptabilité contrôle audit", "msma": "maintenance des systèmes",
    "atfer": "animateur territoires ruraux", "apv": "après-vente", "ci": "commerce international",
    "pi": "professions immobilières", "eje": "éducateur de jeunes enfants",
    "avf": "assistant de vie aux familles", "advf": "assistant de vie aux familles",
    "tp": "travaux publics", "couverture": "couvreur", "étanchéité": "étancheur", "vrd": "travaux publics",
    "ciel": "cybersécurité informatique et réseaux électronique",
    "tisec": "technicien en installation des systèmes énergétiques et climatiques",
    "cgea": "conduite et gestion de l'entreprise agricole",
    "acse": "analyse conduite et stratégie de l'entreprise agricole", "iaa": "industries agroalimentaires",
    "tsma": "techniques et services en matériels agricoles",
  ]

  /// Words in front that say a diploma follows.
  static let cues: Set<String> = [
    "titulaire", "titulaires", "diplome", "diplomes", "diplomee", "formation", "formations", "niveau",
    "niveaux", "etudes", "detenteur", "detention", "possession", "issu", "issue", "cursus", "obtention",
    "obtenu",
    "justifiez", "possedez", "minimum", "qualification", "qualifications", "certification", "bac", "bep",
    "bts", "dut", "cap", "mini", "type", "etudiant", "etudiante", "preparer", "preparez",
    "preparant", "alternance", "ayant", "requis",
  ]

  /// Words a speciality ends before.
  static let stops: Set<String> = [
    "minimum", "mini", "min", "maximum", "requis", "requise", "exige", "exigee", "exiges", "souhaite",
    "souhaitee", "souhaites", "apprecie", "appreciee", "obligatoire", "valide", "validee", "vous",
    "votre", "vos", "avec", "equivalent", "equivalente", "equivalents", "equivalence", "similaire",
    "experience", "experiences", "idealement", "preference", "impératif", "imperatif", "imperativement",
    "ayant", "disposant", "possedant", "justifiant",
    "niveau", "nous", "poste", "profil", "alternance", "cours", "poche", "parallele", "complete", "completee",
    "associe", "associee", "recherche", "recherchee", "souhaitant", "preparation", "nécessaire", "necessaire",
    "indispensable", "demande", "demandee", "ou/et", "connexe", "permis", "salaire", "remuneration",
    "debutant", "debutants", "accepte", "acceptes", "cdi", "cdd", "contrat", "horaires", "temps",
    "est", "sont", "serait", "sera", "seriez", "etes", "ai", "avez", "es", "qui", "que", "quoi", "pour",
    "afin", "ainsi", "minimum/", "premiere", "reussie", "significative", "confirmee", "moins", "an", "ans",
    "annee", "annees", "mois", "plus",
    "atout", "titulaire", "diplome", "diplomee", "diplomes", "recrute", "sein", "conseillee", "conseille",
    "preferee", "impérative", "imperative", "uniquement", "garantissant", "incluant", "comprenant",
    "specialisant", "permettant", "poursuite", "tant", "habilite", "habilitee",
    "prime", "entreprise", "afin", "taux", "jusqu", "via", "recherchons", "chez", "sous", "sur",
    "competences", "competence", "savoir", "langues", "anglais", "connaissance", "connaissances", "maitrise",
    "maitrisez", "motive", "rigoureux",
    "autonome", "aucune", "aucun", "sans", "selon", "apres", "avant", "lequel", "laquelle", "si", "mais",
    "car", "dont", "son", "sa", "ses", "notre", "nos", "leur", "leurs", "ce", "cette", "ces", "il", "elle",
    "tu", "ton", "ta", "tes", "on", "je",
    "mutuelle", "formation", "prise", "duree", "date", "lieu", "type", "reconnu", "reconnue", "rncp",
    "adapte", "adaptee", "autre", "autres", "etc", "h", "f", "completé", "specialisee", "obtenu", "obtenue",
    "statut", "ecole", "quotidien", "missions", "mission",
    "souhaitez", "justifie", "dispose", "possede", "possedez", "disposez", "justifiez", "debut", "rythme",
    "permettant", "exigence", "qualifie", "qualifiee", "idealement,", "correspondant", "correspondante",
  ]

  /// Places of work: *BTS MCO en magasin*.
  static let places: Set<String> = [
    "magasin", "boutique", "restaurant", "agence", "entreprise", "alternance", "apprentissage", "interne",
    "atelier", "usine",
  ]

  /// Connectors inside a speciality.
  static let connectors: Set<String> = [
    "de", "du", "des", "d", "l", "la", "le", "les", "en", "et", "ou", "a", "au", "aux", "dans", "par", "un",
    "une",
  ]
  /// What may open a speciality.
  static let introducers: Set<String> = [
    "en", "de", "d", "du", "des", "dans", "option", "specialite", "mention", "domaine", "parcours", "filiere",
    "specialisation", "specialise", "avec", "orientation", "specialisee", "l", "dominante",
  ]

  /// Adjectives and nouns that make a *formation* a requirement.
  static let fields: Set<String> = [
    "technique", "commerciale", "scientifique", "juridique", "informatique", "comptable", "agricole",
    "esthetique", "mecanique", "electrique", "electrotechnique", "electronique",
    "superieure", "paramedicale", "medicale", "sociale", "universitaire", "ingenieur", "ingenieurs",
    "initiale", "hoteliere", "culinaire", "financiere", "artistique", "industrielle", "administrative",
    "sanitaire", "paysagiste", "horticole", "bancaire",
    "electricien", "electromecanique", "electromecanicien", "mecanicien", "soudeur", "chaudronnier",
    "menuisier", "plombier", "cuisinier", "cuisine", "patisserie", "boulangerie", "logistique", "marketing",
    "rh", "btp", "qhse", "qse", "bureautique", "generaliste", "litteraire",
    "economique", "pedagogique", "viticole", "maintenance", "metallurgie", "chimie", "biologie",
    "secretariat", "comptabilite", "gestion", "vente", "commerce", "usinage", "genie", "topographe",
    "geometre", "dessinateur", "opticien", "infirmier", "infirmiere", "aide", "it",
    "numerique", "statistique", "mathematique", "qualifiante", "diplomante", "certifiante", "automobile",
    "carrossier", "hse", "coiffure", "tertiaire", "tourisme", "design", "energetique", "thermique",
    "frigoriste",
  ]

  /// Heads that need no care: folded acronym → sort and the item of the bare diploma.
  static let acronymHeads: [String: (sort: DiplomaIndex.Sort, code: Int32?, family: String?)] = [
    "bep": (.bep, nil, "diplome-cap"), "bepa": (.bep, nil, "diplome-cap"), "capa": (.cap, nil, "diplome-cap"),
    "beps": (.bep, nil, "diplome-cap"),
    "bts": (.bts, nil, "diplome-bac2"), "btsa": (.bts, nil, "diplome-bac2"),
    "dut": (.dut, nil, "diplome-bac2"), "deust": (.dut, nil, "diplome-bac2"),
    "deug": (.dut, nil, "diplome-bac2"),
    "bpjeps": (.state, 403281, nil), "dejeps": (.state, 403183, nil), "desjeps": (.state, 403182, nil),
    "bees": (.state, 403175, nil), "cpjeps": (.state, 403176, nil),
    "deas": (.state, 404157, "diplome-deas"), "deaes": (.state, 405273, "diplome-deaes"),
    "deavs": (.state, 405273, "diplome-deaes"), "deamp": (.state, 405273, "diplome-deaes"),
    "dees": (.state, nil, nil), "deeje": (.state, nil, nil), "deass": (.state, nil, nil),
    "deap": (.state, nil, nil), "decesf": (.state, 491374, nil), "caferuis": (.state, nil, nil),
    "cafdes": (.state, nil, nil), "deme": (.state, nil, nil), "detisf": (.state, nil, nil),
    "cafme": (.state, nil, nil), "dea": (.master, nil, nil), "dess": (.master, nil, nil),
    "iade": (.state, 404124, nil), "ibode": (.state, nil, nil),
    "dcg": (.licence, 491425, nil), "dscg": (.master, nil, nil), "decf": (.licence, nil, nil),
    "descf": (.master, nil, nil), "mba": (.master, nil, nil), "msc": (.master, nil, nil),
    "bachelor": (.bachelor, nil, nil), "bachelors": (.bachelor, nil, nil),
    "doctorat": (.doctorate, nil, nil), "phd": (.doctorate, nil, nil), "capes": (.other, nil, nil),
    "capet": (.other, nil, nil), "crpe": (.other, nil, nil), "caplp": (.other, nil, nil),
    "desc": (.specialised, nil, nil), "diu": (.other, nil, nil), "dnb": (.other, nil, nil),
    "bprea": (.bp, nil, nil), "bpa": (.bp, nil, nil), "bma": (.brevet, nil, nil),
    "dnmade": (.licence, nil, nil), "dnsep": (.master, nil, nil), "mastere": (.mastere, nil, nil),
    "masteres": (.mastere, nil, nil),
    "cqp": (.cqp, nil, nil), "cqpm": (.cqp, nil, nil), "cqpi": (.cqp, nil, nil), "cqps": (.cqp, nil, nil),
    "tfp": (.cqp, nil, nil), "iup": (.licence, nil, nil), "bta": (.bac, nil, nil),
  ]
  /// Acronyms that are also something else in small letters.
  static let capitalsOnly: Set<String> = [
    "dees", "dea", "dess", "desc", "bees", "iade", "ibode", "tfp", "iup", "bta", "msc", "deme", "beps",
  ]
}
