/// One release of a competency taxonomy, immutable: what words mean for one analysis.
public struct TaxonomyRelease: Sendable {
  /// Name of the release, as in `ROME 4.60`.
  public let name: String
  /// SHA-256 of what was read, hexadecimal; part of every fingerprint.
  public let digest: String

  /// Cards, by code.
  public let occupations: [Occupation]
  /// Job titles, by code.
  public let appellations: [Appellation]
  /// Items of every kind, by code.
  public let competencies: [Competency]
  /// Which card asks for which item, by card, then item.
  public let links: [CompetencyLink]
  /// Close cards, by card, then closeness.
  public let mobility: [MobilityLink]
  /// ROME cards by NAF division (two digits): which occupations a sector employs.
  public let sectors: [SectorLink]

  private let competencyIndex: [OGRCode: Int]
  private let occupationIndex: [ROMECode: Int]
  private let childrenOfParent: [ROMECode: [ROMECode]]

  /// - Parameters: arrays in any order; they are kept sorted by code so that a release is the same whatever the
  ///   order of its files. A code given twice keeps its first record.
  public init(
    name: String, digest: String, occupations: [Occupation], appellations: [Appellation],
    competencies: [Competency], links: [CompetencyLink], mobility: [MobilityLink] = [],
    sectors: [SectorLink] = []
  ) {
    func unique<T, K: Hashable & Comparable>(_ items: [T], _ key: (T) -> K) -> [T] {
      var seen = Set<K>()
      return items.filter { seen.insert(key($0)).inserted }.sorted { key($0) < key($1) }
    }
    self.name = name
    self.digest = digest
    self.occupations = unique(occupations) { $0.code }
    self.appellations = unique(appellations) { $0.code }
    self.competencies = unique(competencies) { $0.code }
    self.links = links.sorted { ($0.occupation, $0.competency) < ($1.occupation, $1.competency) }
    self.mobility = mobility.sorted { ($0.from, $0.rank, $0.to) < ($1.from, $1.rank, $1.to) }
    self.sectors = sectors.sorted { ($0.division, $0.occupation) < ($1.division, $1.occupation) }
    competencyIndex = Dictionary(
      uniqueKeysWithValues: self.competencies.enumerated().map { ($1.code, $0) })
    occupationIndex = Dictionary(uniqueKeysWithValues: self.occupations.enumerated().map { ($1.code, $0) })
    childrenOfParent = Dictionary(grouping: self.occupations, by: \.parent).mapValues { $0.map(\.code) }
  }

  /// The competency of a code, when the release holds it.
  public func competency(_ code: OGRCode) -> Competency? { competencyIndex[code].map { competencies[$0] } }

  /// The occupation of a code, when the release holds it.
  public func occupation(_ code: ROMECode) -> Occupation? { occupationIndex[code].map { occupations[$0] } }

  /// Every card of this release that a possibly older code stands for: all children of a v3 code, or the card itself.
  ///
  /// A v3 code's namesake in ROME 4 has a narrower meaning (N1103 → N1103, N1110, N1113, N1115, N1116), so a plain
  /// join on the code looks right and is wrong. Empty when the code is unknown to the release.
  public func expand(_ code: ROMECode) -> [ROMECode] {
    if let children = childrenOfParent[code] { return children }
    return occupationIndex[code] == nil ? [] : [code]
  }
}

/// A NAF division employs an occupation.
public struct SectorLink: Hashable, Sendable {
  /// NAF division, two digits.
  public let division: String
  /// A card the division employs.
  public let occupation: ROMECode

  /// A link.
  public init(division: String, occupation: ROMECode) {
    self.division = division
    self.occupation = occupation
  }
}
