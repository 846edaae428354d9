/// Wordings that say what an offer does with a competency, in the manner of NegEx (Chapman et al. 2001) and ConText
/// (Harkema et al. 2009): a cue, a direction and a scope that ends at a conjunction of opposition or the sentence.
struct StanceCues: Sendable {
  enum Effect: UInt8, Sendable {
    case desired
    case provided
    case negated
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
        "idéalement", "de préférence", "dans l idéal", "si possible", "éventuellement", "préférablement",
        "la connaissance éventuelle",
      ]
    ),
    (
      .provided, .both,
      [
        "formation assurée", "formation interne", "formation prise en charge", "formations assurées",
        "nous vous formons", "nous vous formerons", "nous formons", "vous serez formé", "vous serez formée",
        "serez formés", "formation en interne", "formation possible", "nous assurons la formation",
        "formation proposée", "formation offerte", "bénéficierez d une formation",
        "bénéficiez d une formation",
        "bénéficierez de formations", "possibilité de passer", "possibilité de formation",
        "formation financée", "prise en charge de la formation", "formation initiale assurée",
        "formation préalable", "formation au poste", "formés par nos soins", "formé par nos soins",
        "on vous forme", "vous former", "parcours de formation", "vous formera",
        "formation à la prise de poste", "formation fournie", "nous finançons",
        "formations internes", "la formation sera", "formation sera assurée",
        "prise en charge par l entreprise",
        "prise en charge par l employeur", "accès à la formation", "suivrez une formation",
        "recevrez une formation", "aurez une formation", "offrons une formation", "proposons une formation",
      ]
    ),
    (
      .negated, .forward,
      [
        "aucun", "aucune", "sans", "pas besoin de", "pas de", "pas d", "nul besoin", "peu importe",
        "inutile de", "pas nécessaire de", "pas obligatoire d",
      ]
    ),
    (
      .negated, .backward,
      [
        "non exigé", "non exigée", "non exigés", "pas exigé", "pas exigée", "non requis", "non requise",
        "non requises", "pas requis", "pas requise", "pas obligatoire", "non obligatoire",
        "n est pas nécessaire", "pas nécessaire", "pas indispensable", "non nécessaire", "n est pas exigé",
        "pas demandé", "facultatif", "facultative", "pas un prérequis",
      ]
    ),
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

  private let trie: FrozenTrie
  /// By value of `trie`.
  private let cues: [Cue]
  /// Spellings that open a cue.
  let firsts: Set<Int32>
  static let longest = 5

  /// Every word of every cue, for the vocabulary to learn.
  static var words: [String] { written.flatMap { $0.2 } }

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
  }

  /// The longest cue that opens at a token; `nil` when none does. `forms` are spellings from that token on; asked only
  /// where `WordClass.stanceCue` says that one may open.
  func cue(at forms: ArraySlice<Int32>) -> Cue? {
    var node = FrozenTrie.root
    var best: Cue?
    for form in forms.prefix(Self.longest) {
      node = trie.step(node, form)
      if node < 0 { break }
      if let cue = trie.values(at: node).first { best = cues[Int(cue)] }
    }
    return best
  }
}
