import Foundation
import Taxonomy

/// Reads schema.org `JobPosting` objects (JSON-LD), as career pages carry them.
///
/// Source: https://schema.org/JobPosting. Values may be single or in an array, a text or an object with a name.
enum JobPosting {
  /// What a JSON object is to a reader of job postings.
  enum Kind {
    case posting
    /// A typed object that is something else: a company, a page, a breadcrumb.
    case other
    /// Not of schema.org.
    case untyped
  }

  static func kind(of object: JSONNode) -> Kind {
    let types = texts(object["@type"]).map { $0.split(whereSeparator: { "/#:".contains($0) }).last ?? "" }
    if types.contains("JobPosting") { return .posting }
    return types.isEmpty ? .untyped : .other
  }

  static func offer(_ object: JSONNode) -> RawOffer {
    var raw = RawOffer()
    raw[.id] = text(object["identifier"]) ?? text(object["@id"]) ?? text(object["url"])
    raw[.title] = text(object["title"]) ?? text(object["name"])
    raw[.description] = ["description", "responsibilities", "qualifications"].compactMap { key in
      text(object[key]).map(unescaped)
    }.joined(separator: "\n\n")
    raw[.created] = text(object["datePosted"])
    raw[.updated] = text(object["dateModified"])
    raw[.employer] = text(object["hiringOrganization"])
    raw[.sector] = text(object["industry"])
    raw[.occupationLabel] = text(object["occupationalCategory"])
    raw[.contract] = texts(object["employmentType"]).joined(separator: ", ")
    raw[.positions] = text(object["totalJobOpenings"])
    raw[.url] = text(object["url"])
    raw[.experience] = experience(object["experienceRequirements"])
    place(object["jobLocation"], &raw)
    raw.declared = texts(object["skills"]).flatMap { list($0) }.map {
      JobOffer.DeclaredCompetency(code: nil, label: $0, required: nil)
    }
    raw.trainings = items(object["educationRequirements"]).compactMap { item in
      text(item["credentialCategory"]) ?? text(item)
    }
    return raw
  }

  private static func place(_ value: JSONNode?, _ raw: inout RawOffer) {
    // Further places are those of the same post elsewhere; the first stands for it.
    guard let place = items(value).first else { return }
    guard place.isObject else {
      raw[.place] = text(place)
      return
    }
    if let address = items(place["address"]).first, address.isObject {
      raw[.place] = text(address["addressLocality"]) ?? text(address["addressRegion"])
      raw[.postcode] = text(address["postalCode"])
    } else {
      raw[.place] = text(place["address"]) ?? text(place["name"])
    }
    if let geo = items(place["geo"]).first {
      raw[.latitude] = text(geo["latitude"])
      raw[.longitude] = text(geo["longitude"])
    }
  }

  private static func experience(_ value: JSONNode?) -> String? {
    guard let object = items(value).first, object.isObject else { return text(value) }
    return text(object["monthsOfExperience"]).map { $0 + " mois" } ?? text(object)
  }

  private static func items(_ value: JSONNode?) -> [JSONNode] { value?.list ?? [] }

  private static func texts(_ value: JSONNode?) -> [String] {
    items(value).compactMap { item in
      item.text ?? ["value", "name", "@value", "@id"].lazy.compactMap { item[$0]?.text }.first
    }.filter { !$0.isEmpty }
  }

  private static func text(_ value: JSONNode?) -> String? { texts(value).first }

  private static func list(_ text: String) -> [String] {
    text.split(whereSeparator: { ",;\n".contains($0) }).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  /// Pages escape their HTML once too often; what looks like tags after one pass is meant as such.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("&lt;"), !text.contains("<") else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
