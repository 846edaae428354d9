public import SkillMiner
public import Taxonomy

/// Offers, evidence and certifications held in memory, for tests that need no store.
public struct InMemoryDemand: AnalysisInput {
  /// Offers in ascending row order.
  public var records: [DemandRecord] = []
  /// Passages by `row family`.
  public var passages: [String: [EvidencePassage]] = [:]
  /// Certifications as given.
  public var loaded: [Certification]

  /// A demand without offers.
  public init(certifications: [Certification] = []) { loaded = certifications }

  /// Adds one offer; its row is its position, from 1.
  public mutating func add(
    occupation: String, employer: String? = nil, department: String? = nil, cluster: Int64? = nil,
    created: String? = "2026-03-01", declared: Bool = true, demanded: [String] = [], provided: [String] = [],
    sentences: [String: String] = [:]
  ) {
    let row = Int64(records.count + 1)
    records.append(
      DemandRecord(
        offer: row, identifier: "offre-\(row)", source: "essai", cluster: cluster ?? row,
        created: created.flatMap { CalendarDate($0) }, occupation: ROMECode(occupation),
        occupationIsDeclared: declared, employer: employer, place: department.map { "\($0) - VILLE" },
        territories: department.map { [.department: $0] } ?? [:], demanded: demanded.sorted(),
        provided: provided.sorted()))
    for (family, sentence) in sentences {
      passages["\(row) \(family)"] = [
        EvidencePassage(
          sentence: sentence, start: 0, end: min(5, sentence.unicodeScalars.count), stance: .required,
          code: nil)
      ]
    }
  }

  /// The certifications as given.
  public func certifications() throws -> [Certification] { loaded }

  /// See `DemandReading`.
  public func forEachDemand(occupations: Set<ROMECode>?, _ body: (DemandRecord) throws -> Void) throws {
    for record in records {
      if let occupations, !(record.occupation.map(occupations.contains) ?? false) { continue }
      try body(record)
    }
  }

  /// See `DemandReading`.
  public func evidence(offer: Int64, family: String) throws -> [EvidencePassage] {
    passages["\(offer) \(family)"] ?? []
  }
}
