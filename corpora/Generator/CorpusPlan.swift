/// The bank and the window turned into tables: who posts what, when, with which probability.
struct CorpusPlan {
  /// A family an occupation asks for, with its share month by month.
  struct PlannedDemand {
    let family: Int
    let shares: [Double]
    let provided: Double
    let negated: Double
    let boilerplate: Double
  }

  /// One employer that posts far more than its share for a few months, always with the same demand.
  struct Flood {
    let months: Range<Int>
    let share: Double
    let occupation: Int
    let family: Int
    let demand: Double
    let employer: Bytes
  }

  let bank: PhraseBank
  let window: MonthWindow
  let demands: [[PlannedDemand]]
  /// Cumulated occupation weights by month.
  let mix: [[Double]]
  let placeWeights: [Int]
  let flood: Flood
  /// Month in which the partner feed appears, and its share from then on.
  let feedMonth: Int
  static let feedShare = 0.25

  init(bank: PhraseBank, window: MonthWindow) throws {
    self.bank = bank
    self.window = window
    let familyIndex = Dictionary(uniqueKeysWithValues: bank.families.enumerated().map { ($1.id, $0) })
    var demands = Array(repeating: [PlannedDemand](), count: bank.occupations.count)
    for demand in bank.demands {
      guard let family = familyIndex[demand.family] else { continue }
      let shares = (0..<window.count).map { demand.share(at: window.moment($0)) }
      for (index, occupation) in bank.occupations.enumerated()
      where demand.occupations.contains(occupation.rome) {
        demands[index].append(
          PlannedDemand(
            family: family, shares: shares, provided: demand.provided, negated: demand.negated,
            boilerplate: demand.boilerplate))
      }
    }
    self.demands = demands
    mix = (0..<window.count).map { month in
      var total = 0.0
      return bank.occupations.map { occupation in
        total += occupation.weight * (1 + (occupation.mix - 1) * window.moment(month))
        return total
      }
    }
    var total = 0
    placeWeights = bank.places.map {
      total += $0.weight
      return total
    }
    guard let occupation = bank.occupations.firstIndex(where: { $0.rome == "N1105" }),
      let family = familyIndex["scanette"], let employer = bank.employers.byFiliere["logistique"]?.first
    else {
      throw BankError(
        file: "demand.csv", line: 0, problem: "l’employeur envahissant suppose N1105 et scanette")
    }
    flood = Flood(
      months: window.count * 2 / 3..<window.count * 3 / 4, share: 0.06, occupation: occupation,
      family: family, demand: 0.9, employer: employer)
    feedMonth = window.count / 2
  }
}
