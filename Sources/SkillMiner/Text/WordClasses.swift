/// Closed classes of words that the phrase linker and the stance rules look at.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt32
  static let articles = WordClass(rawValue: 1 << 0)
  static let coordinators = WordClass(rawValue: 1 << 1)
  static let prepositions = WordClass(rawValue: 1 << 2)
  static let de = WordClass(rawValue: 1 << 3)
  static let vous = WordClass(rawValue: 1 << 4)
  static let nous = WordClass(rawValue: 1 << 5)
  /// Heads that introduce a competency without being part of it: *maîtrise de*, *connaissance des*.
  static let cues = WordClass(rawValue: 1 << 6)
  static let recruiting = WordClass(rawValue: 1 << 7)
  static let money = WordClass(rawValue: 1 << 8)
  static let contract = WordClass(rawValue: 1 << 9)
  static let benefits = WordClass(rawValue: 1 << 10)
  /// Heads that open no competency: *client*, *site*, *candidat*.
  static let stopHeads = WordClass(rawValue: 1 << 11)
  static let third = WordClass(rawValue: 1 << 12)
  /// Words by which an employer presents itself.
  static let company = WordClass(rawValue: 1 << 13)
  /// Heads of a trait: *sens*, *esprit*, *goût*.
  static let softHeads = WordClass(rawValue: 1 << 14)
  /// Verbs of joining and words for the team that is joined.
  static let joining = WordClass(rawValue: 1 << 15)
  static let team = WordClass(rawValue: 1 << 16)
  /// A task verb in the third person plural: *pilotent*, *recueillent*.
  static let thirdPlural = WordClass(rawValue: 1 << 17)
  /// *vous* itself, not *vos* or *votre*.
  static let reader = WordClass(rawValue: 1 << 19)
  /// Opens a cue of stance.
  static let stanceCue = WordClass(rawValue: 1 << 18)

  @inline(__always)
  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Classes of a spelling, by `WordClasses.masks`; none when it is unknown.
  @inline(__always)
  init(of form: Int32, in masks: UnsafePointer<UInt32>) { rawValue = masks[Int(form) + 1] }
}

/// The classes of every interned spelling, one load a word.
struct WordClasses: Sendable {
  /// By spelling + 1, so that an unknown spelling (-1) has a place too.
  let masks: FrozenArray<UInt32>

  /// - Parameters:
  ///   - vocabulary: every interned spelling.
  ///   - thirdPlural: whether a spelling is a task verb in the third person plural.
  ///   - cues: spellings that open a cue of stance.
  init(vocabulary: Interner, thirdPlural: (Int32) -> Bool, cues: Set<Int32>) {
    var masks = [UInt32](repeating: 0, count: vocabulary.count + 1)
    for (group, words) in Self.written {
      for word in words.split(separator: " ") {
        let id = vocabulary.id(String(word))
        if id >= 0 { masks[Int(id) + 1] |= group.rawValue }
      }
    }
    for id in 0..<Int32(vocabulary.count) {
      if thirdPlural(id) { masks[Int(id) + 1] |= WordClass.thirdPlural.rawValue }
    }
    for id in cues where id >= 0 { masks[Int(id) + 1] |= WordClass.stanceCue.rawValue }
    self.masks = FrozenArray(masks)
  }

  /// Every word of every class, for the vocabulary to learn.
  static var words: [String] { written.map(\.1) }

  private static let written: [(WordClass, String)] = [
    (
      .articles,
      """
      le la les l un une des du au aux ce cet cette ces son sa ses leur leurs votre vos notre nos
      """
    ),
    (
      .coordinators,
      """
      et ou
      """
    ),
    (
      .prepositions,
      """
      pour dans par avec selon en sur sous via chez vers aupres lors afin depuis pendant suivant envers \
      contre sans entre parmi jusqu jusque a au aux dont qui que ainsi tout notamment comme tels telles \
      tel telle hors apres avant permettant afin grace suite
      """
    ),
    (
      .de,
      """
      de du des d
      """
    ),
    (
      .vous,
      """
      vous votre vos
      """
    ),
    (
      .nous,
      """
      nous notre nos
      """
    ),
    (
      .cues,
      """
      maitrise maitrisez maitriser connaissance connaissances connaitre connaissez capacite capacites \
      aptitude aptitudes experience experiences notion notions pratique expertise competence competences \
      gout appetence niveau bases savoir sachant sachez bonne bonnes bon parfaite parfait excellente \
      excellent solide solides charge mission missions amene doit devrez devez chargee responsable \
      aisance facilite utilisation usage interet
      """
    ),
    (
      .recruiting,
      """
      recrute recrutons recherche recherchons recrutement candidat candidats candidature candidatures \
      postuler postulez cv rejoindre rejoignez integrer integrez embauche
      """
    ),
    (
      .money,
      """
      salaire salaires remuneration euros eur brut bruts brute annuel annuels mensuel smic taux prime \
      primes fixe variable package k€ ke
      """
    ),
    (
      .contract,
      """
      cdi cdd interim mois semaine semaines heures heure h jours jour lundi mardi mercredi jeudi \
      vendredi samedi dimanche temps partiel plein horaires matin soir nuit week 35h 39h contrat
      """
    ),
    (
      .benefits,
      """
      mutuelle tickets ticket restaurant restaurants rtt cse teletravail prevoyance interessement \
      participation conges conge avantages avantage remboursement indemnites indemnite paniers panier \
      13eme treizieme cooptation cheque cheques vehicule epargne carriere
      """
    ),
    (
      .softHeads,
      """
      sens esprit gout qualite qualites capacite capacites aisance aptitude aptitudes force faculte \
      envie attrait passion
      """
    ),
    (
      .third,
      """
      il elle ils elles celui celle ceux dont leur leurs ses sa son
      """
    ),
    (
      .company,
      """
      entreprise entreprises societe groupe filiale agence cabinet leader acteur specialise specialisee \
      specialises specialiste expert experts reconnu reconnue fonde fondee cree creee depuis present \
      presente presents implante implantee base basee compte comptons collaborateurs salaries \
      implantations agences reseau marque marques enseigne maison familiale familial independant \
      international internationale europe national nationale france accompagne accompagnons propose \
      proposons offre offrons intervient intervenons valeurs ambition croissance engagement engagements \
      innovation histoire savoir-faire chiffre affaires millions milliards ans annees client clients \
      partenaires partenaire certifie certifiee labellise numero premier premiere
      """
    ),
    (
      .stopHeads,
      """
      client clients site sites candidat candidate poste postes entreprise entreprises societe groupe \
      agence France paris region equipe equipes annee annees ans an profil profils personne personnes \
      sein domaine secteur cadre environnement type service services
      """
    ),
    (
      .joining,
      "rejoindre rejoindrez rejoignez rejoignant integrer integrerez integrez integrant intervenez intervenir"
    ),
    (.team, "equipe equipes"), (.reader, "vous"),
  ]
}
