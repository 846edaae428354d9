import Taxonomy

/// How demand moved between the older and the recent half of the period: two Wilson intervals on effective sizes, joined by
/// the hybrid score interval of a difference (Newcombe 1998, method 10).
struct DemandChange {
  /// Recent share minus older share.
  let difference: Double
  /// Bounds of the difference, 95 %.
  let lower: Double
  let upper: Double

  /// The bound nearest to no change; 0 when no change lies inside.
  var sure: Double { lower > 0 ? lower : upper < 0 ? upper : 0 }

  init(older: DemandFigures, recent: DemandFigures) {
    let (p, q) = (older.share, recent.share)
    difference = q - p
    let (a, b) = (older.interval, recent.interval)
    lower = difference - Self.length(q - b.lower, a.upper - p)
    upper = difference + Self.length(b.upper - q, p - a.lower)
  }

  private static func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
}

/// The demand of some occupations in the two halves of the period.
struct DemandHalves {
  let older: OccupationDemand
  let recent: OccupationDemand

  /// `nil` when the period is shorter than four months, or one half holds too few offers to speak.
  init?(_ demand: OccupationDemand, minimum: Int) {
    let sample = demand.sample
    guard let window = sample.window else { return nil }
    let (first, last) = (window.lowerBound.monthIndex, window.upperBound.monthIndex)
    guard last - first >= 3 else { return nil }
    let cut = first + (last - first + 1) / 2
    older = OccupationDemand(demand.occupations, sample: sample) { offer in
      offer.created.map { $0.monthIndex < cut } ?? false
    }
    recent = OccupationDemand(demand.occupations, sample: sample) { offer in
      offer.created.map { $0.monthIndex >= cut } ?? false
    }
    guard older.total >= minimum, recent.total >= minimum else { return nil }
  }

  /// How the demand for some families moved.
  func change(_ families: [Int32]) -> DemandChange {
    DemandChange(older: older.figures(families), recent: recent.figures(families))
  }
}
