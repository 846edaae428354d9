/// Finds the territories of a place as offers name it, and says how sure the way there was.
public struct Gazetteer: Sendable {
  /// How a place was found, from surest to vaguest.
  public enum Resolution: String, Sendable, CaseIterable {
    /// The commune's code was given.
    case communeCode = "commune-code"
    /// By postcode or département and name.
    case communeName = "commune-name"
    /// By a postcode that one commune has.
    case postcode
    /// By a name that stands alone and is borne by one commune only.
    case uniqueName = "unique-name"
    /// By coordinates: the nearest commune.
    case nearestCommune = "nearest-commune"
    /// Only the département is known.
    case department
    /// Only the region is known.
    case region
    /// Nothing is known.
    case unknown
  }

  /// A place found.
  public struct Place: Hashable, Sendable {
    /// The commune; the whole city for an arrondissement.
    public let commune: CommuneRecord?
    /// Every territory the place lies in, from small to large; empty when unknown.
    public let territories: [Territory]
    /// How it was found.
    public let resolution: Resolution

    /// The territory of a level.
    public func territory(_ level: Territory.Level) -> Territory? { territories.first { $0.level == level } }
  }

  private struct Key: Hashable {
    let level: Territory.Level
    let code: String
  }

  private let communes: [String: CommuneRecord]
  private let territories: [Key: Territory]
  private let byName: [String: [String]]
  /// Names without their article, for labels that leave it out.
  private let byBareName: [String: [String]]
  private let departmentsByName: [String: String]
  private let regionsByName: [String: String]
  private let regionOfDepartment: [String: String]
  private let communesOfPostcode: [String: [String]]
  private let nearest: NearestCommune

