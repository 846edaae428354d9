/// A drawing with the table that says the same.
package struct PageChart: Sendable {
  /// What is drawn; one renderer a case.
  package enum Drawing: Sendable {
    case trend(TrendData)
    case ranking([RankedShare], scale: Double)
    case heatmap(HeatmapData)
    case decomposition([ChangeParts])
    case tiles(TileData)
    /// The same values on true outlines.
    case map(TileData, MapOutlines.Drawing)
    case quadrant([QuadrantPoint])
  }

  package let id: String
  package let title: PageText
  /// What it shows, for who does not see it.
  package let description: String
  package let drawing: Drawing
  package let table: PageTable

  init(_ id: String, _ title: PageText, description: String, _ drawing: Drawing, table: PageTable) {
    self.id = id
    self.title = title
    self.description = FrenchSpacing.apply(description)
    self.drawing = drawing
    self.table = table
  }
}

/// A share by month, with its interval.
package struct TrendData: Sendable {
  /// One month.
  package struct Point: Sendable {
    /// `CalendarDate.monthIndex`.
    package let month: Int
    /// `nil` when no offer was collected.
    package let share: Double?
    package let lower: Double
    package let upper: Double
    package let offers: Int
    package let total: Int
    /// Whether the figures may not be shown.
    package private(set) var isKeptBack = false

    init(month: Int, share: Double?, lower: Double, upper: Double, offers: Int, total: Int) {
      self.month = month
      self.share = share
      self.lower = lower
      self.upper = upper
      self.offers = offers
      self.total = total
    }

    /// The month alone.
    var keptBack: Point {
      var point = Point(month: month, share: nil, lower: 0, upper: 0, offers: 0, total: total)
      point.isKeptBack = true
      return point
    }
  }
  package let points: [Point]
  /// Months of the periods compared, shaded.
  package let windows: SignalWindows?
}

/// A share on its interval, named.
package struct RankedShare: Sendable {
  package let label: String
  package let link: Link?
  package let share: Double
  package let lower: Double
  package let upper: Double
}

/// Shares by row and column.
package struct HeatmapData: Sendable {
  package let rows: [String]
  package let columns: [String]
  /// `nil` where too few offers say anything.
  package let shares: [[Double?]]
}

/// A change told apart into what changed inside occupations and what their mix brought.
package struct ChangeParts: Sendable {
  package let label: String
  package let within: Double
  package let mix: Double
}

/// Values of territories laid out as tiles.
package struct TileData: Sendable {
  /// One tile.
  package struct Tile: Sendable {
    package let code: String
    package let name: String
    package let column: Int
    package let row: Int
    /// What its tint stands for; `nil` when too little is known.
    package let value: Double?
    /// Whether the value is kept back.
    package let isSecret: Bool
    package let text: String
    package let link: Link?

    package init(
      code: String, name: String, column: Int, row: Int, value: Double?, isSecret: Bool, text: String,
      link: Link?
    ) {
      self.code = code
      self.name = name
      self.column = column
      self.row = row
      self.value = value
      self.isSecret = isSecret
      self.text = text
      self.link = link
    }
  }
  package let tiles: [Tile]
  /// What the tint means, as in « part des offres ».
  package let legend: String
  package let isShare: Bool

  package init(tiles: [Tile], legend: String, isShare: Bool) {
    self.tiles = tiles
    self.legend = legend
    self.isShare = isShare
  }
}

/// A family by how much it is asked for and how that changes.
package struct QuadrantPoint: Sendable {
  package let label: String
  package let link: Link?
  /// Recent share.
  package let share: Double
  /// Odds ratio between the windows.
  package let ratio: Double
  package let kind: SignalClass
}
