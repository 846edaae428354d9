import Taxonomy

/// What tells the needs of a territory apart: shares of the families that at least three offers ask for, soft skills,
/// languages and diplomas left out.
struct NeedProfile: Sendable {
  /// Families in ascending order, with their shares.
  private let families: [Int32]
  private let shares: [Double]
  private let size: Double
  /// Distinct offers.
  let offers: Int

  init(_ portrait: Portrait, kind: (Int32) -> CompetencyFamily.Kind) {
    let own = portrait.families.filter { demand in
      demand.offers >= 3 && ![.softSkill, .language, .diploma].contains(kind(demand.family))
    }.sorted { $0.family < $1.family }
    families = own.map(\.family)
    shares = own.map(\.share)
    size = shares.reduce(0) { $0 + $1 * $1 }.squareRoot()
    offers = portrait.total
  }

  /// Cosine of two profiles, summed in the order of families so that the last digit is the same every time.
  func likeness(_ other: NeedProfile) -> Double {
    var dot = 0.0
    var place = 0
    for (family, share) in zip(families, shares) {
      while place < other.families.count, other.families[place] < family { place += 1 }
      if place == other.families.count { break }
      if other.families[place] == family { dot += share * other.shares[place] }
    }
    let size = size * other.size
    return size > 0 ? dot / size : 0
  }
}
