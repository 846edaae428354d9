import SkillMiner

/// Tints of a map of territories, and the legend that says what they mean.
struct MapScale {
  private let data: TileData
  private let values: [Double]

  init(_ data: TileData) {
    self.data = data
    values = data.tiles.compactMap(\.value).sorted()
  }

  /// Shares by sixths of the largest, counts by sixths of the territories that have any; none is 0.
  func tint(_ value: Double) -> Int {
    guard value > 0, let last = values.last, last > 0 else { return 0 }
    guard !data.isShare else { return min(6, 1 + Int(value / last * 5.99)) }
    let below = values.count { $0 < value }
    return min(6, 1 + below * 6 / max(1, values.count))
  }

  /// A value as it stands on its territory.
  func label(_ value: Double) -> String {
    data.isShare
      ? FrenchNumber.decimal(value * 100, digits: 0) + "\u{A0}%" : FrenchNumber.integer(Int(value))
  }

  /// Height the legend takes.
  var height: Int { hasSecret ? 56 : 38 }

  private var hasSecret: Bool { data.tiles.contains(where: \.isSecret) }

  /// The look of a territory without a tint.
  static func style(_ tile: TileData.Tile?) -> String {
    tile?.isSecret ?? false ? "heat secret" : "heat none"
  }

  func legend(_ canvas: inout SVGCanvas, y: Double) {
    for tint in 1...6 { canvas.rect(5 + Double(tint - 1) * 22, y, 20, 12, "heat h\(tint)") }
    let low = values.first { $0 > 0 } ?? 0
    let high = values.last ?? 0
    let text =
      data.isShare
      ? "jusqu’à \(FrenchNumber.percent(high))"
      : low == high
        ? FrenchNumber.integer(Int(high))
        : "de \(FrenchNumber.integer(Int(low))) à \(FrenchNumber.integer(Int(high)))"
    canvas.text(145, y + 11, high > 0 ? "\(data.legend), \(text)" : data.legend)
    canvas.rect(5, y + 18, 20, 12, "heat none")
    canvas.text(145, y + 29, data.isShare ? "moins de 10 offres" : "aucune offre collectée", "soft")
    guard hasSecret else { return }
    canvas.rect(5, y + 36, 20, 12, "heat secret")
    canvas.text(145, y + 47, PageCell.secretWords, "soft")
  }
}
