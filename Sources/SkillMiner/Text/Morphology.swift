/// One key for inflected and derived forms that French job language uses interchangeably.
///
/// Snowball's stem first (it takes care of inflection), then suffix rules that bring a deverbal noun and its verb
/// together (*nettoyage / nettoyer*, *réception / réceptionner*), then a written table of irregular pairs
/// (*gestion / gérer*, *vente / vendre*) with the keys that rules give to their other forms (`joined`). Agent nouns are left
/// alone on purpose: a job title is not a competency, so *conducteur* never meets *conduire*, nor *comptable* *compte*.
struct Morphology {
  /// Key of a word in lower case with accents; always folded.
  ///
  /// - Parameters:
  ///   - word: the lower-case word, accents kept.
  ///   - stem: the Snowball stem of what `stemmed` makes of it.
  static func key(word: String, stem: String) -> String {
    let folded = Folding.fold(word)
    if let written = irregular[folded] { return written }
    if let agent = agent(folded) { return agent }
    var base = Folding.fold(stem)
    // Snowball leaves the plural of *menus*, *photos*.
    if base == folded, base.utf8.count > 4, ["as", "os", "us"].contains(where: base.hasSuffix) {
      base.removeLast()
    }
    if let written = irregularStems[base] { return written }
    return normalised(base)
  }

  /// Suffix rules on a folded stem. Only stems that keep at least four letters are cut.
  static func normalised(_ stem: String) -> String {
    var s = stem
    func cut(_ suffix: String, to replacement: String = "", keeping n: Int = 4) -> Bool {
      guard s.hasSuffix(suffix), s.utf8.count - suffix.utf8.count >= n else { return false }
      s = String(s.dropLast(suffix.count)) + replacement
      return true
    }
    // A chain would be shorter but order matters: longest first.
    _ =
      cut("issag", to: "") || cut("issement", to: "") || cut("iss", to: "") || cut("ation")
      || cut("ition", to: "it")
      || cut("ement") || cut("ment") || cut("age") || cut("ag", keeping: 3) || cut("aison", to: "")
      || cut("anc", to: "")
    // nettoi / nettoy, emploi / employ
    if s.hasSuffix("y") { s = String(s.dropLast()) + "i" }
    // Doubled final consonant: reception / receptionn, appel / appell.
    let b = Array(s.utf8)
    if b.count > 4, b[b.count - 1] == b[b.count - 2], b[b.count - 1] != 0x73 { s = String(s.dropLast()) }
    return s
  }

  /// Folded words whose key no rule gives, each with the key it shares. Written from knowledge of the field.
  static let irregular: [String: String] = {
    var table: [String: String] = [:]
    for group in groups {
      let words = group.split(separator: " ").map(String.init)
      for word in words { table[word] = words[0] }
    }
    // A plural goes with its singular, unless a group says otherwise.
    for (word, key) in table
    where word.count > 3 && !["s", "x", "z"].contains(word.last) && table[word + "s"] == nil {
      table[word + "s"] = key
    }
    return table
  }()

  /// Keys that rules give to other forms of the words of a group (*organisations*, *organise*), each with the group's key.
  static let joined: [String: String] = {
    var table: [String: String] = [:]
    for group in joinedGroups {
      let keys = group.split(separator: " ").map(String.init)
      for key in keys.dropFirst() { table[key] = keys[0] }
    }
    return table
  }()

  /// The key of a word ending in *-ateur* or *-atrice*, in any number; `nil` for all others. Such words name who does it,
  /// never what is done.
  private static func agent(_ folded: String) -> String? {
    guard folded.utf8.count >= 8 else { return nil }
    let ending = ["ateur", "ateurs", "atrice", "atrices"].first { folded.hasSuffix($0) }
    return ending.map { folded.dropLast($0.count) + "ateur" }
  }

  /// What is given to the stemmer for a word. Snowball takes the end of *audit* and *précis* for one of a verb: with an
  /// ending of their plural and feminine it does not. Verbs that end so are left as they are.
  static func stemmed(_ word: String, folded: String) -> String {
    guard folded.utf8.count >= 5 else { return word }
    if folded.hasSuffix("it") { return isOfSecondGroup(folded) ? word : word + "s" }
    if folded.hasSuffix("is") { return isOfSecondGroup(folded) ? word : word + "e" }
    return word
  }

  private static func isOfSecondGroup(_ folded: String) -> Bool {
    secondGroup.contains(String(folded.dropLast(2)))
  }

