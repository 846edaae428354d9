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
        "etablissement", "nous connaitre", "notre histoire", "description de l entreprise", "le client",
        "l agence", "nos valeurs", "valeurs", "qui sommes", "contexte", "structure",
      ]
    ),
    (
      .benefits,
      [
        "avantages", "avantage", "remuneration", "salaire", "nous offrons", "nous vous offrons",
        "nous proposons", "ce que nous", "conditions", "type d emploi", "horaires", "horaire", "contrat",
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

  private let table: [[Int32]: Section]

  /// Every cue, for the vocabulary to learn.
  static var words: [String] { cues.flatMap { $0.1 } }

  /// - Parameter form: interned spelling of a folded word.
  init(form: (String) -> Int32) {
    var table: [[Int32]: Section] = [:]
    for (section, phrases) in Self.cues {
      for phrase in phrases {
        let ids = phrase.split(separator: " ").map { form(String($0)) }
        if table[ids] == nil { table[ids] = section }
      }
    }
    self.table = table
  }

  /// The section that a heading of these spellings opens; `nil` when they hold no cue.
  func section(heading forms: [Int32]) -> Section? {
    for length in stride(from: min(4, forms.count), through: 1, by: -1) {
      for start in 0...(forms.count - length) {
        if let hit = table[Array(forms[start..<start + length])] { return hit }
      }
    }
    return nil
  }
}
