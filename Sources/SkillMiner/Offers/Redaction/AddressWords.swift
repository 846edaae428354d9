/// The words by which a street is known, and by which an address is told to be a person's or not.
enum AddressWords {
  static let streets: Set<String> = [
    "rue", "avenue", "av", "ave", "bd", "bld", "blvd", "boulevard", "place", "pl", "allée", "allées",
    "impasse",
    "chemin", "square", "cours", "quai", "route", "rte", "passage", "sentier", "ruelle", "lotissement",
    "résidence", "esplanade", "promenade", "faubourg", "fbg", "voie", "villa", "hameau", "montée", "venelle",
    "traverse", "clos", "mail", "cité", "lieu-dit",
  ]

  static let suffixes: Set<String> = ["bis", "ter", "quater", "a", "b", "c", "d"]

  /// Words that make what follows somebody's home.
  static let homes: Set<String> = ["domicile", "demeurant"]

  static let inTowns: Set<String> = ["sur", "sous", "en", "lès", "les", "lez", "près", "aux", "et", "l"]

  /// Capitalised words that may stand between a contact word and a person's address.
  static let neutral: Set<String> = [
    "m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "tél", "tel", "téléphone", "mail",
    "email",
    "courriel", "e-mail", "adresse", "postale", "courrier", "cv", "lettre", "motivation", "candidature",
    "candidatures", "merci", "par", "à", "au", "ou", "et", "envoyer", "envoyez", "adresser", "adressez",
    "contact", "contacter", "contactez", "domicile", "demeurant", "chez", "famille", "port", "portable",
  ]

  /// Words of establishments and functions: an address behind one is where the job or the office is.
  static let establishments: Set<String> = ContactWords.placeWords.subtracting(["rue", "chez"]).union([
    "ville", "services", "service", "siège", "sas", "sasu", "sarl", "sa", "eurl", "scop", "intérim",
    "interim",
    "emploi", "agences", "communauté", "commune", "communes", "mairie", "métropole", "président",
    "présidente",
    "maire", "directeur", "directrice", "direction", "rh", "drh", "ressources", "humaines", "bureaux",
    "bureau",
    "locaux", "boutique", "département", "région", "syndicat", "unité", "pôle", "cfa", "afpa", "pharmacie",
    "secrétariat", "recrutement", "responsable", "gérant", "gérante", "chef", "office", "étude", "notaire",
    "chantier", "usine", "entrepôt", "dépôt", "atelier", "lieu", "situé", "située", "situés", "poste",
    "travail",
    "hôtel", "restaurants", "préfecture", "rectorat", "tribunal", "conseil", "caisse", "mutuelle", "banque",
    "assurances", "transports", "formation",
  ])
}
