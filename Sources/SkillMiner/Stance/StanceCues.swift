/// Wordings that say what an offer does with a competency, in the manner of NegEx (Chapman et al. 2001) and ConText
/// (Harkema et al. 2009): a cue, a direction and a scope that ends at a conjunction of opposition or the sentence.
struct StanceCues: Sendable {
  enum Effect: UInt8, Sendable {
    case desired
    case provided
    case negated
    /// Says whom the employer welcomes or what it believes in, and asks for nothing: *tous nos postes sont ouverts aux
    /// personnes en situation de handicap*.
    case boilerplate
    /// Ends the scope of a cue: *mais*, *cependant*.
    case terminator
  }

  enum Direction: UInt8, Sendable {
    /// What follows.
    case forward
    /// What stands before.
    case backward
    /// The whole sentence.
    case both
  }

  struct Cue: Sendable {
    let effect: Effect
    let direction: Direction
    let length: Int
  }

  private static let written: [(Effect, Direction, [String])] = [
    (
      .desired, .both,
      [
        "serait un plus", "est un plus", "seraient un plus", "sont un plus", "sera un plus", "un plus",
        "serait un vrai plus", "serait un atout", "est un atout", "un atout", "un bonus", "est un avantage",
        "serait un avantage", "seraient appréciés", "serait appréciée", "serait apprécié",
        "est apprécié", "est appréciée", "sont appréciées", "sont appréciés", "apprécié", "appréciée",
        "appréciés", "appréciées", "appréciable", "souhaité", "souhaitée", "souhaités", "souhaitées",
        "souhaitable", "serait idéal", "seraient un atout", "sont un atout", "constitue un plus",
        "constituerait un plus",
        "nice to have", "seront appréciées", "sera appréciée", "sera apprécié", "fortement apprécié",
        "valorisée", "valorisé", "recommandé", "recommandée", "serait favorable", "serait intéressant",
      ]
    ),
    (
      .desired, .forward,
      [
        "idéalement", "de préférence", "dans l'idéal", "si possible", "éventuellement", "préférablement",
        "la connaissance éventuelle",
      ]
    ),
    (
      .provided, .both,
      [
        "formation assurée", "formation interne", "formation prise en charge", "formations assurées",
        "nous vous formons", "nous vous formerons", "nous formons", "vous serez formé", "vous serez formée",
        "serez formés", "formation en interne", "formation possible", "nous assurons la formation",
        "formation proposée", "formation offerte", "bénéficierez d'une formation",
        "bénéficierez de formations", "possibilité de passer", "possibilité de formation",
        "formation financée", "prise en charge de la formation", "formation initiale assurée",
        "formation préalable", "formation au poste", "formés par nos soins", "formé par nos soins",
        "on vous forme", "vous former", "parcours de formation", "vous formera",
        "formation à la prise de poste", "formation fournie", "nous finançons",
        "formations internes", "la formation sera", "formation sera assurée",
        "prise en charge par l'entreprise",
        "prise en charge par l'employeur", "accès à la formation", "suivrez une formation",
        "recevrez une formation", "aurez une formation", "offrons une formation", "proposons une formation",
        "formation vous sera", "formations vous seront", "formation est prévue",
        "formation complète est prévue",
        "formation sera dispensée", "vous finançons", "vous financerons", "vous faisons passer",
        "vous ferons passer", "possibilité d'être formé", "possibilité d'être formée",
        "possibilité de se former",
      ]
    ),
    (
      .provided, .backward,
      [
        "vous sera financé", "vous sera financée", "vous seront financés", "vous seront financées",
        "vous sera payé", "vous sera payée", "vous seront payés", "vous seront payées", "vous sera proposé",
        "vous sera proposée", "vous seront proposés", "vous seront proposées", "vous sera assurée",
        "vous seront assurées",
      ]
    ),
    (
      .negated, .forward,
      [
        "aucun", "aucune", "sans", "pas besoin de", "pas de", "pas d'expérience", "nul besoin", "peu importe",
        "inutile de", "pas nécessaire de",
      ]
    ),
    (
      .negated, .backward,
      [
        "non exigé", "non exigée", "non exigés", "pas exigé", "pas exigée", "non requis", "non requise",
        "non requises", "pas requis", "pas requise", "pas obligatoire", "non obligatoire",
        "n'est pas nécessaire", "pas nécessaire", "pas indispensable", "non nécessaire", "n'est pas exigé",
        "pas demandé", "facultatif", "facultative", "pas un prérequis",
      ]
    ),
    (.boilerplate, .forward, equalChances),
    (
      .terminator, .forward,
      [
        "mais", "cependant", "toutefois", "néanmoins", "en revanche", "sauf", "hormis",
        // What is said to be needed ends what is said to be welcome: « permis C obligatoire, ADR serait un plus ».
        "obligatoire", "obligatoires", "impératif", "impérative", "indispensable", "indispensables", "exigé",
        "exigée", "exigés", "requis", "requise",
      ]
    ),
  ]

