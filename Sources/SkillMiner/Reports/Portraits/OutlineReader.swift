import Foundation
package import Taxonomy

/// Reads outlines of territories from GeoJSON (RFC 7946): a collection of polygons, each with the code of its territory
/// among its properties.
package enum OutlineReader {
  /// Names under which the usual files (data.gouv.fr, IGN, Insee) give the code.
  private static let names = [
    "code", "code_insee", "insee_dep", "insee_reg", "code_dept", "code_reg", "dep", "reg", "ref:insee",
  ]
  /// Largest file that is read, in bytes.
  private static let limit = 256 << 20

  /// Outlines of régions and départements.
  ///
  /// - Parameters:
  ///   - regions: path of a file; `nil` for tiles.
  ///   - departments: the same.
  /// - Returns: the outlines, and what could not be used of them.
  /// - Throws: `ReadingError` when a file cannot be read.
  package static func read(
    regions: String?, departments: String?
  ) throws -> (outlines: MapOutlines, findings: [Finding]) {
    var drawings: [Territory.Level: MapOutlines.Drawing] = [:]
    var findings: [Finding] = []
    var hash = SHA256()
    for (level, path) in [(Territory.Level.region, regions), (.department, departments)] {
      guard let path else { continue }
      let bytes = try bytes(path)
      hash.update("\(level.rawValue) \(SHA256.digest(bytes))\n")
      drawings[level] = MapProjection.drawing(try outlines(bytes, path, &findings))
    }
    return (MapOutlines(digest: drawings.isEmpty ? "" : hash.finish(), drawings: drawings), findings)
  }

  /// The territories of one document; features that cannot be used are told and left out.
  ///
  /// - Throws: `ReadingError` `CARTE-001` when the document is no collection of polygons.
  static func outlines(
    _ bytes: [UInt8], _ path: String, _ findings: inout [Finding]
  ) throws -> [MapProjection.Outline] {
    let collection: Collection
    do {
      collection = try JSONDecoder().decode(Collection.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw failure(path, "ce n’est pas un GeoJSON de territoires (\(reason(error, bytes))).")
    }
    var outlines: [String: MapProjection.Outline] = [:]
    for (place, feature) in collection.features.enumerated() {
      if let defect = feature.defect {
        findings.append(skipped(path, place + 1, "n’est pas lisible (\(defect))"))
        continue
      }
      guard let code = code(feature.properties) else {
        findings.append(skipped(path, place + 1, "ne dit pas le code de son territoire"))
        continue
      }
      let rings = feature.geometry?.rings ?? []
      let points = rings.map { ring in ring.compactMap(point) }
      guard !points.isEmpty, zip(rings, points).allSatisfy({ $0.count == $1.count && $1.count >= 4 }) else {
        findings.append(
          skipped(path, place + 1, "(\(code)) n’a pas de contour en degrés de longitude et de latitude"))
        continue
      }
      let known = outlines[code]?.rings ?? []
      outlines[code] = MapProjection.Outline(code: code, rings: known + points)
    }
    guard !outlines.isEmpty else { throw failure(path, "aucun contour n’a pu être lu.") }
    return outlines.values.sorted { $0.code < $1.code }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    do {
      let data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
      guard data.count <= limit else { throw failure(path, "le fichier dépasse 256 Mio.") }
      return [UInt8](data)
    } catch let error as CocoaError {
      throw failure(path, "fichier illisible (\(error.localizedDescription)).")
    }
  }

  private static func point(_ numbers: [Double]) -> MapOutlines.Point? {
    guard numbers.count >= 2, abs(numbers[0]) <= 180, abs(numbers[1]) <= 90 else { return nil }
    return MapOutlines.Point(x: numbers[0], y: numbers[1])
  }

  private static func code(_ properties: [String: Scalar]) -> String? {
    let byName = Dictionary(
      properties.map { ($0.key.lowercased(), $0.value.text) }, uniquingKeysWith: { a, b in min(a, b) })
    for name in names {
      if let code = byName[name], !code.isEmpty { return code.count == 1 ? "0" + code : code }
    }
    return nil
  }

  private static func reason(_ error: DecodingError, _ bytes: [UInt8]) -> String {
    guard case .dataCorrupted = error else { return "une collection de polygones est attendue" }
    do {
      _ = try JSONTree(bytes)
    } catch {
      let line = bytes[..<min(error.offset, bytes.count)].count { $0 == 0x0A } + 1
      return "ce n’est pas du JSON, ligne \(line), octet \(error.offset + 1)"
    }
    return "ce n’est pas du JSON"
  }

  /// What of a feature cannot be read, by the keys that lead there.
  private static func defect(_ error: DecodingError) -> String {
    let path: [any CodingKey] =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
        context.codingPath
      case .keyNotFound(let key, let context): context.codingPath + [key]
      @unknown default: []
      }
    // The collection and the place in it are told already.
    let keys = path.dropFirst(2).map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
    return keys.isEmpty ? "un objet est attendu" : "« \(keys.joined(separator: " ")) »".spaced
  }

  private static func failure(_ path: String, _ message: String) -> ReadingError {
    ReadingError(
      Finding(
        severity: .failure, code: "CARTE-001", file: path, message: message,
        advice:
          "Donner les contours des régions ou des départements en GeoJSON (WGS 84), avec leur code Insee."
      ))
  }

  private static func skipped(_ path: String, _ place: Int, _ what: String) -> Finding {
    Finding(
      severity: .record, code: "CARTE-002", file: path,
      message: "le contour n°\u{A0}\(place) \(what).",
      advice:
        "Donner à chaque contour une propriété «\u{A0}code\u{A0}», et des coordonnées en degrés (WGS 84).")
  }

  // MARK: GeoJSON

  private struct Collection: Decodable {
    let features: [Feature]
  }

  private struct Feature: Decodable {
    let properties: [String: Scalar]
    let geometry: Geometry?
    /// Why nothing was read of it; the others of the collection are.
    let defect: String?

    enum CodingKeys: CodingKey {
      case properties
      case geometry
    }

    init(from decoder: any Decoder) throws {
      var read: (properties: [String: Scalar], geometry: Geometry?) = ([:], nil)
      var defect: String?
      do {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        read.properties = try container.decodeIfPresent([String: Scalar].self, forKey: .properties) ?? [:]
        read.geometry = try container.decodeIfPresent(Geometry.self, forKey: .geometry)
      } catch let error as DecodingError {
        defect = OutlineReader.defect(error)
      }
      (properties, geometry) = read
      self.defect = defect
    }
  }

  /// A property as text; what is no scalar is empty.
  private struct Scalar: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self.text = text
      } else if let number = try? container.decode(Int.self) {
        text = String(number)
      } else {
        text = ""
      }
    }
  }

  private struct Geometry: Decodable {
    let rings: [[[Double]]]

    enum CodingKeys: CodingKey {
      case type
      case coordinates
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      switch try container.decode(String.self, forKey: .type) {
      case "Polygon": rings = try container.decode([[[Double]]].self, forKey: .coordinates)
      case "MultiPolygon":
        rings = try container.decode([[[[Double]]]].self, forKey: .coordinates).flatMap { $0 }
      default: rings = []
      }
    }
  }
}
