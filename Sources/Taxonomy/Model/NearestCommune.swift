import Foundation

/// Finds the commune whose point lies nearest to coordinates, within a distance.
struct NearestCommune: Sendable {
  /// Farther than this, coordinates say nothing about the commune: no commune of France is so wide. In kilometres.
  static let limit = 20.0

  private struct Cell: Hashable {
    let row: Int
    let column: Int
  }

  /// Points by cells of a quarter of a degree: what is within the limit is in the cell or beside it.
  private let cells: [Cell: [CommunePoint]]

  init(_ points: [CommunePoint]) {
    cells = Dictionary(grouping: points.sorted()) { Self.cell($0.latitude, $0.longitude) }
  }

  /// Code of the nearest commune; of two as near the lower code. `nil` beyond the limit.
  func find(latitude: Double, longitude: Double) -> String? {
    let home = Self.cell(latitude, longitude)
    var best: (code: String, distance: Double)?
    for row in -1...1 {
      for column in -1...1 {
        for point in cells[Cell(row: home.row + row, column: home.column + column)] ?? [] {
          let distance = Self.kilometres(latitude, longitude, point)
          if distance > Self.limit { continue }
          if let known = best, (known.distance, known.code) <= (distance, point.commune) { continue }
          best = (point.commune, distance)
        }
      }
    }
    return best?.code
  }

  /// On a flat map, which is good to a metre at these distances.
  private static func kilometres(_ latitude: Double, _ longitude: Double, _ point: CommunePoint) -> Double {
    let north = (point.latitude - latitude) * 111.2
    let east = (point.longitude - longitude) * 111.2 * cos(latitude * .pi / 180)
    return (north * north + east * east).squareRoot()
  }

  private static func cell(_ latitude: Double, _ longitude: Double) -> Cell {
    // North of 50 degrees a quarter of a degree is 18 km from west to east; 0.4 keeps neighbours enough.
    Cell(row: Int((latitude / 0.25).rounded(.down)), column: Int((longitude / 0.4).rounded(.down)))
  }
}
