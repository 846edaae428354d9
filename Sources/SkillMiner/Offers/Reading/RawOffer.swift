import Taxonomy

/// The fields of a record as the source writes them, before anything is judged.
struct RawOffer {
  /// The single-valued fields of the common shape.
  enum Field: Int, CaseIterable {
    case id, source, title, description, created, updated, occupation, occupationLabel, appellation, place
    case postcode, commune, latitude, longitude, employer, naf, sector, contract, experience, qualification
    case positions, url

    /// Its name in the common shape.
    var name: String { names[0] }

    /// Names under which feeds deliver it, the common shape's own first.
    var names: [String] {
      switch self {
      case .id: ["id", "identifiant", "id_offre", "offer_id", "reference", "numero", "guid"]
      case .source: ["source", "flux"]
      case .title: ["title", "intitule", "titre", "intitulé", "poste"]
      case .description: ["description", "texte", "descriptif", "text"]
      case .created:
        [
          "date_created", "dateCreation", "date_creation", "created", "datePosted", "date_publication",
          "pubDate",
        ]
      case .updated: ["date_updated", "dateActualisation", "date_actualisation", "updated"]
      case .occupation: ["rome_code", "romeCode", "code_rome", "rome"]
      case .occupationLabel: ["rome_label", "romeLibelle", "libelle_rome"]
      case .appellation: ["appellation", "appellationlibelle", "appellationLibelle"]
      case .place: ["location", "lieu", "lieuTravail", "place", "ville"]
      case .postcode: ["postcode", "codePostal", "code_postal", "code postal", "postal_code", "zip"]
      case .commune: ["commune", "code_commune", "insee"]
      case .latitude: ["lat", "latitude"]
      case .longitude: ["lon", "longitude", "lng"]
      case .employer: ["company", "entreprise", "employer", "employeur"]
      case .naf: ["naf", "codeNAF", "code_naf", "secteurActivite"]
      case .sector: ["sector", "secteurActiviteLibelle", "secteur"]
      case .contract: ["contract", "typeContrat", "type_contrat", "contrat"]
      case .experience: ["experience", "experienceLibelle"]
      case .qualification: ["qualification", "qualificationLibelle"]
      case .positions: ["positions", "nombrePostes", "nombre_postes"]
      case .url: ["url", "lien", "link", "redirection"]
      }
    }
  }

  /// By field.
  private var values = [String?](repeating: nil, count: Field.allCases.count)
  var declared: [JobOffer.DeclaredCompetency] = []
  var softSkills: [String] = []
  var trainings: [String] = []
  var languages: [String] = []
  var licences: [String] = []

  /// A value without surrounding white space; `nil` when absent or blank.
  subscript(field: Field) -> String? {
    get { values[field.rawValue] }
    set { values[field.rawValue] = newValue.map(Self.trimmed).flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// The first text of these that is longer than a field can be, the description apart, and how many bytes it has.
  func overlong(limit: Int) -> (field: String, bytes: Int)? {
    for field in Field.allCases where field != .description {
      if let count = values[field.rawValue]?.utf8.count, count > limit { return (field.name, count) }
    }
    for item in declared where item.label.utf8.count > limit { return ("competences", item.label.utf8.count) }
    func longest(_ name: String, _ texts: [String]) -> (field: String, bytes: Int)? {
      texts.first { $0.utf8.count > limit }.map { (name, $0.utf8.count) }
    }
    return longest("qualites", softSkills) ?? longest("formations", trainings)
      ?? longest("langues", languages) ?? longest("permis", licences)
  }

  private static func trimmed(_ text: String) -> String {
    // Most values start and end with a sign of ASCII.
    if let first = text.utf8.first, let last = text.utf8.last, (0x21...0x7E).contains(first),
      (0x21...0x7E).contains(last)
    {
      return text
    }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return text }
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
