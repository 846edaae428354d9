import Foundation
import SkillMiner
import Taxonomy

/// Reads facts back from the lines `CubeText` describes.
enum FactParser {
  /// - Returns: `nil` for anything that is no whole fact: a cube is written by a program, so nothing is guessed.
  static func fact(_ line: [UInt8]) -> OfferFact? {
    guard let object = CubeFolder.object(line), let source = object["source"] as? String,
      let identifier = object["id"] as? String, !source.isEmpty, !identifier.isEmpty,
      let fingerprint = bytes(object["fingerprint"]), fingerprint.count == 32,
      let places = object["places"] as? [[String: Any]], let readings = object["readings"] as? [[Any]]
    else { return nil }
    var fact = OfferFact(
      key: OfferFact.Key(source: source, identifier: identifier), fingerprint: fingerprint)
    do {
      fact.created = try day(object["created"])
      fact.updated = try day(object["updated"])
      fact.naf = try text(object["naf"])
      fact.contract = try text(object["contract"])
      fact.employer = try text(object["employer"])
      fact.occupations = try (object["occupations"] as? [[String]] ?? []).map(occupation)
      fact.places = try places.map(place)
      fact.readings = try readings.map(reading)
      if let kept = object["kept"] {
        guard let pair = kept as? [String], pair.count == 2 else { return nil }
        fact.kept = OfferFact.Key(source: pair[0], identifier: pair[1])
      }
    } catch {
      return nil
    }
    // A name would be told apart from digests, and stay in the store.
    if let employer = fact.employer, !employer.hasPrefix("#") { return nil }
    return fact
  }

  private struct Unreadable: Error {}

  private static func text(_ value: Any?) throws -> String? {
    guard let value, !(value is NSNull) else { return nil }
    guard let text = value as? String else { throw Unreadable() }
    return text
  }

  private static func day(_ value: Any?) throws -> CalendarDate? {
    try text(value).map { written in
      guard let day = CalendarDate(written) else { throw Unreadable() }
      return day
    }
  }

  private static func number(_ value: Any?) throws -> Double? {
    guard let value else { return nil }
    guard let number = value as? NSNumber else { throw Unreadable() }
    return number.doubleValue
  }

  private static func occupation(_ pair: [String]) throws -> OfferOccupation {
    guard pair.count == 2, let code = ROMECode(pair[0]),
      let origin = OfferOccupation.Origin(rawValue: pair[1])
    else { throw Unreadable() }
    return OfferOccupation(code: code, origin: origin)
  }

  private static func place(_ object: [String: Any]) throws -> OfferFact.Place {
    guard let codes = object["codes"] as? [Any], codes.count == CubeText.levels.count else {
      throw Unreadable()
    }
    var resolved = ResolvedPlace(codes: [:], resolution: nil)
    for (level, code) in zip(CubeText.levels, codes) { resolved.codes[level] = try text(code) }
    if let found = try text(object["found"]) {
      guard let resolution = Gazetteer.Resolution(rawValue: found) else { throw Unreadable() }
      resolved.resolution = resolution
    }
    return OfferFact.Place(
      declared: DeclaredPlace(
        label: try text(object["label"]), postcode: try text(object["postcode"]),
        commune: try text(object["commune"]), latitude: try number(object["latitude"]),
        longitude: try number(object["longitude"])),
      resolved: resolved)
  }

  private static func reading(_ parts: [Any]) throws -> OfferFact.Reading {
    guard parts.count == 4, let stance = try text(parts[1]).flatMap({ Stance(rawValue: $0) }),
      let kind = try text(parts[2]).flatMap({ Mention.Kind(rawValue: $0) })
    else { throw Unreadable() }
    var code: OGRCode?
    if !(parts[3] is NSNull) {
      guard let number = parts[3] as? NSNumber, let item = OGRCode("\(number.intValue)") else {
        throw Unreadable()
      }
      code = item
    }
    return OfferFact.Reading(family: try text(parts[0]), code: code, kind: kind, stance: stance)
  }

  private static func bytes(_ value: Any?) -> [UInt8]? {
    guard let digits = (value as? String).map({ Array($0.utf8) }), digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for i in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[i..<i + 2], as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(byte)
    }
    return bytes
  }
}
