/// Closed classes of words the phrase linker and the stance rules look at, as sets of interned spellings.
struct WordClasses: Sendable {
  /// A set of interned spellings, tested by index.
  struct Members: Sendable {
    private var bits: [Bool]

    init(_ words: String, form: (String) -> Int32) {
      var ids: [Int] = []
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        ids.append(Int(form(String(word))))
      }
      bits = [Bool](repeating: false, count: (ids.max() ?? 0) + 1)
      for id in ids where id >= 0 { bits[id] = true }
    }

    func contains(_ form: Int32) -> Bool { form >= 0 && Int(form) < bits.count && bits[Int(form)] }
  }

  let articles: Members
  let coordinators: Members
  let prepositions: Members
  let de: Members
  let vous: Members
  let nous: Members
  /// Heads that introduce a competency without being part of it: *maîtrise de*, *connaissance des*.
  let cues: Members
  let recruiting: Members
  let money: Members
  let contract: Members
  let benefits: Members
  /// Heads that open no competency: *client*, *site*, *candidat*.
  let stopHeads: Members
  let third: Members
  /// Words by which an employer presents itself.
  let company: Members
  /// Heads of a trait: *sens*, *esprit*, *goût*.
  let softHeads: Members

  init(form: (String) -> Int32) {
    func set(_ words: String) -> Members { Members(words, form: form) }
    articles = set(
      "le la les l un une des du au aux ce cet cette ces son sa ses leur leurs votre vos notre nos")
    coordinators = set("et ou")
    prepositions = set(
      "pour dans par avec selon en sur sous via chez vers aupres lors afin depuis pendant suivant envers contre sans entre parmi jusqu jusque a au aux dont qui que ainsi tout notamment comme tels telles tel telle hors apres avant permettant afin grace suite"
    )
    de = set("de du des d")
    vous = set("vous votre vos")
    nous = set("nous notre nos")
    cues = set(
      """
      maitrise maitrisez maitriser connaissance connaissances connaitre connaissez capacite capacites aptitude aptitudes experience experiences notion notions pratique \
      expertise competence competences gout appetence niveau bases savoir sachant sachez bonne bonnes bon parfaite parfait excellente excellent \
      solide solides charge mission missions amene doit devrez devez chargee responsable aisance facilite utilisation usage interet
      """)
    recruiting = set(
      "recrute recrutons recherche recherchons recrutement candidat candidats candidature candidatures postuler postulez cv rejoindre rejoignez integrer integrez embauche"
    )
    money = set(
      "salaire salaires remuneration euros eur brut bruts brute annuel annuels mensuel smic taux prime primes fixe variable package k€ ke"
    )
    contract = set(
      "cdi cdd interim mois semaine semaines heures heure h jours jour lundi mardi mercredi jeudi vendredi samedi dimanche temps partiel plein horaires matin soir nuit week 35h 39h contrat"
    )
    benefits = set(
      """
      mutuelle tickets ticket restaurant restaurants rtt cse teletravail prevoyance interessement participation conges conge avantages avantage \
      remboursement indemnites indemnite paniers panier 13eme treizieme cooptation cheque cheques vehicule epargne carriere
      """)
    softHeads = set(
      "sens esprit gout qualite qualites capacite capacites aisance aptitude aptitudes force faculte envie attrait passion"
    )
    third = set("il elle ils elles celui celle ceux dont leur leurs ses sa son")
    company = set(
      """
      entreprise entreprises societe groupe filiale agence cabinet leader acteur specialise specialisee specialises specialiste expert experts reconnu reconnue fonde fondee cree creee \
      depuis present presente presents implante implantee base basee compte comptons collaborateurs salaries implantations agences reseau marque marques enseigne maison familiale \
      familial independant international internationale europe national nationale france accompagne accompagnons propose proposons offre offrons intervient intervenons valeurs ambition croissance \
      engagement engagements innovation histoire savoir-faire chiffre affaires millions milliards ans annees client clients partenaires partenaire certifie certifiee labellise numero premier premiere
      """)
    stopHeads = set(
      """
      client clients site sites candidat candidate poste postes entreprise entreprises societe groupe agence France paris region equipe equipes annee annees ans an \
      profil profils personne personnes sein domaine secteur cadre environnement type service services
      """)
  }

  /// Every word of every class, for the vocabulary to learn.
  static let words: [String] = {
    var words: [String] = []
    _ = WordClasses { word in
      words.append(word)
      return -1
    }
    return words
  }()
}
