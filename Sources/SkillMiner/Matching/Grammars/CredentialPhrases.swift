/// Named certificates: folded phrase, item, family, and how it must be written.
enum CredentialPhrases {
  struct Row: Sendable {
    let words: [String]
    let code: Int32?
    let family: String?
    /// Only in capitals (*SST*, not *sst*).
    var capitals = false
    /// Only with an initial capital.
    var capital = false
    /// Only beside a word such as *certification* or *titulaire*.
    var needsCue = false
    /// A level behind it belongs to it.
    var takesNumber = false
  }

  /// One line a certificate: `phrase | phrase ; code or - ; family or - ; options`, options `C` capitals, `c` initial
  /// capital, `n` takes a level, `K` needs a word such as *certification* beside it, `H` only the phrases that open with
  /// such a word, `-` none.
  private static let table = """
    sst | sauveteur secouriste du travail | sauveteur secouriste au travail | sauveteurs secouristes du travail | sauvetage secourisme du travail | sauvetage secourisme au travail | certificat sst | formation sst | mac sst ; 491617 ; sst ; -
    secourisme | secouriste | brevet de secourisme | attestation de secourisme ; 491617 ; sst ; -
    psc1 | psc 1 | psc | prevention et secours civiques de niveau 1 | prevention et secours civiques | habilitation psc1 | diplome psc1 ; 123811 ; psc1 ; -
    pse1 | pse 1 | premiers secours en equipe niveau 1 ; 123809 ; psc1 ; -
    pse2 | pse 2 | premiers secours en equipe niveau 2 ; 491654 ; psc1 ; -
    premiers secours | gestes de premiers secours | formation aux premiers secours | brevet de premiers secours ; 123799 ; psc1 ; -
    afgsu 1 | afgsu1 | afgsu niveau 1 | attestation de formation aux gestes et soins d urgence niveau 1 ; 491329 ; afgsu ; -
    afgsu 2 | afgsu2 | afgsu niveau 2 | attestation de formation aux gestes et soins d urgence niveau 2 ; 512387 ; afgsu ; -
    afgsu | attestation de formation aux gestes et soins d urgence | gestes et soins d urgence | attestation gestes et soins d urgence ; 491329 ; afgsu ; -
    eri | equipier de premiere intervention | equipier de seconde intervention ; - ; - ; C
    aipr | autorisation d intervention a proximite des reseaux | habilitation aipr | attestation aipr | certificat aipr | aipr operateur | aipr encadrant | aipr concepteur ; 403964 ; aipr ; -
    certiphyto | certi phyto | certificat phyto | certificat phytosanitaire | certificat certiphyto | certificat individuel produits phytopharmaceutiques | certificat individuel phytopharmaceutique | certificat d applicateur phytosanitaire ; - ; certiphyto ; -
    certibiocide | certi biocide ; - ; certibiocide ; -
    certificat haccp | attestation haccp | formation haccp | certification haccp | habilitation haccp | attestation d hygiene alimentaire | certificat d hygiene alimentaire | formation hygiene alimentaire | certificat hygiene ; 491179 ; haccp-certificat ; -
    scn1 | scn 1 | socle commun nucleaire niveau 1 | habilitation scn1 ; 140916 ; habilitation-nucleaire ; -
    scn2 | scn 2 | scn3 ; 140917 ; habilitation-nucleaire ; -
    scn | hn1 | hn2 | hn3 | savoir commun du nucleaire | socle commun nucleaire ; 140916 ; habilitation-nucleaire ; Cn
    rp1 | radioprotection niveau 1 ; 140918 ; habilitation-nucleaire ; -
    rp2 | radioprotection niveau 2 ; 140919 ; habilitation-nucleaire ; -
    csq | complement surete qualite | qsp | rn1 ; 140920 ; habilitation-nucleaire ; C
    habilitation nucleaire | habilitations nucleaires | habilitation nucleaires | habilite nucleaire | carnet d acces nucleaire | passeport nucleaire ; - ; habilitation-nucleaire ; -
    dati | datr ; - ; habilitation-nucleaire ; C
    camari | certificat d aptitude a manipuler les appareils de radiologie industrielle ; - ; camari ; -
    cofrend | certification cofrend | cofrend ; - ; cofrend ; n
    licence de soudage | licences de soudage | licence soudure | licences soudure | licences soudage | licence de soudure | licences de soudure | qualification soudage | qualifications soudage | qualification de soudage | qualifications de soudage | qualification soudeur | qualifications soudeur | qualification de soudeur | licence soudage | licence soudeur | licences soudeur | qmos | dmos | qs soudage | certification soudage ; - ; qualification-soudage ; -
    licence tig | licences tig | qualification tig | licence 141 | licences 141 ; 106005 ; qualification-soudage ; -
    licence mig | qualification mig | licence 131 ; 106000 ; qualification-soudage ; -
    licence mag | qualification mag | licence 135 | licences 135 ; 106001 ; qualification-soudage ; -
    licence 136 | licences 136 ; 106002 ; qualification-soudage ; -
    licence 111 | licences 111 ; 105997 ; qualification-soudage ; -
    atg | atg b540 9 ; - ; habilitation-gaz ; C
    qualigaz | professionnel du gaz | habilitation gaz | habilitations gaz | habilitation pgn | habilitation pgp | pgn | pgi | pgp ; 123689 ; habilitation-gaz ; CK
    attestation d aptitude a la manipulation des fluides frigorigenes | attestation fluides frigorigenes | attestation de manipulation des fluides frigorigenes | attestation d aptitude fluides frigorigenes | attestation fluide frigorigene | habilitation fluides frigorigenes | habilitation fluide frigorigene | attestation de capacite fluides frigorigenes | habilitation manipulation fluides frigorigenes | attestation fluides | habilitation fluides | habilitation frigorigene | attestation d aptitude a la manipulation de fluides frigorigenes | habilitation fluides frigorigenes categorie 1 | attestation de manipulation de fluides frigorigenes ; 124206 ; fluides-frigorigenes ; -
    amiante ss4 | amiante ss3 | amiante sous section 4 | amiante sous section 3 | habilitation amiante | formation amiante ss4 | ss4 | sous section 4 | habilitation amiante ss4 | attestation amiante | formation amiante ; 403184 ; amiante-ss4 ; -
    travail en hauteur | travaux en hauteur | habilitation travail en hauteur | habilitation travaux en hauteur | port du harnais | habilitation port du harnais | attestation travail en hauteur | formation travail en hauteur ; - ; travail-en-hauteur ; H
    catec | habilitation catec | espaces confines catec ; - ; catec ; -
    atex | habilitation atex | atex 0 | atex niveau 1 | atex niveau 2 | ism atex | certification atex ; - ; atex ; HK
    n1 chimique | risques chimiques n1 | habilitation n1 | risque chimique n1 | n1 risque chimique | n1 risques chimiques | habilitation chimique n1 | gies 1 | gies1 ; 124203 ; risques-chimiques ; -
    n2 chimique | risques chimiques n2 | habilitation n2 | risque chimique n2 | n2 risque chimique | n2 risques chimiques | habilitation chimique n2 | gies 2 | gies2 ; 124204 ; risques-chimiques ; -
    gies ; - ; risques-chimiques ; C
    elingueur | certificat d elingueur | habilitation elingage | habilitation elingueur ; - ; elingage ; H
    habilitation echafaudage | habilitations echafaudages | habilitation montage echafaudage | montage echafaudage r408 | attestation echafaudage ; 126509 ; echafaudages-r408 ; -
    habilitation pont roulant | habilitation ponts roulants | habilitation ponts ; 200053 ; caces-r484 ; -
    habilitation nacelle | habilitation pemp ; 200059 ; caces-r486 ; -
    autorisation de conduite ; - ; autorisation-de-conduite ; -
    bafa | brevet d aptitude aux fonctions d animateur ; 300723 ; bafa ; -
    bafd | brevet d aptitude aux fonctions de directeur ; 300724 ; bafa ; -
    bnssa | brevet national de securite et de sauvetage aquatique | brevet national de sauvetage et de securite aquatique ; 123796 ; bnssa ; -
    maitre nageur sauveteur | caep mns ; 489619 ; bnssa ; H
    tfp aps | cqp aps | carte aps | titre aps | aps carte professionnelle | formation aps ; 125739 ; carte-pro-securite ; -
    carte professionnelle d agent de securite | carte professionnelle de securite | carte professionnelle cnaps | carte pro aps | carte cnaps | cnaps | numero cnaps | carte professionnelle securite | carte professionnelle agent de securite | carte professionnelle surveillance humaine ; 125739 ; carte-pro-securite ; -
    carte professionnelle guide conferencier | carte professionnelle de guide conferencier | carte de guide conferencier ; 103875 ; carte-guide ; -
    carte professionnelle vtc | carte vtc | carte professionnelle taxi | carte professionnelle de conducteur de taxi | carte professionnelle de taxi | carte taxi ; 491653 ; carte-taxi ; -
    carte professionnelle btp | carte btp ; - ; carte-btp ; -
    carte professionnelle | carte pro | carte t | carte professionnelle immobiliere | carte g ; - ; carte-professionnelle ; -
    h0b0 nacelle ; - ; - ; -
    agrement ; - ; agrement ; K
    agrement assistant maternel | agrement assistante maternelle | agrement d assistante maternelle | agrement de la pmi | agrement pmi | agrement familial | agrement d assistant familial | agrement prefectoral | agrement taxi | agrement prefecture | agrement de la prefecture | agrement dgac | agrement du procureur | agrement de surete | agrement surete | double agrement | agrement de securite ; - ; agrement ; -
    capacite de transport | attestation de capacite de transport | attestation de capacite professionnelle | capacite de transport leger | capacite professionnelle de transport | attestation de capacite transport ; 110417 ; capacite-transport ; -
    attestation d auxiliaire ambulancier | auxiliaire ambulancier | diplome d auxiliaire ambulancier ; 512388 ; ambulancier ; H
    certificat de transport d animaux vivants | captav | taav | certificat captav | certificat de capacite animaux ; 100263 ; transport-animaux ; -
    permis d exploitation ; - ; permis-exploitation ; -
    qualipv | qualipac | qualibois | qualisol | qualibat | qualifelec | certification rge | qualification rge | rge qualipac ; - ; qualipac-qualipv ; -
    irve | habilitation irve | qualification irve | qualifelec irve | certification irve ; - ; irve ; H
    part 66 | part66 | licence part 66 | licence b1 | licence b2 | licence b1 1 | easa part 66 | licence jar 66 | licence cat b1 | licence cat a ; 107013 ; qualification-aeronautique ; C
    licence de pilote | cpl | atpl | ppl ; - ; licence-pilote ; C
    certification amf | amf certification | certifie amf | certification de l amf | habilitation amf ; 124241 ; amf ; -
    orias | iobsp | habilitation iobsp | habilitation ias | capacite ias | capacite en assurance | livret ias ; - ; iobsp ; C
    habilitation confidentiel defense | habilitation secret defense | habilitation defense | habilitation secret | habilitation confidentielle defense | habilitation tres secret | confidentiel defense | secret defense | habilitable secret | habilitable ; - ; habilitation-defense ; -
    itil ; - ; certification-it ; CK
    itil foundation | certification itil | itil v3 | itil v4 | certifie itil | itil 4 ; - ; certification-it ; -
    cissp | cisa | cism | ceh | oscp | certification cissp | iso 27001 lead implementer | iso 27001 lead auditor | lead auditor | lead implementer | crisc | comptia security ; - ; certification-it ; -
    pmp | certification pmp | prince2 | prince 2 | certification prince2 | pmi acp | certification pmi | capm ; - ; certification-gestion-projet ; C
    psm 1 | psm1 | psm | pspo | csm | cspo | certification scrum | scrum master certifie | certified scrum master | certification safe | certification psm ; - ; certification-gestion-projet ; CK
    ccna | ccnp | ccie | certification ccna | certification cisco | certifications cisco | certification cisco ccna | fortinet nse | nse4 | nse 4 ; - ; certification-it ; -
    certification aws | certifications aws | aws certified | certifie aws | aws certified solutions architect | aws certified developer ; - ; certification-it ; -
    certification azure | certifications azure | certifie azure | az 900 | az 104 | az 305 | az 500 | dp 600 | dp 700 | certification microsoft | certifications microsoft | certification dp 600 | certifications dp 600 | certifications dp 600 et dp 700 | mcsa | mcse ; - ; certification-it ; -
    certification gcp | certification google cloud | certification google ads | certifie google ads | google ads certified | certification google analytics | certification cloud | certifications cloud ; - ; certification-it ; -
    cka | ckad | certification kubernetes | certification red hat | rhcsa | rhce | certification linux | lpic 1 | lpic ; - ; certification-it ; C
    certification salesforce | certifications salesforce | certifie salesforce | certification sap | certification istqb | istqb | certification opquast | opquast | certification voltaire | certificat voltaire | certification pix | istqb foundation | certification prestashop ; - ; certification-it ; c
    tosa | certification tosa | certificat tosa ; - ; certification-bureautique ; C
    green belt | black belt | yellow belt | lean six sigma green belt | lean six sigma black belt | certification green belt | certification black belt | certification six sigma | certification lean six sigma | six sigma green belt | six sigma black belt ; - ; certification-six-sigma ; -
    csps | coordonnateur sps | attestation csps | csps niveau 1 | csps niveau 2 ; 124177 ; csps ; C
    certificat de prepose au tir | cpt | c4 t2 | f4 t2 | certification artificier | certificat artificier ; - ; artificier ; C
    certificat d aptitude au travail sur corde | cqp cordiste | catsc | cqp cordiste niveau 1 | cqp cordiste niveau 2 | cordiste n1 ; 124185 ; cordiste ; n
    cfbs | stcw | certificat de formation de base a la securite ; - ; stcw ; C
    cqp ias | cqp als | cqp alsh ; - ; cqp-animation ; -
    certificat medical | visite medicale ; - ; - ; X
    inscription a l ordre | inscrit a l ordre | inscrite a l ordre | inscription a l ordre des medecins | inscrit au conseil de l ordre | inscrits au conseil de l ordre des medecins | inscrit au conseil de l ordre des medecins | inscription au conseil de l ordre des medecins | inscription au conseil de l ordre | inscription ordinale | inscription a l ordre des pharmaciens | inscrit a l ordre des pharmaciens | inscrit a l ordre des medecins | inscription a l ordre infirmier | inscription a l ordre des infirmiers | inscrit a l ordre des infirmiers | numero adeli | numero rpps | inscription au tableau de l ordre | inscription au barreau ; - ; inscription-ordre ; -
    radioprotection des patients | attestation radioprotection des patients | formation radioprotection des patients ; - ; radioprotection-patients ; -
    personne competente en radioprotection | pcr niveau 2 ; 491132 ; radioprotection ; -
    igh1 | igh 1 ; 121833 ; ssiap ; -
    igh2 | igh 2 ; 121834 ; ssiap ; -
    habilitation sprinkler | apsad | certification apsad | certificat apsad ; - ; apsad ; C
    h24 ; - ; - ; X
    passeport prevention | passeport securite | passeport securite interimaire | pasi | passeport interimaire ; - ; passeport-securite ; -
    habilitation ferroviaire | habilitations ferroviaires | habilitation sncf | habilitations sncf | habilitation ratp ; - ; habilitation-ferroviaire ; -
    habilitation aeroportuaire | badge aeroportuaire | titre de circulation aeroportuaire | habilitation surete aeroportuaire | surete aeroportuaire 11 2 | titre de circulation ; - ; badge-aeroportuaire ; -
    brevet de surveillant de baignade | surveillant de baignade | bsb ; 108254 ; bsb ; H
    """

