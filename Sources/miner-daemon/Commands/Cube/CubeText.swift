import Foundation
import SkillMiner
import Taxonomy

/// A cube as JSON lines; docs/formats-cube.md is the specification.
enum CubeText {
  /// Name and version of the format.
  static let format = "skillminer-cube"
  static let version = 1

  /// What the operator says of itself before anything else.
  static func operatorLine(_ identity: CubeIdentity) -> String {
    "{\"operator\":\"\(format)\",\"version\":\(version),\(fields(identity))}"
  }

  /// The answer to one line.
  static func line(_ answer: FactExtractor.Answer) -> String {
    switch answer {
    case .nothing: "{}"
    case .quarantined(let finding, let raw):
      "{\"quarantined\":{\"code\":\(JSONText.string(finding.code)),\"message\":\(JSONText.string(finding.message)),"
        + "\"advice\":\(JSONText.string(finding.advice)),\"raw\":\"\(Data(raw).base64EncodedString())\"}}"
    case .fact(let fact, let sketch, let warnings):
      "{\"fact\":\(line(fact)),\"sketch\":\(sketch.map(text) ?? "null"),\"warnings\":\(warnings.count)}"
    }
  }

  /// A fact, its keys in fixed order; what is unknown is left out.
  static func line(_ fact: OfferFact) -> String {
    var parts = [
      "\"source\":\(JSONText.string(fact.key.source))", "\"id\":\(JSONText.string(fact.key.identifier))",
      "\"fingerprint\":\"\(SHA256.hexadecimal(fact.fingerprint))\"",
    ]
    func add(_ name: String, _ value: String?) {
      if let value { parts.append("\"\(name)\":\(JSONText.string(value))") }
    }
    add("created", fact.created?.description)
    add("updated", fact.updated?.description)
    if !fact.occupations.isEmpty {
      let items = fact.occupations.map { "[\"\($0.code.value)\",\"\($0.origin.rawValue)\"]" }
      parts.append("\"occupations\":[\(items.joined(separator: ","))]")
    }
    add("naf", fact.naf)
    add("contract", fact.contract)
    add("employer", fact.employer)
    parts.append("\"places\":[\(fact.places.map(text).joined(separator: ","))]")
    let readings = fact.readings.map {
      "[\(JSONText.string($0.family)),\(JSONText.string($0.stance.rawValue)),\(JSONText.string($0.kind.rawValue)),"
        + "\($0.code.map { "\($0.number)" } ?? "null")]"
    }
    parts.append("\"readings\":[\(readings.joined(separator: ","))]")
    if let kept = fact.kept {
      parts.append("\"kept\":[\(JSONText.string(kept.source)),\(JSONText.string(kept.identifier))]")
    }
    return "{\(parts.joined(separator: ","))}"
  }

  /// Levels in the order codes of a place stand in.
  static let levels: [Territory.Level] = [.commune, .employmentBasin, .employmentZone, .department, .region]

  private static func text(_ place: OfferFact.Place) -> String {
    let declared = place.declared
    var parts: [String] = []
    func add(_ name: String, _ value: String?) {
      if let value { parts.append("\"\(name)\":\(JSONText.string(value))") }
    }
    add("label", declared.label)
    add("postcode", declared.postcode)
    add("commune", declared.commune)
    if let latitude = declared.latitude { parts.append("\"latitude\":\(latitude)") }
    if let longitude = declared.longitude { parts.append("\"longitude\":\(longitude)") }
    let codes = levels.map { JSONText.string(place.resolved.codes[$0]) }
    parts.append("\"codes\":[\(codes.joined(separator: ","))]")
    add("found", place.resolved.resolution?.rawValue)
    return "{\(parts.joined(separator: ","))}"
  }

  private static func text(_ sketch: TextSketch) -> String {
    func packed(_ numbers: [UInt64]) -> String { Data(TextSketch.bytes(numbers)).base64EncodedString() }
    return
      "{\"digest\":\"\(sketch.digest)\",\"bands\":\"\(packed(sketch.bands))\",\"shingles\":\"\(packed(sketch.shingles))\"}"
  }

  private static func fields(_ identity: CubeIdentity) -> String {
    "\"program\":\(JSONText.string(identity.program)),\"taxonomy\":\(JSONText.string(identity.taxonomy)),"
      + "\"lexicon\":\(JSONText.string(identity.lexicon)),\"territories\":\(JSONText.string(identity.territories))"
  }
}