  /// Roots of verbs like *finir*, whose third person ends in *-it* and whose participle in *-is*.
  private static let secondGroup = Set(
    """
    abol about accompl adouc affaibl afferm affranch agrand ag reag interag alourd amort aneant aplat applaud approfond
    arrond assain assoupl asserv assort atterr avert bann bat blanch brand brun chois convert defin redefin demol degarn durc
    eclairc elarg embell englout enrich epanou equarr etabl retabl etourd faibl farc fin flech flor fourb fourn franch
    garant garn grand gross guer invest reinvest jaill jaun langu lot maigr mun mur noirc nourr obe obscurc pal per pol
    pourr pun raccourc rafraich raid rajeun ralent rebond reflech refroid rejou rempl repart resplend restre reun reuss
    roug rot rug sais ressais sub surg tern trah un vern vieill vom enva
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Stems with an irregular key, for families of forms too many to list word by word.
  static let irregularStems: [String: String] = {
    var table: [String: String] = [:]
    for group in stemGroups {
      let stems = group.split(separator: " ").map(String.init)
      for stem in stems { table[stem] = stems[0] }
    }
    return table
  }()

  private static let groups = [
    "gerer gere gerez gerent gerant gerees geree geres gestion gestions",
    "vendre vend vendez vendent vente ventes",
    "conduire conduis conduit conduisez conduisent conduite conduites",
    "suivre suis suit suivez suivent suivi suivis",
    "rediger redige redigez redigent redaction redactions redactionnel redactionnelle redactionnelles redactionnels",
    "produire produisez produisent production productions",
    "concevoir concoit concevez concoivent conception conceptions",
    "recevoir recoit recevez recoivent",
    "entretenir entretient entretenez entretien entretiens",
    "maintenir maintient maintenez maintiennent maintien maintenance",
    "soutenir soutient soutenez soutien",
    "choisir choix choisissez",
    "lire lecture lectures lisez",
    "ecrire ecrit ecrits ecrivez ecriture ecritures",
    "servir sert servez",
    "peindre peint peignez peinture peintures",
    "couvrir couvrez couverture couvertures",
    "decouvrir decouverte",
    "ouvrir ouvrez ouverture ouvertures",
    "fermer fermez fermeture fermetures",
    "cuire cuisson cuissons",
    "coudre couture coutures cousez",
    "souder soudez soudure soudures soudage",
    "teindre teinture",
    "construire construit construisez construction constructions",
    "installer installez installation installations",
    "reduire reduisez reduction reductions",
    "traduire traduisez traduction traductions",
    "resoudre resolvez resolution resolutions",
    "repondre repondez reponse reponses",
    "defendre defense",
    "distribuer distribution distributions distribuez",
    "attribuer attribution",
    "constituer constitution",
    "contribuer contribuez contribution contributions",
    "diffuser diffusion",
    "decider decision decisions decidez",
    "superviser supervision supervisez",
    "reviser revision revisions",
    "prevoir prevoyez prevision previsions previsionnel previsionnels",
    "prevenir prevenez prevention",
    "intervenir intervenez intervient interviennent intervention interventions",
    "promouvoir promotion promotions promotionnel promotionnelle promotionnelles",
    "transmettre transmettez transmission transmissions",
    "emettre emission",
    "detruire destruction",
    "prescrire prescription prescriptions",
    "inscrire inscription inscriptions",
    "souscrire souscription",
    "negocier negociez negociation negociations",
    "analyser analysez analyse analyses",
    "evaluer evaluez evaluation evaluations",
    "conseiller conseillez conseil conseils",
    "controler controlez controle controles",
    "former formez formation formations",
    "facturer facturez facturation facture factures",
    "archiver archivez archivage archives",
    "piloter pilotez pilotage",
    "manager managez management",
    "nettoyer nettoyez nettoyage nettoyages",
    "essayer essai essais",
    "payer paie paiement paiements payes paye paies",
    "envoyer envoi envois envoyez",
    "employer emploi",
    "deployer deploiement deploiements deployez",
    "accueillir accueillez accueille accueil",
    "recueillir recueil recueillez",
    "recruter recrutez recrutement recrutements",
    "livrer livrez livraison livraisons",
    "fabriquer fabriquez fabrication fabrications",
    "expedier expediez expedition expeditions",
    "preparer preparez preparation preparations",
    "receptionner receptionnez reception receptions",
    "approvisionner approvisionnez approvisionnement approvisionnements",
    "tenir tenez tenue",
    "mettre mettez mise",
    "prendre prenez prise",
    "remettre remise",
    "saisir saisissez saisie saisies",
    "tailler taillez taille tailles",
    "cueillir cueillez cueillette",
    "recolter recoltez recolte recoltes",
    "semer semis",
    "soigner soignez soin soins",
    "traire traite",
    "nourrir nourrissage",
    "laver lavez lavage lavages",
    "coiffer coiffure coiffez coiffage",
    "maquiller maquillage",
    "depanner depannez depannage depannages",
    "reparer reparez reparation reparations",
    "acheter achetez achat achats",
    "proposer proposez proposition propositions",
    "poser posez pose poses",
    "monter montez montage montages",
    "demonter demontez demontage",
    "charger chargez chargement chargements",
    "decharger dechargez dechargement dechargements",
    "ranger rangez rangement",
    "stocker stockez stockage stock stocks",
    "emballer emballez emballage emballages",
    "etiqueter etiquetez etiquetage",
    "conditionner conditionnez conditionnement",
    "palettiser palettisez palettisation",
    "filmer filmage",
    "usiner usinez usinage",
    "assembler assemblez assemblage assemblages",
    "decouper decoupez decoupe decoupes decoupage",
    "couper coupez coupe coupes",
    "plier pliage",
    "percer percage",
    "tourner tournage",
    "fraiser fraisage",
    "ajuster ajustez ajustage",
    "regler reglez reglage reglages",
    "programmer programmez programmation",
    "developper developpez developpement developpements",
    "coder codez codage code",
    "tester testez test tests",
    "administrer administration administrez",
    "menage menages menager menagere menageres menagers",
    // Not what one does: software, and traits of people.
    "applications", "qualites",
    // Not what is given.
    "donnees donnee data datas",
    "delai delais", "appui appuis", "loi lois", "kpi kpis", "api apis", "taxi taxis", "convoi convois",
    "quai quais",
    "defi defis", "abri abris",
    "administratif administrative administratifs administratives administrativement",
    "securiser securisez securisation",
    "animer animez animation animations",
    "encadrer encadrez encadrement",
    "coordonner coordonnez coordination",
    "planifier planifiez planification planning plannings",
    "organiser organisez organisation",
    "communiquer communiquez communication communications",
    "informer informez information",
    "orienter orientez orientation",
    "accompagner accompagnez accompagnement",
    "aider aidez aide aides",
    "assister assistez assistance",
    "surveiller surveillez surveillance",
    "appliquer appliquez application",
    "respecter respectez respect",
    "encaisser encaissez encaissement encaissements",
    "comptabiliser comptabilite",
    "budgetiser budget budgets budgetaire budgetaires",
    "commercialiser commercialisation",
    "fideliser fidelisez fidelisation",
    "prospecter prospectez prospection",
    "client clients cliente clientes clientele",
    "patient patients patiente patientes patientele",
    "technique techniques technicite",
    "hygiene hygienique hygieniques",
    "securite securitaire",
    "electricite electrique electriques",
    "mecanique mecaniques",
    "electronique electroniques",
    "informatique informatiques",
    "qualite qualitatif qualitative",
    "juridique juridiques droit droits",
    "numerique numeriques digital digitale digitaux digitales digitalisation numerisation",
    "anglais anglaise anglophone",
    "lever levee levees",
    "relever releve releves",
    "etudier etude etudes etudiez",
    "chiffrer chiffrage chiffrez",
    "dessiner dessin dessins dessinez",
    "tracer trace traces tracage",
    "mesurer mesure mesures metre metrage",
    "peser pesee",
    "trier tri triage triez",
    "ordonner ordonnancement ordonnancer",
    "alimenter alimentation alimentez",
    "approfondir approfondissement",
    "elaborer elaboration elaborez",
    "executer execution executez",
    "exploiter exploitation exploitez",
    "optimiser optimisation optimisez",
    "ameliorer amelioration ameliorations ameliorez",
    "integrer integration integrez",
    "rechercher recherche recherches recherchez",
    "reporter reporting reportings",
    "commander commande commandes commandez",
    "implanter implantation implantez",
    "presenter presentation presentez",
    "argumenter argumentaire argumentation",
    "relancer relance relances",
    "recouvrer recouvrement",
    "declarer declaration declarations declaratif",
    "cloturer cloture clotures",
    "auditer audit audits",
    "diagnostiquer diagnostic diagnostics",
    "documenter documentation",
    "transporter transport transports",
    "circuler circulation",
    "naviguer navigation",
    "manipuler manipulation manipulations",
    "manutentionner manutention manutentions",
    "deplacer deplacement deplacements",
    "rediriger redirection",
    "dispenser dispensation",
    "equipe equipes",
    "outil outils",
    "relation relations relationnel relationnelle relationnels relationnelles",
    "batir batiment batiments",
    "chantier chantiers",
    "raccorder raccordement raccordements",
    "ecouter ecoute ecoutez",
    "observer observation observations",
  ]

  private static let joinedGroups = [
    "accompagner accompagn",
    "accueillir accueil",
    "acheter achat achet",
    "administrer administr",
    "aider aid",
    "ajuster ajust",
    "ameliorer amelior",
    "analyser analys",
    "anglais anglophon",
    "animer anim",
    "approfondir approfond",
    "approvisionner approvision",
    "archiver archiv",
    "argumenter argu argumentair",
    "assembler assembl",
    "attribuer attribu",
    "auditer audit",
    "batir bat",
    "budgetiser budget budgetair",
    "chantier chanti",
    "choisir chois choix",
    "circuler circul",
    "client clientel",
    "cloturer clotur",
    "coder cod",
    "coiffer coif coiffur",
    "commander command",
    "commercialiser commercialis",
    "communiquer communiqu",
    "comptabiliser comptabilis",
    "concevoir concev concoit concoivent",
    "conduire conduir conduis conduisent conduit",
    "conseiller conseil",
    "constituer constitu",
    "construire construir construis construit",
    "contribuer contribu",
    "controler control",
    "coordonner coordin coordon",
    "coudre coudr coutur",
    "couvrir couvertur couvr",
    "cueillir cueillet",
    "cuire cuisson",
    "decharger decharg",
    "decider decid decis",
    "declarer declar",
    "decouper decoup",
    "decouvrir decouvert decouvr",
    "defendre defendr defens",
    "demonter demont",
    "depanner depan",
    "deplacer deplac",
    "deployer deploi",
    "dessiner dessin",
    "developper develop",
    "diagnostiquer diagnostic diagnostiqu",
    "diffuser diffus",
    "dispenser dispens",
    "distribuer distribu",
    "ecouter ecout",
    "ecrire ecrir ecrit ecritur ecriv",
    "elaborer elabor",
    "electricite electr",
    "electronique electron",
    "emballer embal",
    "emettre emettr emiss",
    "encadrer encadr",
    "encaisser enca",
    "entretenir entreten entretien entretient",
    "envoyer envoi envois",
    "essayer essai essais",
    "etiqueter etiquet",
    "etudier etud",
    "evaluer evalu",
    "executer execu execut",
    "expedier expedi expedit",
    "fabriquer fabriqu",
    "facturer factur",
    "fermer fermetur",
    "fideliser fidelis",
    "gerer ger gerent gestion",
    "hygiene hygien",
    "implanter implant",
    "informatique informat",
    "informer inform",
    "inscrire inscript inscrir",
    "installer instal",
    "integrer integr",
    "intervenir interven intervent interviennent intervient",
    "juridique droit jurid",
    "laver lav",
    "lever lev",
    "lire lectur lir lis",
    "maintenir maintien maintiennent maintient",
    "manipuler manipul",
    "manutentionner manutent",
    "maquiller maquil",
    "mesurer mesur metr",
    "mettre mettr mis",
    "naviguer navig navigu",
    "negocier negoci",
    "nettoyer nettoi",
    "nourrir nour",
    "numerique digital digitalis numer numeris",
    "optimiser optimis",
    "organiser organis",
    "ouvrir ouvertur",
    "patient patientel",
    "peindre peindr peintur",
    "percer perc",
    "peser pes",
    "piloter pilot",
    "planifier planif planifi planning",
    "plier pli",
    "poser pos",
    "prendre prendr",
    "preparer prepar",
    "prescrire prescript prescrir",
    "prevenir preven",
    "prevoir previs previsionnel",
    "produire produir produis produisent",
    "promouvoir promot promotionnel",
    "proposer propos proposit",
    "prospecter prospect",
    "raccorder raccord",
    "receptionner recept reception",
    "recevoir recev",
    "rechercher recherch",
    "recolter recolt",
    "recruter recrut",
    "recueillir recueil",
    "rediger redact redactionnel redig",
    "reduire reduct reduir",
    "relancer relanc",
    "relation relationnel",
    "remettre remettr remis",
    "reparer repar",
    "repondre repond repondr repons",
    "reporter report reporting",
    "resoudre resolu resolv resoudr",
    "respecter respect",
    "reviser revis",
    "securiser securis",
    "securite secur securitair",
    "soigner soin",
    "souder soud soudur",
    "souscrire souscript",
    "soutenir soutien soutient",
    "stocker stock",
    "suivre suivent suivr",
    "superviser supervis",
    "tailler tail",
    "technique techniqu",
    "teindre teintur",
    "tenir tenu",
    "tester test",
    "tracer trac",
    "traduire traduct traduir traduis",
    "transmettre transm transmet transmettr",
    "transporter transport",
    "trier tri",
    "vendre vendr",
  ]

  private static let stemGroups = [
    "rediger redig redact", "protec proteg protect", "correc corrig correct",
    "redui reduct", "condui conduct",
  ]
}
