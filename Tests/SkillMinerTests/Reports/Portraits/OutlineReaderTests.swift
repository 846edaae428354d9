import Foundation
import SkillMiner
import Taxonomy
import TestSupport
import Testing

/// Outlines of territories: what is read, what is told, what is drawn.
@Suite struct OutlineReaderTests {
  /// A square of a side, in degrees, as a ring of GeoJSON.
  private func square(_ x: Double, _ y: Double, _ side: Double) -> String {
    let corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
    return "[" + corners.map { "[\($0.0),\($0.1)]" }.joined(separator: ",") + "]"
  }

  private func document(_ features: [String]) -> String {
    #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
  }

  private func feature(_ properties: String, _ type: String, _ coordinates: String) -> String {
    #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"\#(type)","coordinates":\#(coordinates)}}"#
  }

  private func read(_ text: String) throws -> (outlines: MapOutlines, findings: [Finding]) {
    let folder = try ScratchFolder()
    let path = try folder.write(text, to: "regions.geojson")
    return try OutlineReader.read(regions: path, departments: nil)
  }

  @Test func territoriesAreDrawnInsideTheFrame() throws {
    let (outlines, findings) = try read(
      document([
        feature(#""code":"44""#, "Polygon", "[\(square(5, 48, 2))]"),
        feature(#""code":11,"nom":null"#, "MultiPolygon", "[[\(square(2, 48, 1))],[\(square(0, 47, 0.5))]]"),
        feature(#""INSEE_REG":"04""#, "Polygon", "[\(square(55, -21, 0.4))]"),
      ]))
    #expect(findings.isEmpty)
    #expect(outlines.drawing(.department) == nil && !outlines.digest.isEmpty)
    let drawing = try #require(outlines.drawing(.region))
    #expect(drawing.shapes.map(\.code) == ["04", "11", "44"])
    #expect(drawing.shapes.map(\.rings.count) == [1, 2, 1])
    for point in drawing.shapes.flatMap({ $0.rings.joined() }) {
      #expect((0...drawing.width).contains(point.x) && (0...drawing.height).contains(point.y))
    }
    // North is up, and what lies overseas stands below the mainland.
    let north = try #require(drawing.shapes.last?.rings.first?.map(\.y).min())
    let overseas = try #require(drawing.shapes.first?.rings.first?.map(\.y).min())
    #expect(north < 1 && overseas > drawing.height - 75)
  }

  @Test func whatCannotBeDrawnIsTold() throws {
    let (outlines, findings) = try read(
      document([
        feature(#""nom":"sans code""#, "Polygon", "[\(square(5, 48, 2))]"),
        feature(#""code":"53""#, "Point", "[1,2]"),
        feature(#""code":"28""#, "Polygon", "[\(square(700_000, 6_600_000, 1000))]"),
        feature(#""code":"44""#, "Polygon", "[\(square(5, 48, 2))]"),
      ]))
    #expect(findings.map(\.code) == ["CARTE-002", "CARTE-002", "CARTE-002"])
    #expect(outlines.drawing(.region)?.shapes.map(\.code) == ["44"])
  }

  @Test func oneBrokenContourLeavesTheOthers() throws {
    let (outlines, findings) = try read(
      document([
        feature(#""code":"53""#, "Polygon", "[[1,2],[3,4]]"),
        #"{"type":"Feature","properties":{"code":"28"},"geometry":{"coordinates":[]}}"#, "7",
        #"{"type":"Feature","properties":null,"geometry":null}"#,
        feature(#""code":"44""#, "Polygon", "[\(square(5, 48, 2))]"),
      ]))
    #expect(outlines.drawing(.region)?.shapes.map(\.code) == ["44"])
    #expect(findings.map(\.code) == Array(repeating: "CARTE-002", count: 4))
    for (place, key) in [(0, "coordinates"), (1, "type"), (2, "objet"), (3, "code")] {
      #expect(findings[place].message.contains("n°\u{A0}\(place + 1)"))
      #expect(findings[place].message.contains(key))
    }
  }

  @Test func theLineOfWhatIsNoJSONIsTold() throws {
    let error = #expect(throws: ReadingError.self) { try read("{\"type\":\n\"FeatureCollection\",\n oups}") }
    #expect(error?.finding.message.contains("ligne 3") == true)
  }

  @Test(arguments: [
    "", "[]", "{", #"{"type":"FeatureCollection","features":[]}"#,
    #"{"type":"FeatureCollection","features":[{"geometry":{"type":"Polygon","coordinates":[[1,2]]},"properties":{}}]}"#,
  ]) func anotherDocumentIsRefused(text: String) throws {
    let error = #expect(throws: ReadingError.self) { try read(text) }
    #expect(error?.finding.code == "CARTE-001")
    #expect(throws: ReadingError.self) { try OutlineReader.read(regions: "/nulle/part", departments: nil) }
  }

  @Test func simplifyingKeepsTheShape() throws {
    // A circle of 3,600 places and a coast of spikes smaller than a line is wide.
    let places = (0...3600).map { n in
      let angle = Double(n) / 3600 * 2 * .pi
      let radius = 1 + (n % 2 == 0 ? 0.0005 : 0)
      return "[\(2 + radius * cos(angle)),\(46 + radius * sin(angle))]"
    }
    let (outlines, _) = try read(
      document([feature(#""code":"24""#, "Polygon", "[[\(places.joined(separator: ","))]]")]))
    let ring = try #require(outlines.drawing(.region)?.shapes.first?.rings.first)
    #expect(ring.count > 12 && ring.count < 200)
  }
}
