import Foundation

/// The planted truth of a written corpus.
struct Truth {
  let plan: CorpusPlan
  let tally: Tally
  let seed: UInt64
  let records: Int

  /// A family no block teaches is a gap from this share of the distinct offers on; between the two it is not judged.
  static let gapShare = 0.08
  static let borderlineShare = 0.02

  struct Judged: Encodable, Equatable {
    let certification: String
    let family: String
    let demand: Double
    let demanded: Int
    let offers: Int
  }

  struct Trend: Encodable {
    let family: String
    let occupations: [String]
    let `class`: String
    /// Planted share by month, and what was written.
    let planted: [Double]
    let offers: [Int]
    let demanded: [Int]
  }

  struct Rate: Encodable {
    let family: String
    let occupations: [String]
    let planted: Double
    let demanded: Int
    let offers: Int
  }

  struct Trap: Encodable {
    let family: String
    let provided: Int
    let negated: Int
    let boilerplate: Int
  }

  struct Repetition: Encodable {
    let exact: Int
    let newVersions: Int
    let reposts: Int
  }

  struct Flood: Encodable {
    let employer: String
    let occupation: String
    let family: String
    let months: [String]
    let offers: Int
  }

  struct Feed: Encodable {
    let source: String
    let from: String
    let share: Double
  }

  struct Mix: Encodable {
    let occupation: String
    let factor: Double
  }

  struct Document: Encodable {
    let seed: UInt64
    let records: Int
    let distinct: Int
    let months: [String]
    let gaps: [Judged]
    let gapsWithoutItem: [Judged]
    let borderline: [Judged]
    let covered: [Judged]
    let trends: [Trend]
    let rates: [Rate]
    let mixShift: [Mix]
    let duplicates: Repetition
    let flood: Flood
    let feed: Feed
    let traps: [Trap]
    let softSkills: [String: Int]
  }

  func document() -> Document {
    let judged = judge()
    let bank = plan.bank
    let floodMonths = plan.flood.months.map(plan.window.label)
    return Document(
      seed: seed, records: records, distinct: tally.distinct,
      months: (0..<plan.window.count).map(plan.window.label), gaps: judged.gaps,
      gapsWithoutItem: judged.unlinked, borderline: judged.borderline, covered: judged.covered,
      trends: bank.demands.map(trend), rates: bank.demands.map(rate),
      mixShift: bank.occupations.filter { $0.mix != 1 }.map { Mix(occupation: $0.rome, factor: $0.mix) },
      duplicates: Repetition(
        exact: tally.duplicates, newVersions: tally.newVersions, reposts: tally.reposts),
      flood: Flood(
        employer: String(decoding: plan.flood.employer, as: UTF8.self),
        occupation: bank.occupations[plan.flood.occupation].rome,
        family: bank.families[plan.flood.family].id, months: floodMonths, offers: tally.flood),
      feed: Feed(
        source: "flux-partenaire", from: plan.window.label(plan.feedMonth), share: CorpusPlan.feedShare),
      traps: traps(), softSkills: softSkills())
  }

  /// JSON with sorted keys, so that the same corpus has the same bytes.
  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return try encoder.encode(document()) + Data("\n".utf8)
  }

  private func indexes(_ occupations: [String]) -> [Int] {
    plan.bank.occupations.indices.filter { occupations.contains(plan.bank.occupations[$0].rome) }
  }

  private func judge() -> (gaps: [Judged], unlinked: [Judged], borderline: [Judged], covered: [Judged]) {
    var gaps: [Judged] = []
    var unlinked: [Judged] = []
    var borderline: [Judged] = []
    var covered: [Judged] = []
    for certification in plan.bank.certifications {
      let occupations = indexes(certification.occupations)
      for (index, family) in plan.bank.families.enumerated() {
        let (demanded, offers) = tally.demand(index, of: occupations)
        guard offers > 0, demanded > 0 else { continue }
        let share = Double(demanded) / Double(offers)
        let judged = Judged(
          certification: certification.code, family: family.id, demand: rounded(share),
          demanded: demanded, offers: offers)
        if certification.covered.contains(family.id) {
          covered.append(judged)
        } else if share < Self.borderlineShare {
          continue
        } else if share < Self.gapShare {
          borderline.append(judged)
        } else if family.isLinked {
          gaps.append(judged)
        } else {
          unlinked.append(judged)
        }
      }
    }
    return (gaps, unlinked, borderline, covered)
  }

  private func trend(_ demand: Demand) -> Trend {
    let occupations = indexes(demand.occupations)
    let family = plan.bank.families.firstIndex { $0.id == demand.family } ?? 0
    let months = 0..<plan.window.count
    return Trend(
      family: demand.family, occupations: demand.occupations, class: demand.shape.rawValue,
      planted: months.map { rounded(demand.share(at: plan.window.moment($0))) },
      offers: months.map { month in occupations.reduce(0) { $0 + tally.offers[$1][month] } },
      demanded: months.map { month in
        occupations.reduce(0) { $0 + tally.demanded[$1][family * tally.months + month] }
      })
  }

  private func rate(_ demand: Demand) -> Rate {
    let occupations = indexes(demand.occupations)
    let family = plan.bank.families.firstIndex { $0.id == demand.family } ?? 0
    let (demanded, offers) = tally.demand(family, of: occupations)
    var expected = 0.0
    for month in 0..<plan.window.count {
      let count = occupations.reduce(0) { $0 + tally.offers[$1][month] }
      expected += Double(count) * demand.share(at: plan.window.moment(month))
    }
    return Rate(
      family: demand.family, occupations: demand.occupations,
      planted: rounded(offers == 0 ? 0 : expected / Double(offers)), demanded: demanded, offers: offers)
  }

  private func traps() -> [Trap] {
    plan.bank.families.indices.compactMap { index in
      let trap = Trap(
        family: plan.bank.families[index].id, provided: tally.provided[index],
        negated: tally.negated[index], boilerplate: tally.boilerplate[index])
      return trap.provided + trap.negated + trap.boilerplate > 0 ? trap : nil
    }
  }

  private func softSkills() -> [String: Int] {
    var counts: [String: Int] = [:]
    for (index, count) in tally.softSkills.enumerated() where count > 0 {
      counts[plan.bank.families[index].id] = count
    }
    return counts
  }

  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
