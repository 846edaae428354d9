import Taxonomy

/// The offers an analysis looks at, read once and held compactly, by occupation.
final class OfferSample {
  /// One stored offer; employers, territories and families by their number in this sample.
  struct Offer {
    let row: Int64
    let identifier: String
    let cluster: Int64
    let created: CalendarDate?
    let declared: Bool
    /// `-1` when unknown.
    let employer: Int32
    let territory: Int32
    let place: String?
    let demanded: [Int32]
    let provided: [Int32]
  }

  private(set) var offers: [Offer] = []
  private(set) var byOccupation: [ROMECode: [Int]] = [:]
  /// Families by number.
  private(set) var families: [String] = []
  /// First and last publication days, of offers that have one.
  private(set) var window: ClosedRange<CalendarDate>?
  private var familyNumbers: [String: Int32] = [:]
  private var employers: [String: Int32] = [:]
  private var territories: [String: Int32] = [:]

  /// Reads the offers of the given occupations.
  init(
    _ demand: some DemandReading, occupations: Set<ROMECode>, parameters: AnalysisParameters
  ) throws {
    try demand.forEachDemand(occupations: occupations) { record in
      guard let occupation = record.occupation, occupations.contains(occupation),
        record.occupationIsDeclared || !parameters.declaredOccupationsOnly,
        Self.isInWindow(record.created, parameters),
        parameters.territory.map({ record.territories[$0.level] == $0.code }) ?? true,
        parameters.perimeter?.contains(record.territories) ?? true
      else { return }
      add(record, occupation: occupation, level: parameters.territoryLevel)
    }
  }

  /// The number of a family, when some offer of the sample mentions it.
  func number(of family: String) -> Int32? { familyNumbers[family] }

  private func add(_ record: DemandRecord, occupation: ROMECode, level: Territory.Level) {
    byOccupation[occupation, default: []].append(offers.count)
    if let day = record.created {
      window = window.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
    }
    offers.append(
      Offer(
        row: record.offer, identifier: record.identifier, cluster: record.cluster, created: record.created,
        declared: record.occupationIsDeclared,
        employer: record.employer.map { Self.number(of: $0, in: &employers) } ?? -1,
        territory: record.territories[level].map { Self.number(of: $0, in: &territories) } ?? -1,
        place: record.place, demanded: record.demanded.map(familyNumber),
        provided: record.provided.map(familyNumber)))
  }

  private func familyNumber(_ family: String) -> Int32 {
    let before = familyNumbers.count
    let number = Self.number(of: family, in: &familyNumbers)
    if familyNumbers.count > before { families.append(family) }
    return number
  }

  private static func number(of key: String, in table: inout [String: Int32]) -> Int32 {
    if let known = table[key] { return known }
    let number = Int32(table.count)
    table[key] = number
    return number
  }

  private static func isInWindow(_ day: CalendarDate?, _ parameters: AnalysisParameters) -> Bool {
    guard parameters.from != nil || parameters.until != nil else { return true }
    guard let day else { return false }
    return parameters.from.map { $0 <= day } ?? true && parameters.until.map { day <= $0 } ?? true
  }
}
