/// Tables of ESCO while they are being read.
struct ESCODraft {
  private struct Placed<Value> {
    let value: Value
    let file: String
    let line: Int
  }

  private var skills: [ESCOSkill] = []
  private var occupations: [ESCOOccupation] = []
  private var groups: [ESCOGroup] = []
  private var broader: [Placed<ESCOLink>] = []
  private var demands: [Placed<ESCODemand>] = []

  var hasSkills: Bool { !skills.isEmpty }
  var hasDemands: Bool { !demands.isEmpty }

  mutating func read(_ csv: CSVReader, as table: ESCOTable, file: String, _ log: inout FindingLog) throws {
    while let record = try csv.next() {
      if let problem = take(record, csv.header, table, file) {
        log.add(ESCOFindings.badRow(file, record.line, problem))
      }
    }
    log.add(csv.findings)
  }

  /// - Returns: what is wrong with the record, in French; `nil` when it was taken.
  private mutating func take(
    _ record: CSVRecord, _ header: CSVHeader, _ table: ESCOTable, _ file: String
  ) -> String? {
    func text(_ column: String) -> String { record.value(header.column(column)) }
    func uri(_ column: String) -> ESCOURI? { ESCOURI(text(column)) }
    func bad(_ column: String) -> String {
      "« \(text(column).prefix(80)) » n’est pas un identifiant d’ESCO".withNoBreakSpaces
    }
    switch table {
    case .broader:
      guard let narrower = uri("conceptUri") else { return bad("conceptUri") }
      guard let wider = uri("broaderUri") else { return bad("broaderUri") }
      broader.append(
        Placed(value: ESCOLink(narrower: narrower, broader: wider), file: file, line: record.line))
      return nil
    case .demands:
      guard let occupation = uri("occupationUri") else { return bad("occupationUri") }
      guard let skill = uri("skillUri") else { return bad("skillUri") }
      let demand = ESCODemand(
        occupation: occupation, skill: skill, isEssential: text("relationType") == "essential")
      demands.append(Placed(value: demand, file: file, line: record.line))
      return nil
    case .skills, .occupations, .groups: break
    }
    guard let concept = uri("conceptUri") else { return bad("conceptUri") }
    let label = text("preferredLabel")
    guard !label.isEmpty else { return "l’intitulé est vide" }
    let alternatives = Self.labels(text("altLabels") + "\n" + text("hiddenLabels"), without: label)
    let isObsolete = text("status") == "obsolete"
    switch table {
    case .skills:
      let description = text("definition").isEmpty ? text("description") : text("definition")
      skills.append(
        ESCOSkill(
          uri: concept, label: label, alternatives: alternatives,
          kind: ESCOSkill.Kind(rawValue: text("skillType")) ?? .unknown, reuse: text("reuseLevel"),
          description: description, isObsolete: isObsolete))
    case .occupations:
      // Some releases prefix the group with a C.
      let group = text("iscoGroup").hasPrefix("C") ? String(text("iscoGroup").dropFirst()) : text("iscoGroup")
      occupations.append(
        ESCOOccupation(
          uri: concept, label: label, alternatives: alternatives, iscoGroup: group, isObsolete: isObsolete))
    default: groups.append(ESCOGroup(uri: concept, code: text("code"), label: label))
    }
    return nil
  }

  /// Labels of a field that holds one a line.
  private static func labels(_ field: String, without label: String) -> [String] {
    var seen: Set<String> = [label]
    return field.split(whereSeparator: \.isNewline).map { String($0).trimmedWhiteSpace }
      .filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  func release(name: String, digest: String, _ log: inout FindingLog) -> ESCORelease {
    var known = Set(skills.map(\.uri)).union(occupations.map(\.uri))
    known.formUnion(groups.map(\.uri))
    func isKnown(_ uri: ESCOURI, _ file: String, _ line: Int, _ log: inout FindingLog) -> Bool {
      if known.contains(uri) { return true }
      log.add(ESCOFindings.unknownConcept(file, line, uri))
      return false
    }
    var hierarchy = AcyclicLinks<ESCOURI>()
    var links: [ESCOLink] = []
    for link in broader {
      guard isKnown(link.value.narrower, link.file, link.line, &log),
        isKnown(link.value.broader, link.file, link.line, &log)
      else { continue }
      if hierarchy.add(from: link.value.narrower, to: link.value.broader) {
        links.append(link.value)
      } else {
        log.add(ESCOFindings.cycle(link.file, link.line, link.value.narrower))
      }
    }
    let kept = demands.filter {
      isKnown($0.value.occupation, $0.file, $0.line, &log) && isKnown($0.value.skill, $0.file, $0.line, &log)
    }
    return ESCORelease(
      name: name, digest: digest, skills: skills, occupations: occupations, groups: groups, broader: links,
      demands: kept.map(\.value))
  }
}
