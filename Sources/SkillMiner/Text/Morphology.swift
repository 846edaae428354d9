/// One key for inflected and derived forms that French job language uses interchangeably.
///
/// Snowball's stem first (it takes care of inflection), then suffix rules that bring a deverbal noun and its verb
/// together (*nettoyage / nettoyer*, *réception / réceptionner*), then a written table of irregular pairs
/// (*gestion / gérer*, *vente / vendre*). Agent nouns are left alone on purpose: a job title is not a competency, so
/// *conducteur* never meets *conduire*, nor *comptable* *compte*.
struct Morphology {
  /// Key of a word in lower case with accents; always folded.
  ///
  /// - Parameters:
  ///   - word: the lower-case word, accents kept.
  ///   - stem: its Snowball stem.
  static func key(word: String, stem: String) -> String {
    let folded = Folding.fold(word)
    if let written = irregular[folded] { return written }
    let base = Folding.fold(stem)
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
    return table
  }()

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
    "administrerez administrer",
    "equipe equipes",
    "outil outils",
    "relation relations relationnel relationnelle relationnels relationnelles",
    "batir batiment batiments",
    "chantier chantiers",
    "raccorder raccordement raccordements",
    "ecouter ecoute ecoutez",
    "observer observation observations",
    "negocie negocier",
    "animateurs animateur",
  ]

  private static let stemGroups = [
    "rediger redig redact", "protec proteg protect", "correc corrig correct",
    "redui reduct", "condui conduct",
  ]
}