  /// Statements on equal chances. Each names the employer's own attitude: who works *auprès de personnes en situation de
  /// handicap* or *met en œuvre la politique handicap* is asked to.
  private static let equalChances: [String] = [
    "ouvert aux personnes", "ouverte aux personnes", "ouverts aux personnes", "ouvertes aux personnes",
    "ouvert aux candidats", "ouverts aux candidats", "ouvertes aux candidats", "ouvert aux travailleurs",
    "ouverts aux travailleurs", "ouvertes aux travailleurs", "ouvert à tout type de handicap",
    "ouverts à tout type de handicap", "ouvertes à tout type de handicap", "adaptées à tout type de handicap",
    "accessible aux personnes en situation", "accessibles aux personnes en situation",
    "postes sont accessibles", "poste est accessible", "métiers sont accessibles", "offres sont accessibles",
    "poste accessible aux personnes", "postes accessibles aux personnes",
    "y compris aux personnes en situation", "postes aux salariés reconnus",
    "emploi est ouvert à tous", "emploi est ouvert à toutes et à tous", "poste est ouvert à tous",
    "postes sont ouverts à tous", "à compétences égales", "à compétence égale",
    "à compétences équivalentes", "priorité aux travailleurs", "priorité aux personnes handicapées",
    "priorité aux personnes en situation", "bénéficiaires de l'obligation d'emploi",
    "candidatures des personnes en situation de handicap",
    "candidatures de personnes en situation de handicap",
    "handicap sont les bienvenues", "handicap sont les bienvenus", "handicapées sont les bienvenues",
    "indépendamment de la situation", "quel que soit votre handicap", "si vous êtes en situation de handicap",
    "aménagements de poste peuvent être", "aménagements de postes peuvent être",
    "adaptations de poste peuvent", "tenir compte des handicaps", "adaptable RQTH", "permanence handicap",
    "notre politique handicap", "sa politique handicap", "notre politique diversité",
    "sa politique diversité",
    "notre politique RQTH", "notre politique handi", "politique en matière de diversité",
    "politique en faveur de", "politique active en faveur", "politique engagée en faveur",
    "accord en faveur de", "engagé en faveur de", "engagée en faveur de", "s'engage en faveur de",
    "engagements pris en faveur", "s'engage au quotidien pour l'emploi", "s'engage pour l'emploi",
    "s'engage à promouvoir la diversité", "employeur inclusif", "entreprise inclusive", "employeur handi",
    "entreprise handi",
    "nos collaborateurs en situation de handicap", "intègre des collaborateurs en situation de handicap",
    "mettons en place un environnement", "environnement de travail inclusif", "environnement inclusif",
    "monde plus inclusif", "société plus inclusive", "la diversité est", "diversité de nos équipes",
    "attachés à la mixité", "attaché à la mixité", "attachés à la diversité", "valorise la diversité",
    "valorisant la diversité", "soutenons la diversité", "célébrons la diversité", "prônons la diversité",
    "prônons diversité", "sujets qui vous tiennent à cœur", "diversité et l'égalité des chances",
    "diversité et de l'égalité des chances", "égalité des chances et la diversité",
    "faveur de l'égalité des chances", "œuvre pour l'égalité des chances",
    "principe de l'égalité des chances",
    "promeut l'égalité des chances", "garantit l'égalité des chances", "respecte l'égalité des chances",
    "favorisons l'égalité des chances", "quotidien pour l'égalité des chances",
    "assurer l'égalité des chances en matière", "promotion de l'égalité des chances",
    "discrimination et l'égalité des chances", "agit pour l'égalité des chances",
    "engagé dans la lutte contre les discriminations", "engagée dans la lutte contre les discriminations",
    "toute forme de discrimination", "toutes formes de discrimination",
    "toutes formes de discriminations", "toutes les formes de discrimination", "sans discrimination",
    "écriture inclusive n'est pas", "equal opportunity", "equal opportunities",
    "diverse and inclusive", "diverse inclusive", "inclusive workplace", "without discrimination",
    "form of discrimination", "regardless of",
  ]
  /// What such a statement is about: it reaches no further than the last of them.
  private static let subjectWords = [
    "handicap", "handicaps", "handicapé", "handicapés", "handicapée", "handicapées", "RQTH", "diversité",
    "inclusion", "inclusif", "inclusive", "chances", "discrimination", "discriminations",
    "obligation", "handi",
  ]

  private let trie: FrozenTrie
  /// By value of `trie`.
  private let cues: [Cue]
  /// Spellings that open a cue.
  let firsts: Set<Int32>
  /// Spellings that a statement on equal chances is about.
  let subjects: Set<Int32>

  /// Every word of every cue, for the vocabulary to learn.
  static var words: [String] { written.flatMap { $0.2 } + subjectWords }

  /// Every cue with what it does, in fixed order.
  static var canonical: String { "\(written) \(subjectWords)" }

  /// - Parameter forms: interned spellings of a phrase.
  init(forms: (String) -> [Int32]) {
    var seen = Set<[Int32]>()
    var builder = TrieBuilder()
    var cues: [Cue] = []
    for (effect, direction, phrases) in Self.written {
      for phrase in phrases {
        let ids = forms(phrase)
        guard seen.insert(ids).inserted else { continue }
        builder.insert(ids, value: Int32(cues.count))
        cues.append(Cue(effect: effect, direction: direction, length: ids.count))
      }
    }
    trie = builder.frozen()
    self.cues = cues
    firsts = Set(seen.compactMap(\.first))
    subjects = Set(Self.subjectWords.flatMap(forms))
  }

  /// The longest cue that opens at a spelling; `nil` when none does. Asked only where `WordClass.stanceCue` says that one
  /// may open.
  func cue(in forms: UnsafeBufferPointer<Int32>, at start: Int) -> Cue? {
    var best: Int32 = -1
    var at = start
    var place = trie.root(forms[start])
    while place.node >= 0 {
      if place.value != FrozenTrie.noValue { best = trie.first(place) }
      at += 1
      guard at < forms.count else { break }
      place = trie.next(place, forms[at])
    }
    return best < 0 ? nil : cues[Int(best)]
  }
}
