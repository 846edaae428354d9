public import Taxonomy

/// What reports call things, in French.
public enum FrenchWords {
  /// Verdict as an adjective of *compétence*.
  public static func verdict(_ level: CoverageVerdict.Level) -> String {
    switch level {
    case .covered: "couverte"
    case .partial: "partielle"
    case .missing: "absente"
    }
  }

  /// Why a verdict was given, as the beginning of a sentence that a quotation may end.
  public static func reason(_ reason: CoverageVerdict.Reason) -> String {
    switch reason {
    case .form: "La compétence figure dans un bloc"
    case .narrower: "Une compétence plus précise figure dans un bloc"
    case .wordForWord: "Le libellé figure mot pour mot"
    case .words: "Les mots du libellé figurent dans une même phrase"
    case .named: "Le certificat est nommé"
    case .gesture: "Le geste est enseigné, le certificat n’est pas nommé"
    case .broader: "Une compétence plus large figure dans un bloc"
    case .sibling: "Une compétence voisine (même macro-compétence) figure dans un bloc"
    case .implied: "L’intitulé ou les prérequis supposent ce permis ou cette habilitation"
    case .absent: "Aucune phrase des blocs n’en parle"
    case .overruled: "Avis d’un relecteur"
    }
  }

  /// Flags as short badges.
  public static func flag(_ flag: ModuleCandidate.Flag) -> String {
    switch flag {
    case .smallSupport: "effectif faible"
    case .singleEmployer: "un employeur domine"
    case .proposedLinks: "métiers proposés"
    case .expired: "expirée"
    case .undeclaredOccupations: "métiers déduits du titre"
    }
  }

  /// Whether a certification could be assessed.
  public static func status(_ status: CertificationAssessment.Status) -> String {
    switch status {
    case .assessed: "évaluée"
    case .withoutText: "non évaluable (sans texte)"
    case .withoutOccupation: "sans métier relié"
    case .withoutOffers: "données insuffisantes"
    }
  }

  /// Kind of a family.
  public static func kind(_ kind: CompetencyFamily.Kind) -> String {
    switch kind {
    case .knowHow: "savoir-faire"
    case .knowledge: "savoir"
    case .softSkill: "savoir-être"
    case .tool: "outil"
    case .credential: "certificat ou habilitation"
    case .language: "langue"
    case .diploma: "diplôme"
    }
  }

  /// `3 mars 2026`, `1er mars 2026`.
  public static func date(_ date: CalendarDate) -> String {
    "\(date.day == 1 ? "1er" : String(date.day)) \(months[date.month - 1]) \(date.year)"
  }

  /// Places a territory level counts, singular and plural.
  public static func territories(_ level: Territory.Level, _ n: Int) -> String {
    let s = n > 1 ? "s" : ""
    switch level {
    case .commune: return "commune\(s)"
    case .employmentBasin: return "bassin\(s) d’emploi"
    case .employmentZone: return "zone\(s) d’emploi"
    case .department: return "département\(s)"
    case .region: return "région\(s)"
    }
  }

  /// See `FrenchNumber`.
  package static func count(_ n: Int, _ one: String, _ many: String) -> String {
    FrenchNumber.count(n, one, many)
  }

  /// What a flag means, as a sentence before the figures.
  static func warning(_ flag: ModuleCandidate.Flag) -> String {
    switch flag {
    case .smallSupport: "Peu d’offres, ou peu d’employeurs, portent ce besoin."
    case .singleEmployer: "Un seul employeur porte l’essentiel de ce besoin."
    case .proposedLinks:
      "Les métiers de la certification ont été déduits de son intitulé : ils sont à valider."
    case .expired: "L’enregistrement de la certification est échu."
    case .undeclaredOccupations:
      "Pour une partie des offres, le métier a été déduit du titre de l’annonce."
    }
  }

  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
  ]
}
