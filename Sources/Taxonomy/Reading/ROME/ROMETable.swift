/// A table of the ROME open-data set that this product reads, with the columns it knows.
///
/// Source: official CSV sets of releases 3.47 (2021) and 4.60 (18 September 2025).
enum ROMETable: String, CaseIterable {
  case occupation = "referentiel_code_rome"
  case appellation = "referentiel_appellation"
  case competency = "referentiel_competence"
  case knowledge = "referentiel_savoir"
  case activity = "referentiel_activite"
  case link = "coherence_item"
  case item = "item"
  case workContext = "referentiel_contexte_travail"
  case environment = "referentiel_env_travail"
  case mobility = "rubrique_mobilite"
  case sector = "arborescence_secteur_naf"

  /// Official tables that hold nothing for this product.
  static let unused: Set<String> = [
    "arborescence", "arborescence_centre_interet", "arborescence_secteur_activite", "arborescence_thematique",
    "centre_interet", "composition_bloc", "cr_gd_dp", "cr_gd_dp_appellations", "descriptif_rubrique",
    "domaine_professionnel", "grand_domaine", "item_arborescence", "liens_rome_referentiels",
    "referentiel_code_rome_riasec", "referentiel_macro_competence_riasec", "secteur_activite", "secteur_naf",
    "sous_secteur_activite", "texte", "themes", "type_referentiel",
  ]

  /// Whether a release of this edition is unusable without the table.
  func isRequired(in edition: ROMEEdition) -> Bool {
    switch self {
    case .occupation, .appellation, .competency, .link: true
    case .knowledge: edition == .four
    default: false
    }
  }

  /// Whether a complete release of this edition has the table, though one can do without.
  func isExpected(in edition: ROMEEdition) -> Bool {
    switch self {
    case .mobility: true
    case .sector: edition == .four
    default: false
    }
  }

  /// Columns without which the table says nothing.
  func requiredColumns(in edition: ROMEEdition) -> [String] {
    switch self {
    case .occupation: ["code_rome", "libelle_rome"]
    case .appellation: ["code_ogr", "libelle_appellation_long", "libelle_appellation_court", "code_rome"]
    case .competency:
      edition == .four
        ? ["code_ogr", "nature", "libelle_competence", "code_ogr_macro_comp", "cat_comp"]
        : ["code_ogr", "libelle_competence"]
    case .knowledge: ["code_ogr_savoir", "libelle_savoir", "categorie_savoir", "sous_categorie_savoir"]
    case .activity: ["code_ogr", "libelle_activite"]
    case .link: ["code_rome", "code_ogr"]
    case .item: ["code_ogr", "code_rubrique"]
    case .workContext, .environment: ["code_ogr"]
    case .mobility: ["code_rome", "code_rome_cible"]
    case .sector: ["code_secteur_naf", "code_rome"]
    }
  }

  /// Columns of an edition that one can do without, at a price.
  func expectedColumns(in edition: ROMEEdition) -> [String] {
    guard edition == .four else { return [] }
    return switch self {
    case .occupation: ["code_rome_parent"]
    case .link: ["coeur_metier"]
    default: []
    }
  }

  /// Columns of the official sets beyond the required ones; any other is reported.
  var otherColumns: Set<String> {
    switch self {
    case .occupation:
      [
        "code_fiche_metier", "code_fiche_em", "code_ogr", "statut", "transition_eco", "transition_num",
        "transition_demo", "emploi_reglemente", "emploi_cadre", "code_rome_parent",
      ]
    case .appellation:
      [
        "transition_eco", "transition_num", "transition_demo", "emploi_reglemente", "emploi_cadre",
        "classification", "origine", "code_rome_parent", "peu_usite", "code_type_section_appellation",
        "libelle_type_section_appellation", "statut",
      ]
    case .competency:
      [
        "nature", "definition", "code_ogr_macro_comp", "code_macro_comp", "cat_comp", "sous_cat_comp",
        "transition_eco", "transition_num", "libelle_heterogeneite", "libelle_origine",
        "code_type_competence",
        "libelle_type_competence", "statut",
      ]
    case .knowledge: ["transition_eco", "transition_num"]
    case .activity:
      [
        "code_tete_rgpmt", "libelle_activite_impression", "code_type_activite", "libelle_type_activite",
        "code_type_item_activite", "libelle_type_item_activite", "statut",
      ]
    case .link: ["coeur_metier"]
    case .item: ["libelle"]
    case .workContext: ["libelle_cont_travail", "code_type_cont_trav", "libelle_type_cont_trav"]
    case .environment:
      ["libelle_env_travail", "code_type_section_env_trav", "libelle_type_section_env_trav", "statut"]
    case .mobility:
      [
        "numero_ordre", "code_appellation_source", "code_appellation_cible", "code_type_mobilite",
        "libelle_type_mobilite",
      ]
    case .sector: ["libelle_secteur_naf", "code_ogr_rome", "libelle_rome"]
    }
  }
}

/// The two layouts of the ROME: before and since the competency-based recast of 2022–2023.
enum ROMEEdition {
  case three
  case four
}
