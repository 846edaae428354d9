/// Counts of what was written, by occupation, family and month. Only distinct offers count.
struct Tally {
  let families: Int
  let months: Int
  /// `[occupation][month]`
  private(set) var offers: [[Int]]
  /// `[occupation][family * months + month]`
  private(set) var demanded: [[Int]]
  private(set) var provided: [Int]
  private(set) var negated: [Int]
  private(set) var boilerplate: [Int]
  private(set) var softSkills: [Int]
  private(set) var flood = 0
  var duplicates = 0
  var newVersions = 0
  var reposts = 0

  init(occupations: Int, families: Int, months: Int) {
    self.families = families
    self.months = months
    offers = Array(repeating: Array(repeating: 0, count: months), count: occupations)
    demanded = Array(repeating: Array(repeating: 0, count: families * months), count: occupations)
    provided = Array(repeating: 0, count: families)
    negated = provided
    boilerplate = provided
    softSkills = provided
  }

  mutating func count(_ offer: ComposedOffer) {
    offers[offer.occupation][offer.month] += 1
    for family in offer.demanded { demanded[offer.occupation][family * months + offer.month] += 1 }
    for family in offer.provided { provided[family] += 1 }
    for family in offer.negated { negated[family] += 1 }
    for family in offer.boilerplate { boilerplate[family] += 1 }
    for family in offer.softSkills { softSkills[family] += 1 }
    if offer.isFlood { flood += 1 }
  }

  var distinct: Int { offers.reduce(0) { $0 + $1.reduce(0, +) } }

  /// Distinct offers of some occupations, and those of them that demand a family.
  func demand(_ family: Int, of occupations: [Int]) -> (demanded: Int, offers: Int) {
    occupations.reduce((0, 0)) { sum, occupation in
      let row = demanded[occupation][family * months..<(family + 1) * months]
      return (sum.0 + row.reduce(0, +), sum.1 + offers[occupation].reduce(0, +))
    }
  }
}
