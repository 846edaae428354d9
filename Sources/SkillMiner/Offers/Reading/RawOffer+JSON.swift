import Taxonomy

extension RawOffer {
  /// Takes the fields of a JSON object: France Travail's *Offres v2* or the common shape.
  ///
  /// `contact` and `agence` are never looked at.
  init(json: JSONNode) {
    takeFields(json)
    if self[.source] == nil { self[.source] = json["sources"]?.items?.lazy.compactMap(\.text).first }
    if let place = json["lieuTravail"], place.isObject {
      self[.place] = place["libelle"]?.text
      self[.postcode] = place["codePostal"]?.text
      self[.commune] = place["commune"]?.text
      self[.latitude] = place["latitude"]?.text
      self[.longitude] = place["longitude"]?.text
    }
    if let employer = json["entreprise"] ?? json["company"], employer.isObject {
      self[.employer] = (employer["nom"] ?? employer["name"])?.text
    }
    if self[.url] == nil { self[.url] = json["origineOffre"]?["urlOrigine"]?.text }
    declared = Self.list(json["competences"]).compactMap(Self.competency)
    softSkills = Self.labels(json["qualites"] ?? json["qualitesProfessionnelles"])
    trainings = Self.list(json["formations"]).compactMap(Self.training)
    languages = Self.labels(json["langues"])
    licences = Self.labels(json["permis"])
  }

  /// Fields by their names: of the names an object has, the first of `Field.names` with a text counts.
  private mutating func takeFields(_ json: JSONNode) {
    var ranks = [Int](repeating: .max, count: Field.allCases.count)
    json.forEachMember { key, value in
      guard let (field, rank) = key.withKey(FieldNames.shared.field), rank <= ranks[field.rawValue],
        let text = value.text
      else { return }
      let before = self[field]
      self[field] = text
      if self[field] == nil { self[field] = before } else { ranks[field.rawValue] = rank }
    }
  }

  /// Whether the object is in the shape of France Travail's service.
  static func isFranceTravail(_ json: JSONNode) -> Bool {
    json["intitule"] != nil && json["dateCreation"] != nil
  }

  private static func list(_ value: JSONNode?) -> [JSONNode] {
    value.map { $0.isObject ? [] : $0.list } ?? []
  }

  private static func labels(_ value: JSONNode?) -> [String] {
    list(value).compactMap { item in
      (item.text ?? item["libelle"]?.text).flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  private static func competency(_ item: JSONNode) -> JobOffer.DeclaredCompetency? {
    if let label = item.text { return JobOffer.DeclaredCompetency(code: nil, label: label, required: nil) }
    guard let label = item["libelle"]?.text ?? item["label"]?.text else { return nil }
    let required: Bool? =
      switch item["exigence"]?.text {
      case "E": true
      case "S": false
      default: nil
      }
    return JobOffer.DeclaredCompetency(
      code: item["code"]?.text.flatMap { .init($0) }, label: label, required: required)
  }

  private static func training(_ item: JSONNode) -> String? {
    if let label = item.text { return label }
    let parts = ["niveauLibelle", "domaineLibelle", "commentaire"].compactMap { item[$0]?.text }.filter {
      !$0.isEmpty
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
