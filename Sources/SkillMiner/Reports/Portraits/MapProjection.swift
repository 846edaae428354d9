import Foundation

/// From degrees to a drawing: equirectangular on the parallel of the middle of metropolitan France, which keeps shapes
/// as French readers know them.
struct MapProjection {
  /// One territory in degrees.
  struct Outline {
    let code: String
    /// Longitude and latitude of each place.
    let rings: [[MapOutlines.Point]]
  }

  /// Units of the drawing from the western to the eastern end of the mainland.
  static let width = 500.0
  /// Side of the box of an overseas territory.
  private static let box = 62.0
  /// Units by which a simplified line may leave the true one.
  private static let tolerance = 0.6
  /// Islets smaller than this many square units are left out, unless a territory has nothing larger.
  private static let smallest = 1.5
  private static let parallel = cos(46.5 * .pi / 180)

  static func drawing(_ outlines: [Outline]) -> MapOutlines.Drawing {
    let mainland = outlines.filter(isMainland)
    let overseas = outlines.filter { !isMainland($0) }
    var shapes: [MapOutlines.Shape] = []
    var height = 0.0
    if let extent = extent(mainland) {
      let scale = width / max(extent.right - extent.left, 1e-6)
      height = (extent.bottom - extent.top) * scale
      for outline in mainland {
        shapes.append(shape(outline, scale: scale, left: -extent.left * scale, top: -extent.top * scale))
      }
    }
    for (place, outline) in overseas.enumerated() {
      guard let extent = extent([outline]) else { continue }
      let side = max(extent.right - extent.left, extent.bottom - extent.top, 1e-6)
      let scale = (box - 8) / side
      let perRow = max(1, Int(width / box))
      let (column, row) = (Double(place % perRow), Double(place / perRow))
      shapes.append(
        shape(
          outline, scale: scale, left: column * box + 4 - extent.left * scale,
          top: height + 10 + row * box - extent.top * scale))
    }
    let rows = (Double(overseas.count) * box / width).rounded(.up)
    return MapOutlines.Drawing(
      width: width, height: height + (overseas.isEmpty ? 0 : 10 + rows * box),
      shapes: shapes.filter { !$0.rings.isEmpty }.sorted { $0.code < $1.code })
  }

  private static func isMainland(_ outline: Outline) -> Bool {
    guard let place = outline.rings.first?.first else { return false }
    return (-6...10.5).contains(place.x) && (41...51.5).contains(place.y)
  }

  /// Bounds in degrees of the parallel, south downwards.
  private static func extent(
    _ outlines: [Outline]
  ) -> (left: Double, right: Double, top: Double, bottom: Double)? {
    let places = outlines.flatMap { $0.rings.joined().map(flat) }
    guard let first = places.first else { return nil }
    return places.reduce((first.x, first.x, first.y, first.y)) { bounds, place in
      (min(bounds.0, place.x), max(bounds.1, place.x), min(bounds.2, place.y), max(bounds.3, place.y))
    }
  }

  private static func flat(_ place: MapOutlines.Point) -> MapOutlines.Point {
    MapOutlines.Point(x: place.x * parallel, y: -place.y)
  }

  private static func shape(
    _ outline: Outline, scale: Double, left: Double, top: Double
  ) -> MapOutlines.Shape {
    let rings = outline.rings.map { ring in
      simplified(
        ring.map { place in
          let flat = flat(place)
          return MapOutlines.Point(x: flat.x * scale + left, y: flat.y * scale + top)
        })
    }.filter { $0.count >= 3 }.map { ($0, area($0)) }
    let largest = rings.map(\.1).max() ?? 0
    return MapOutlines.Shape(
      code: outline.code,
      rings: rings.filter { $0.1 >= min(smallest, largest) }.map(\.0))
  }

  /// The ring without the places that change it by less than the tolerance (Douglas and Peucker 1973), worked from its
  /// two places farthest apart.
  static func simplified(_ ring: [MapOutlines.Point]) -> [MapOutlines.Point] {
    guard ring.count > 4, let first = ring.first else { return ring }
    let far = ring.indices.max { distance(ring[$0], first) < distance(ring[$1], first) } ?? 0
    guard far > 0 else { return [first] }
    var isKept = [Bool](repeating: false, count: ring.count)
    isKept[0] = true
    isKept[far] = true
    isKept[ring.count - 1] = true
    var waiting = [(0, far), (far, ring.count - 1)]
    while let (start, end) = waiting.popLast() {
      guard end > start + 1 else { continue }
      var (place, most) = (start, tolerance)
      for index in (start + 1)..<end {
        let off = distance(ring[index], from: ring[start], to: ring[end])
        if off > most { (place, most) = (index, off) }
      }
      guard place > start else { continue }
      isKept[place] = true
      waiting.append((start, place))
      waiting.append((place, end))
    }
    return ring.indices.filter { isKept[$0] }.map { ring[$0] }
  }

  private static func distance(_ a: MapOutlines.Point, _ b: MapOutlines.Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  /// From a place to a straight line between two others.
  private static func distance(
    _ place: MapOutlines.Point, from a: MapOutlines.Point, to b: MapOutlines.Point
  ) -> Double {
    let length = distance(a, b)
    guard length > 0 else { return distance(place, a) }
    return abs((b.x - a.x) * (a.y - place.y) - (a.x - place.x) * (b.y - a.y)) / length
  }

  private static func area(_ ring: [MapOutlines.Point]) -> Double {
    var sum = 0.0
    for (index, place) in ring.enumerated() {
      let next = ring[(index + 1) % ring.count]
      sum += place.x * next.y - next.x * place.y
    }
    return abs(sum) / 2
  }
}
