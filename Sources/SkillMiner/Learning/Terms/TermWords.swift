/// Words that say where a term stands, and words that are none.
enum TermWords {
  /// What stands before the name of a competency.
  static let cues = [
    "maîtrise", "maîtriser", "connaissance", "connaissances", "connaître", "habilitation", "habilité",
    "certifié",
    "certification", "logiciel", "outil", "permis", "utilisation", "compétence", "compétences", "expertise",
    "environnement", "stack", "framework", "langage", "technologie", "technologies", "pratique", "bases",
  ]

  /// Words that carry no competency where they begin or end a term: time, place, people, the offer itself.
  static let empty = [
    "an", "année", "ans", "mois", "semaine", "jour", "heure", "temps", "expérience", "minimum", "idéalement",
    "poste", "mission", "offre", "emploi", "candidat", "candidature", "profil", "recruter", "recrutement",
    "cdi",
    "cdd", "intérim", "contrat", "salaire", "rémunération", "client", "clients", "équipe", "entreprise",
    "société",
    "groupe", "agence", "site", "secteur", "domaine", "niveau", "formation", "diplôme", "bac", "titulaire",
    "type",
    "ainsi", "notamment", "etc", "bon", "bonne", "grand", "nouveau", "différent", "ensemble", "cadre", "sein",
    "besoin", "qualité", "rigueur", "capacité", "sens", "esprit", "personne", "collaborateur", "responsable",
    "directeur", "manager", "stage", "alternance", "avantage", "télétravail", "permettre", "assurer",
    "participer",
    "réaliser", "effectuer", "mettre", "place", "œuvre", "travail", "travailler", "projet", "projets",
    "métier",
    "être", "avoir", "faire", "venir", "rejoindre", "lien", "relation", "interne", "externe", "similaire",
    "équivalent", "tant", "valeur", "fort", "forte", "meilleur", "riche", "dynamique", "pertinent",
    "étroitement",
    "part", "cœur", "vie", "monde", "enjeu", "enjeux", "opportunité", "ambition", "passionné", "souhaité",
    "exigé", "requis", "apprécié", "plus", "serait", "solide", "première",
    "premier",
  ]
}
