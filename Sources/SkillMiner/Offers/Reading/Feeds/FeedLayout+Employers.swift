import Taxonomy

/// Layouts of employers and of the recruiting tools they use.
extension FeedLayout {
  /// Kelio (TalentView).
  static let kelio = FeedLayout(
    source: "kelio", marks: ["id", "name", "slug"],
    fields: [
      .id: ["id"], .title: ["name"], .created: ["created_at"], .updated: ["last_activation_at"],
      .contract: ["job_type"], .employer: ["company/name"], .url: ["url"],
      .postcode: ["address/postal_code"], .place: ["address/city"], .latitude: ["address/latitude"],
      .longitude: ["address/longitude"],
    ], texts: [["html_description", "description"], ["html_profile", "profile"]],
    trainings: ["education_level"])

  /// Cegid Talentsoft in XML, as EDF and Enedis deliver it.
  static let talentsoft = FeedLayout(
    source: "talentsoft", marks: ["reference", "jobDescription/title"],
    fields: [
      .id: ["reference", "id"], .title: ["jobDescription/title"], .created: ["creationDate"],
      .updated: ["modificationDate"], .contract: ["jobDescription/contract"],
      .sector: ["jobDescription/jobfamily"], .employer: ["jobDescription/salaryRange"],
      .experience: ["applicantCriteria/experienceLevel"], .url: ["directUrl"],
      .place: ["jobDescription/location/jobLocation"],
      .postcode: ["jobDescription/location/departements/departement"],
    ],
    texts: [
      [
        "jobDescription/missionDescriptionFormatted", "jobDescription/missionDescription",
        "jobDescription/description",
      ],
      ["jobDescription/applicantProfileFormatted", "jobDescription/applicantProfile"],
    ], trainings: ["applicantCriteria/diploma"],
    adjust: { raw in
      // `Rhône (69)` is no postcode; it says which of several namesakes is meant.
      let department = raw[.postcode].flatMap(Self.departmentInBrackets)
      raw[.postcode] = nil
      if let department, let place = raw[.place] { raw[.place] = "\(department) - \(place)" }
      if department != nil, raw[.place] == nil { raw[.place] = department }
      // The field holds the company of the group only at these two.
      if let employer = raw[.employer], employer.contains(where: \.isNumber) { raw[.employer] = nil }
    })

  /// La Poste; the feed gives the day of the last change and no other.
  static let laPoste = FeedLayout(
    source: "la-poste", marks: ["reference", "intitule-du-poste"],
    fields: [
      .id: ["reference"], .title: ["intitule-du-poste"], .updated: ["date-de-mise-a-jour"],
      .contract: ["type-de-contrat"], .employer: ["company"], .appellation: ["metier"],
      .sector: ["filiere"], .experience: ["nombre-d-annees-d-experience-total"], .url: ["url-de-l-offre"],
      .place: ["localite", "localisation-du-poste"], .latitude: ["latitude"], .longitude: ["longitude"],
    ],
    texts: [
      ["description-de-la-mission"], ["profil-recherche", "profil-candidat"], ["formation-et-experience"],
    ], trainings: ["niveau-de-formation-requis"],
    adjust: { raw in
      guard let place = raw[.place], let first = place.split(separator: " ").first,
        first.utf8.count == 5, first.allSatisfy(\.isNumber)
      else { return }
      raw[.postcode] = String(first)
      raw[.place] = String(place.dropFirst(first.count))
    })

  /// Decathlon (Digital Recruiters), JSON under `ads`.
  static let decathlon = FeedLayout(
    source: "decathlon", marks: ["reference", "published_at", "title"],
    fields: [
      .id: ["reference"], .title: ["title"], .created: ["published_at"], .contract: ["contract_type"],
      .experience: ["experience_level"], .sector: ["service"], .employer: ["brand/name"],
      .url: ["apply_url"], .postcode: ["address/parts/zip"], .place: ["address/parts/city"],
      .latitude: ["address/position/lat"], .longitude: ["address/position/lon"],
    ], texts: [["description"], ["profile"]], skills: ["skills"], trainings: ["education_level"])

  /// Cegid Talentsoft in JSON, as France Travail publishes its own posts.
  static let cegid = FeedLayout(
    source: "cegid", marks: ["reference", "organisationName", "title"],
    fields: [
      .id: ["reference"], .title: ["title"], .created: ["startPublicationDate"],
      .updated: ["modificationDate"], .contract: ["contractType/label"], .employer: ["organisationName"],
      .url: ["offerUrl"], .place: ["region/label", "country/label"], .latitude: ["latitude"],
      .longitude: ["longitude"],
    ],
    texts: [["description1Formatted", "description1"], ["description2Formatted", "description2"]],
    adjust: { raw in
      if let department = raw[.place].flatMap(Self.departmentInBrackets) { raw[.place] = department }
    })

  /// Layouts of XML feeds, the most telling marks first.
  static let xml = [apec, helloWork, cleverConnect, jobTeaser, talentsoft, laPoste, kelio]

  /// Layouts of JSON feeds.
  static let json = [decathlon, cegid]

  /// `69` of `Rhône (69)`.
  @Sendable private static func departmentInBrackets(_ text: String) -> String? {
    guard let open = text.lastIndex(of: "("), let close = text.lastIndex(of: ")"), open < close else {
      return nil
    }
    let code = text[text.index(after: open)..<close]
    return (2...3).contains(code.utf8.count) && code.first?.isNumber == true ? String(code) : nil
  }
}
