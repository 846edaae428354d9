import Taxonomy

/// Layouts of job boards.
extension FeedLayout {
  /// APEC, `Export_offres`.
  static let apec = FeedLayout(
    source: "apec", marks: ["Reference_apec"],
    fields: [
      .id: ["Reference_apec"], .title: ["Intitule"], .created: ["Date_parution"],
      .positions: ["Nombre_postes"], .contract: ["Contrat/Type_contrat"], .qualification: ["Statut"],
      .experience: ["Niveau_experience"], .naf: ["Secteur_activite/NAF_secteur"],
      .sector: ["Secteur_activite/Libelle_secteur"], .employer: ["Nom_entreprise"], .url: ["URL"],
      .commune: ["Lieu/COG_lieu"], .place: ["Lieu/Libelle_lieu"],
    ], texts: [["Texte_offre"], ["Texte_profil"]])

  /// HelloWork.
  static let helloWork = FeedLayout(
    source: "hellowork", marks: ["job_id", "title"],
    fields: [
      .id: ["job_id"], .title: ["title"], .created: ["publication_date"], .updated: ["updated_date"],
      .contract: ["contract"], .naf: ["naf_code"], .employer: ["company_title"], .url: ["url"],
      .postcode: ["postal_code"], .place: ["city"], .latitude: ["geoloc"],
    ], texts: [["description"], ["profile"]],
    adjust: { raw in
      // Both coordinates stand in one field.
      guard let pair = raw[.latitude]?.split(separator: ","), pair.count == 2 else {
        raw[.latitude] = nil
        return
      }
      raw[.latitude] = String(pair[0])
      raw[.longitude] = String(pair[1])
    })

  /// Clever Connect (Meteojob).
  static let cleverConnect = FeedLayout(
    source: "meteojob", marks: ["@id", "publicationDate", "title"],
    fields: [
      .id: ["@id"], .title: ["title"], .appellation: ["position"], .created: ["publicationDate"],
      .updated: ["lastModificationDate"], .contract: ["contract/types/type"], .sector: ["industry"],
      .employer: ["company/name"], .url: ["link"], .postcode: ["workplace/locations/location/postalCode"],
      .place: ["workplace/locations/location/city"], .latitude: ["workplace/locations/location@lat"],
      .longitude: ["workplace/locations/location@lng"],
    ], texts: [["description"], ["profile/description"]], trainings: ["profile/degrees/degree"])

  /// JobTeaser.
  static let jobTeaser = FeedLayout(
    source: "jobteaser", marks: ["id", "job_details/title"],
    fields: [
      .id: ["id"], .title: ["job_details/title"], .created: ["job_dates/first_activated_at"],
      .contract: ["job_details/contract_type"], .employer: ["company/company_name"],
      .url: ["job_details/url"], .place: ["job_locations/location_city"],
    ], texts: [["job_details/description"]])
}