  static let rows: [Row] = table.split(separator: "\n").flatMap { line -> [Row] in
    let fields = line.split(separator: ";").map { $0.trimmed }
    guard fields.count == 4, !fields[3].contains("X") else { return [] }
    let options = fields[3]
    return fields[0].split(separator: "|").compactMap { phrase in
      let words = phrase.split(separator: " ").map(String.init)
      // `H`: without a word such as *habilitation* in front the phrase names a task, not its certificate.
      if options.contains("H"), !heads.contains(words[0]) { return nil }
      return Row(
        words: words, code: Int32(fields[1]), family: fields[2] == "-" ? nil : fields[2],
        capitals: options.contains("C") && words[0].count <= 5 && words.count == 1,
        capital: options.contains("c") && words.count == 1,
        needsCue: options.contains("K") && words.count == 1, takesNumber: options.contains("n"))
    }
  }

  static let cues: Set<String> = [
    "certification", "certifications", "certifie", "certifiee", "certifies", "certificat", "certificats",
    "certified", "titulaire", "titulaires", "habilitation", "habilitations", "attestation", "obtenir",
    "obtention", "passer",
    "licence", "licences", "carte", "disposer", "detenteur", "detenir", "diplome", "qualification",
    "qualifications", "formation", "formations",
  ]

  private static let heads: Set<String> = [
    "habilitation", "habilitations", "attestation", "formation", "port", "certification", "certificat",
    "qualification", "brevet", "diplome", "atex", "caep",
  ]

  static let byFirst: [String: [Row]] = Dictionary(grouping: rows) { $0.words[0] }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
