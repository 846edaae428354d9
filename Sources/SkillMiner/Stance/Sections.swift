/// The part of an offer a line stands in.
enum Section: UInt8, CaseIterable, Sendable {
  /// Before any heading.
  case opening
  case mission
  case profile
  case company
  case benefits
  case process
}

/// Finds the section of each clause from headings and their wording.
///
/// A heading is a short clause that ends in a colon, or a short line of its own, and holds a cue. Cues are folded
/// words; the longest cue that matches wins, then the first in order.
struct SectionDetector: Sendable {
  private static let cues: [(Section, [String])] = [
    (
      .mission,
      [
        "mission", "missions", "activites", "activite", "taches", "responsabilites", "responsabilite", "role",
        "description du poste", "le poste", "poste", "descriptif", "fonctions", "attributions",
        "vous serez charge", "vous aurez pour mission", "votre quotidien", "au quotidien", "votre role",
        "objectifs", "job", "contenu", "rattache", "charge de", "serez amene",
      ]
    ),
    (
      .profile,
      [
        "profil", "profil recherche", "competences", "competence", "qualites", "savoir etre", "savoir faire",
        "savoirs", "prerequis", "pre requis", "requis", "connaissances", "formation", "diplome", "experience",
        "qui etes vous",
        "vous etes", "vous", "aptitudes", "atouts", "hard skills", "soft skills", "stack",
        "environnement technique", "langues", "qualifications", "expertise", "technologies", "votre profil",
        "ideal", "habilitations", "caces", "permis", "exigences", "outils", "maitrise",
      ]
    ),
    (
      .company,
      [
        "entreprise", "qui sommes nous", "a propos", "presentation", "notre client", "societe", "groupe",
        "etablissement", "nous connaitre", "notre histoire", "description de l'entreprise", "le client",
        "l'agence", "nos valeurs", "valeurs", "qui sommes", "contexte", "structure",
      ]
    ),
    (
      .benefits,
      [
        "avantages", "avantage", "remuneration", "salaire", "nous offrons", "nous vous offrons",
        "nous proposons", "ce que nous", "conditions", "type d'emploi", "horaires", "horaire", "contrat",
        "type de contrat", "lieu", "pourquoi nous rejoindre", "pourquoi", "les plus",
        "date", "duree", "statut", "primes", "localisation", "temps de travail", "on vous offre", "offre",
        "informations complementaires", "modalites", "programmation", "avantages sociaux", "package",
        "nos engagements", "bonnes raisons", "rejoindre", "deplacements", "lieu de travail", "demarrage",
        "rythme", "lieu du poste", "autres", "taux", "debut",
      ]
    ),
    (
      .process,
      [
        "candidature", "postuler", "processus", "recrutement", "contact", "contacts", "comment postuler",
        "interesse", "candidater", "etapes", "reference", "envoyer",
      ]
    ),
  ]

  private let trie: FrozenTrie
  /// By value of `trie`.
  private let sections: [Section]
  /// Words of the longest cue.
  private let longest: Int

  /// Every cue, for the vocabulary to learn.
  static var words: [String] { cues.flatMap { $0.1 } }

  /// - Parameter forms: interned spellings of a phrase.
  init(forms: (String) -> [Int32]) {
    var builder = TrieBuilder()
    var sections: [Section] = []
    var seen = Set<[Int32]>()
    for (section, phrases) in Self.cues {
      for phrase in phrases {
        let ids = forms(phrase)
        guard seen.insert(ids).inserted else { continue }
        builder.insert(ids, value: Int32(sections.count))
        sections.append(section)
      }
    }
    trie = builder.frozen()
    self.sections = sections
    longest = seen.map(\.count).max() ?? 0
  }

  /// The section that a heading opens; `nil` when it holds no cue.
  ///
  /// - Parameter forms: spellings of its words.
  func section(heading forms: UnsafeBufferPointer<Int32>) -> Section? {
    var best: (length: Int, value: Int32) = (0, -1)
    for start in forms.indices {
      var node = FrozenTrie.root
      for at in start..<min(forms.count, start + longest) {
        node = trie.step(node, forms[at])
        if node < 0 { break }
        let length = at - start + 1
        if length > best.length, let value = trie.values(at: node).first { best = (length, value) }
      }
    }
    return best.value < 0 ? nil : sections[Int(best.value)]
  }
}
