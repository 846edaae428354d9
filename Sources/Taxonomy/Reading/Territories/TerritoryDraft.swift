/// Tables of territories while they are being read.
struct TerritoryDraft {
  struct Commune {
    let code: String
    let name: String
    let department: String
    let region: String
    let parent: String?
    let place: Place
  }

  /// Where a row stands.
  struct Place {
    let file: String
    let line: Int
  }

  /// A commune that became part of another, or took another code.
  struct Movement {
    let day: String
    let from: String
    let to: String
    let name: String
    /// A commune that was part of another stands on its own again: the older code keeps its meaning.
    let isRestoration: Bool
    let place: Place
  }

  var communes: [Commune] = []
  var movements: [Movement] = []
  var postcodes: [CommunePostcode] = []
  var points: [CommunePoint] = []
  var basins: [String: String] = [:]
  var basinNames: [String: String] = [:]
  var basinFile = ""
  var zones: [String: String] = [:]
  var zoneFile = ""
  var departments: [String: String] = [:]
  var regions: [String: String] = [:]
  var regionOfDepartment: [String: String] = [:]
  /// Seats of départements (0) and arrondissements (1): zones are named after them.
  var seats: [String: Int] = [:]
  /// Territories whose names a table of ours gives.
  var named: [Territory] = []

  func tables(_ log: inout FindingLog) -> TerritoryTables {
    let whole = Dictionary(
      communes.filter { $0.parent == nil }.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let parts = Set(communes.filter { $0.parent != nil }.map(\.code))
    var records: [String: CommuneRecord] = [:]
    for commune in communes.sorted(by: {
      ($0.parent == nil ? 0 : 1, $0.code) < ($1.parent == nil ? 0 : 1, $1.code)
    })
    where records[commune.code] == nil {
      let parent = commune.parent.flatMap { whole[$0] }
      // Part of a part: none of them leads to a commune that stands on its own.
      let isAstray = parent == nil && commune.parent.map { parts.contains($0) } ?? false
      if isAstray, let given = commune.parent {
        log.add(TerritoryFindings.partOfPart(commune.place, commune.code, given))
      }
      // Parts of communes carry no département in the official table; a seat of the same code is no part.
      let department = commune.department.isEmpty ? parent?.department ?? "" : commune.department
      let region = commune.region.isEmpty ? parent?.region ?? "" : commune.region
      records[commune.code] = CommuneRecord(
        code: commune.code, name: commune.name,
        basin: basins[commune.code] ?? parent.flatMap { basins[$0.code] },
        zone: zones[commune.code] ?? parent.flatMap { zones[$0.code] }, department: department,
        region: region,
        parent: isAstray ? nil : commune.parent)
    }
    addFormer(&records, &log)
    sayUnknown(basins, basinFile, records, &log)
    sayUnknown(zones, zoneFile, records, &log)
    let all = records.values.sorted { $0.code < $1.code }
    var territories = named
    func add(_ level: Territory.Level, _ names: [String: String]) {
      territories += names.map { Territory(level: level, code: $0.key, name: $0.value) }
    }
    add(.region, regions)
    add(.department, departments)
    add(.employmentBasin, basinNames)
    add(.employmentZone, zoneNames(all))
    var seen = Set<String>()
    territories = territories.filter { seen.insert($0.level.rawValue + $0.code).inserted }.sorted()
    return TerritoryTables(
      communes: all, territories: territories, regionOfDepartment: regionOfDepartment,
      postcodes: Set(postcodes).sorted(), points: points.sorted())
  }

  /// Communes that are no more lead to what they became, through every merger since.
  private func addFormer(_ records: inout [String: CommuneRecord], _ log: inout FindingLog) {
    var next: [String: Movement] = [:]
    for movement in movements where !movement.isRestoration && records[movement.from] == nil {
      if let known = next[movement.from], (known.day, known.to) >= (movement.day, movement.to) { continue }
      next[movement.from] = movement
    }
    for (code, movement) in next.sorted(by: { $0.key < $1.key }) {
      var target = movement.to
      // A code that was changed and changed back would go round for ever.
      for _ in 0..<20 where records[target] == nil {
        guard let further = next[target] else { break }
        target = further.to
      }
      guard let heir = records[target] else {
        if next[target] != nil { log.add(TerritoryFindings.goesRound(movement.place, code)) }
        continue
      }
      let parent = heir.parent ?? heir.code
      records[code] = CommuneRecord(
        code: code, name: movement.name, basin: basins[code] ?? heir.basin, zone: zones[code] ?? heir.zone,
        department: heir.department, region: heir.region, parent: parent)
    }
  }

  /// The table of zones has no names: a zone bears that of its prefecture, else sub-prefecture, else first commune.
  private func zoneNames(_ communes: [CommuneRecord]) -> [String: String] {
    var best: [String: (rank: Int, name: String)] = [:]
    for commune in communes where commune.parent == nil {
      guard let zone = commune.zone else { continue }
      let rank = seats[commune.code] ?? 2
      if rank < best[zone]?.rank ?? 3 { best[zone] = (rank, commune.name) }
    }
    return best.mapValues(\.name)
  }

  private func sayUnknown(
    _ table: [String: String], _ file: String, _ records: [String: CommuneRecord], _ log: inout FindingLog
  ) {
    let unknown = table.keys.filter { records[$0] == nil }.sorted()
    if let first = unknown.first, !communes.isEmpty {
      log.add(TerritoryFindings.unknownCommunes(file, unknown.count, first))
    }
  }
}
