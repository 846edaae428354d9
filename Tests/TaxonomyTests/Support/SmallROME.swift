import Taxonomy

/// A ROME release of three cards, in the layout of the official set.
enum SmallROME {
  static let occupations = """
    "code_rome","code_fiche_metier","code_ogr","libelle_rome","code_rome_parent"
    "N1103","1","11","Préparateur / Préparatrice de commandes","N1103"
    "N1110","2","12","Gestionnaire de stock","N1103"
    "N1101","3","13","Cariste","N1101"

    """
  static let appellations = """
    "code_ogr","libelle_appellation_long","libelle_appellation_court","code_rome","classification"
    "501","Cariste","Cariste","N1101","PRINCIPALE"
    "502","Préparateur / Préparatrice de commandes","","N1103","PRINCIPALE"
    "503","Gestionnaire de stock","Gestionnaire","N1110","PRINCIPALE"

    """
  static let competencies = """
    "code_ogr","nature","libelle_competence","code_ogr_macro_comp","cat_comp","sous_cat_comp"
    "100","Macro-compétence","Organiser des flux","","Savoir-faire","Transverse"
    "101","Compétence","Préparer une commande","100","Savoir-faire","Technique"
    "102","Macro-compétence","Avoir l'esprit d'équipe","","Savoir-être professionnel","Transverse"

    """
  static let knowledge = """
    "code_ogr_savoir","libelle_savoir","categorie_savoir","sous_categorie_savoir"
    "201","CACES R489","Certifications et habilitations","Certifications"
    "202","Tableur","Domaines d'expertise","Logiciels, progiciels"
    "203","Anglais","Domaines d'expertise","Langues"
    "204","Gerbage","Techniques professionnelles","Autres techniques professionnelles"

    """
  static let links = """
    "code_rome","code_ogr","coeur_metier"
    "N1101","201","Principale"
    "N1101","102",""
    "N1103","101","Principale"
    "N1103","100",""
    "N1110","202","Émergente"
    "N1110","203",""
    "N1103","204",""
    "N1101","900",""

    """
  static let contexts = """
    "code_ogr","libelle_cont_travail","code_type_cont_trav","libelle_type_cont_trav"
    "900","Port de charges","1","Conditions"

    """
  static let mobility = """
    "code_rome","code_rome_cible","numero_ordre"
    "N1101","N1103","1"

    """
  static let sectors = """
    "code_secteur_naf","libelle_secteur_naf","code_ogr_rome","code_rome","libelle_rome"
    "1","Culture","11","N1103","Préparateur"
    "52","Entreposage","13","N1101","Cariste"

    """

  static let tables = [
    "referentiel_code_rome": occupations, "referentiel_appellation": appellations,
    "referentiel_competence": competencies, "referentiel_savoir": knowledge, "coherence_item": links,
    "referentiel_contexte_travail": contexts, "rubrique_mobilite": mobility,
    "arborescence_secteur_naf": sectors,
  ]

  /// The release, with some tables replaced, or left out by `nil`.
  static func reading(_ changes: [String: String?] = [:]) throws -> ROMEReader.Reading {
    var all: [String: String] = tables
    for (name, text) in changes { all[name] = text }
    let files = all.sorted { $0.key < $1.key }.map { name, text in
      (name: "unix_\(name)_v460_utf8.csv", bytes: Array(text.utf8))
    }
    return try ROMEReader.reading(files: files)
  }
}