  /// - Parameters:
  ///   - communes: communes, arrondissements and former communes; of two with one code the first counts.
  ///   - territories: names of the larger territories.
  ///   - regionOfDepartment: for départements that have no commune among `communes`.
  ///   - postcodes: which communes a postcode may mean.
  ///   - points: where communes lie.
  public init(
    communes: [CommuneRecord], territories: [Territory], regionOfDepartment: [String: String] = [:],
    postcodes: [CommunePostcode] = [], points: [CommunePoint] = []
  ) {
    nearest = NearestCommune(points)
    communesOfPostcode = Dictionary(grouping: postcodes.sorted(), by: \.postcode)
      .mapValues { $0.map(\.commune) }
    self.communes = Dictionary(communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    self.territories = Dictionary(
      territories.map { (Key(level: $0.level, code: $0.code), $0) }, uniquingKeysWith: { first, _ in first })
    // Communes before what is part of one, so that they win where names are the same.
    let ordered = communes.sorted {
      ($0.parent == nil ? 0 : 1, $0.code) < ($1.parent == nil ? 0 : 1, $1.code)
    }
    byName = Dictionary(grouping: ordered, by: { PlaceName.key($0.name) }).mapValues { $0.map(\.code) }
    byBareName = Dictionary(grouping: ordered, by: { PlaceName.withoutArticle(PlaceName.key($0.name)) })
      .mapValues { $0.map(\.code) }
    func names(_ level: Territory.Level) -> [String: String] {
      Dictionary(
        territories.filter { $0.level == level }.map { (PlaceName.key($0.name), $0.code) },
        uniquingKeysWith: { first, _ in first })
    }
    departmentsByName = names(.department)
    regionsByName = names(.region)
    self.regionOfDepartment = regionOfDepartment.merging(
      communes.map { ($0.department, $0.region) }, uniquingKeysWith: { first, _ in first })
  }

  /// Number of communes known, arrondissements and former communes included.
  public var communeCount: Int { communes.count }

  /// A territory by level and code.
  public func territory(_ level: Territory.Level, _ code: String) -> Territory? {
    territories[Key(level: level, code: code)]
      ?? (level == .commune
        ? communes[code].map { Territory(level: .commune, code: $0.code, name: $0.name) } : nil)
  }

  /// Finds a place by what an offer gives of it; the surest way that succeeds is taken.
  ///
  /// - Parameters:
  ///   - communeCode: INSEE code.
  ///   - postcode: postal code; says the département, and with the label's name the commune.
  ///   - label: `32 - GIMONT`, `(75) PARIS 10`, `Lyon (69)`, `Lyon`, `Rhône` …
  ///   - latitude: degrees north, used with `longitude` where nothing else gives the commune.
  ///   - longitude: degrees east.
  public func resolve(
    communeCode: String? = nil, postcode: String? = nil, label: String? = nil, latitude: Double? = nil,
    longitude: Double? = nil
  ) -> Place {
    let place = resolveNamed(communeCode: communeCode, postcode: postcode, label: label)
    guard place.commune == nil, let latitude, let longitude,
      let record = nearest.find(latitude: latitude, longitude: longitude).flatMap({ communes[$0] })
    else { return place }
    // Coordinates of a head office do not move an offer out of the département it names.
    if let named = place.territory(.department), named.code != record.department { return place }
    return self.place(record, .nearestCommune)
  }

  private func resolveNamed(communeCode: String?, postcode: String?, label: String?) -> Place {
    if let record = communeCode.flatMap({ communes[$0.uppercased()] }) { return place(record, .communeCode) }
    let parsed = PlaceLabel(label ?? "")
    let hint = [communeCode, postcode].compactMap { $0 }.first { !$0.isEmpty }
    let department = hint.flatMap { PlaceLabel.department(ofCode: $0) } ?? parsed.department
    if let department, isKnown(department) {
      // "19 - Corrèze" is the département, although a commune of it bears the name; "75 - Paris" is both.
      let isDepartment = hint == nil && departmentsByName[PlaceName.key(parsed.name)] == department
      if isDepartment, department != "75" { return place(department: department) }
      if let record = commune(parsed.name, in: department) { return place(record, .communeName) }
      if let record = onlyCommune(ofPostcode: postcode) { return place(record, .postcode) }
      // "PARIS 10" is no place of the Aube.
      if hint == nil, let label, let found = byName(label) { return found }
      return place(department: department)
    }
    for part in [parsed.name[...]] + parsed.name.split(separator: ",") {
      if let found = byName(String(part)) { return found }
    }
    return Place(commune: nil, territories: [], resolution: .unknown)
  }

  private func onlyCommune(ofPostcode postcode: String?) -> CommuneRecord? {
    let records = (postcode.flatMap { communesOfPostcode[$0] } ?? []).compactMap { communes[$0] }
    let whole = Set(records.map { $0.parent ?? $0.code })
    return whole.count == 1 ? records.first : nil
  }

  private func isKnown(_ department: String) -> Bool {
    regionOfDepartment[department] != nil || territories[Key(level: .department, code: department)] != nil
  }

  private func byName(_ name: String) -> Place? {
    let key = PlaceName.key(name)
    if key.isEmpty { return nil }
    let candidates = (byName[key] ?? []).compactMap { communes[$0] }
    let whole = candidates.filter { $0.parent == nil }
    if let only = whole.count == 1 ? whole.first : candidates.count == 1 ? candidates.first : nil {
      return place(only, .uniqueName)
    }
    if let department = departmentsByName[key] { return place(department: department) }
    if let region = regionsByName[key] {
      return Place(commune: nil, territories: [named(.region, region)], resolution: .region)
    }
    return nil
  }

  private func commune(_ name: String, in department: String) -> CommuneRecord? {
    let key = PlaceName.key(name)
    func find(_ key: String) -> CommuneRecord? {
      for codes in [byName[key], byBareName[key]] {
        let record = (codes ?? []).lazy.compactMap { communes[$0] }.first { $0.department == department }
        if let record { return record }
      }
      return nil
    }
    if let record = find(key) { return record }
    // "LYON 3" where arrondissements are not known.
    guard let last = key.split(separator: " ").last, last.allSatisfy(\.isNumber) else { return nil }
    return find(String(key.dropLast(last.count + 1)))
  }

  private func place(_ record: CommuneRecord, _ resolution: Resolution) -> Place {
    let commune = record.parent.flatMap { communes[$0] } ?? record
    var all = [Territory(level: .commune, code: commune.code, name: commune.name)]
    if let basin = record.basin ?? commune.basin { all.append(named(.employmentBasin, basin)) }
    if let zone = record.zone ?? commune.zone { all.append(named(.employmentZone, zone)) }
    all.append(named(.department, commune.department))
    all.append(named(.region, commune.region))
    return Place(commune: commune, territories: all, resolution: resolution)
  }

  private func place(department: String) -> Place {
    var all = [named(.department, department)]
    if let region = regionOfDepartment[department] { all.append(named(.region, region)) }
    return Place(commune: nil, territories: all, resolution: .department)
  }

  private func named(_ level: Territory.Level, _ code: String) -> Territory {
    territories[Key(level: level, code: code)] ?? Territory(level: level, code: code, name: code)
  }
}
