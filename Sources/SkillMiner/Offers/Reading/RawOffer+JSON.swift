import Foundation
import Taxonomy

extension RawOffer {
  /// Takes the fields of a decoded JSON object: France Travail's *Offres v2* or the common shape.
  ///
  /// `contact` and `agence` are never looked at.
  init(json: [String: Any]) {
    for field in Field.allCases {
      for name in field.names {
        if let text = Self.text(json[name]) {
          self[field] = text
          if self[field] != nil { break }
        }
      }
    }
    if self[.source] == nil { self[.source] = (json["sources"] as? [Any])?.lazy.compactMap(Self.text).first }
    if let place = json["lieuTravail"] as? [String: Any] {
      self[.place] = Self.text(place["libelle"])
      self[.postcode] = Self.text(place["codePostal"])
      self[.commune] = Self.text(place["commune"])
      self[.latitude] = Self.text(place["latitude"])
      self[.longitude] = Self.text(place["longitude"])
    }
    if let employer = (json["entreprise"] ?? json["company"]) as? [String: Any] {
      self[.employer] = Self.text(employer["nom"] ?? employer["name"])
    }
    if let origin = json["origineOffre"] as? [String: Any], self[.url] == nil {
      self[.url] = Self.text(origin["urlOrigine"])
    }
    declared = Self.list(json["competences"]).compactMap(Self.competency)
    softSkills = Self.labels(json["qualites"] ?? json["qualitesProfessionnelles"])
    trainings = Self.list(json["formations"]).compactMap(Self.training)
    languages = Self.labels(json["langues"])
    licences = Self.labels(json["permis"])
  }

  /// Whether the object is in the shape of France Travail's service.
  static func isFranceTravail(_ json: [String: Any]) -> Bool {
    json["intitule"] != nil && json["dateCreation"] != nil
  }

  /// A string, or a number as it would be written; `nil` for anything else.
  private static func text(_ value: Any?) -> String? {
    switch value {
    case let text as String: text
    case let number as NSNumber: number.stringValue
    default: nil
    }
  }

  private static func list(_ value: Any?) -> [Any] { value as? [Any] ?? text(value).map { [$0] } ?? [] }

  private static func labels(_ value: Any?) -> [String] {
    list(value).compactMap { item in
      (text(item) ?? text((item as? [String: Any])?["libelle"])).flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  private static func competency(_ item: Any) -> JobOffer.DeclaredCompetency? {
    if let label = text(item) { return JobOffer.DeclaredCompetency(code: nil, label: label, required: nil) }
    guard let item = item as? [String: Any], let label = text(item["libelle"]) ?? text(item["label"]) else {
      return nil
    }
    let required: Bool? =
      switch text(item["exigence"]) {
      case "E": true
      case "S": false
      default: nil
      }
    return JobOffer.DeclaredCompetency(
      code: text(item["code"]).flatMap { .init($0) }, label: label, required: required)
  }

  private static func training(_ item: Any) -> String? {
    if let label = text(item) { return label }
    guard let item = item as? [String: Any] else { return nil }
    let parts = ["niveauLibelle", "domaineLibelle", "commentaire"].compactMap { text(item[$0]) }.filter {
      !$0.isEmpty
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
