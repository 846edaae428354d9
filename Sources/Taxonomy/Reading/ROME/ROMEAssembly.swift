/// Puts the tables together into a release; what points to nothing is set aside and said.
struct ROMEAssembly {
  let rows: ROMERows
  let edition: ROMEEdition

  func release(name: String, digest: String, _ log: inout FindingLog) -> TaxonomyRelease {
    let occupations = Set(rows.occupations.map(\.code))
    // The first record of a code counts: the tree knows more than a card.
    var competencies = rows.treeItems + rows.competencies
    var known = Set(competencies.map(\.code))
    let activities = usableActivities(known, &log)
    competencies += activities
    known.formUnion(activities.map(\.code))

    let appellations = rows.appellations.filter {
      check($0.value.occupation, occupations, .appellation, $0.line, &log)
    }
    let homeless = rows.titlesWithoutCard.subtracting(rows.appellations.map(\.value.code))
    if !homeless.isEmpty { log.add(ROMEFindings.withoutCard(file(.appellation), homeless.count)) }
    let links = rows.links.filter { link in
      guard check(link.value.occupation, occupations, .link, link.line, &log) else { return false }
      if known.contains(link.value.competency) { return true }
      if !rows.contexts.contains(link.value.competency) {
        log.add(ROMEFindings.unknownItem(file(.link), link.line, link.value.competency.description))
      }
      return false
    }
    let mobility = rows.mobility.filter {
      check($0.value.from, occupations, .mobility, $0.line, &log)
        && check($0.value.to, occupations, .mobility, $0.line, &log)
    }
    let sectors = rows.sectors.filter { check($0.value.occupation, occupations, .sector, $0.line, &log) }
    return TaxonomyRelease(
      name: name, digest: digest, occupations: rows.occupations, appellations: appellations.map(\.value),
      competencies: competencies, links: links.map(\.value), mobility: Self.closest(mobility.map(\.value)),
      sectors: sectors.map(\.value))
  }

  /// One link a pair, the closest: 3.47 repeats a pair for each pair of appellations.
  private static func closest(_ links: [MobilityLink]) -> [MobilityLink] {
    struct Pair: Hashable {
      let from: ROMECode
      let to: ROMECode
    }
    var best: [Pair: Int] = [:]
    for link in links {
      let pair = Pair(from: link.from, to: link.to)
      best[pair] = min(link.rank, best[pair] ?? link.rank)
    }
    // The release sorts them, so that the order of the dictionary is not seen.
    return best.map { MobilityLink(from: $0.key.from, to: $0.key.to, rank: $0.value) }
  }

  /// The activities of 3.47, when the table is more than an extract.
  private func usableActivities(_ competencies: Set<OGRCode>, _ log: inout FindingLog) -> [Competency] {
    guard !rows.activities.isEmpty else { return [] }
    let wanted = Set(rows.links.map(\.value.competency)).subtracting(competencies).subtracting(rows.contexts)
    let found = Set(rows.activities.map(\.code)).intersection(wanted).count
    if found * 2 >= wanted.count { return rows.activities }
    log.add(
      ROMEFindings.partialActivities(file(.activity), found: rows.activities.count, wanted: wanted.count))
    return []
  }

  private func check(
    _ code: ROMECode, _ known: Set<ROMECode>, _ table: ROMETable, _ line: Int, _ log: inout FindingLog
  ) -> Bool {
    if known.contains(code) { return true }
    log.add(ROMEFindings.unknownOccupation(file(table), line, code.value))
    return false
  }

  private func file(_ table: ROMETable) -> String { rows.files[table] ?? table.rawValue }
}
