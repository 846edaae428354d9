/// A CSV table of territories, recognised by its columns.
struct TerritoryCSV {
  private enum Table {
    /// Insee `v_commune`.
    case communes
    /// Insee `v_departement`, `v_arrondissement`, `v_region`.
    case departments, districts, regions
    /// France Travail, communes by basin.
    case basins
    /// A list of départements (`code;name;code_region`).
    case plainDepartments
    /// This product's own tables.
    case ownCommunes, ownTerritories
  }

  private let table: Table
  private let header: CSVHeader

  init?(header: CSVHeader) {
    func has(_ columns: String...) -> Bool { columns.allSatisfy { header.column($0) != nil } }
    if has("TYPECOM", "COM", "DEP", "REG", "LIBELLE", "COMPARENT") {
      table = .communes
    } else if has("ARR", "DEP", "CHEFLIEU") {
      table = .districts
    } else if has("DEP", "REG", "CHEFLIEU", "LIBELLE") {
      table = .departments
    } else if has("REG", "CHEFLIEU", "LIBELLE"), !has("CTCD") {
      table = .regions
    } else if has("CODE_COMMUNE_INSEE", "BE19", "NOMBE19") {
      table = .basins
    } else if has("code", "name", "code_region") {
      table = .plainDepartments
    } else if has("code_commune", "nom", "bassin", "zone_emploi", "departement", "region") {
      table = .ownCommunes
    } else if has("niveau", "code", "nom") {
      table = .ownTerritories
    } else {
      return nil
    }
    self.header = header
  }

  func read(
    _ csv: CSVReader, file: String, into draft: inout TerritoryDraft, _ log: inout FindingLog
  ) throws {
    while let record = try csv.next() {
      if let problem = take(record, file, &draft) {
        log.add(TerritoryFindings.badRow(file, record.line, problem))
      }
    }
  }

  private func take(_ record: CSVRecord, _ file: String, _ draft: inout TerritoryDraft) -> String? {
    func text(_ column: String) -> String { record.value(header.column(column)) }
    func optional(_ column: String) -> String? { text(column).isEmpty ? nil : text(column) }
    func isCommune(_ code: String) -> Bool { code.utf8.count == 5 }
    switch table {
    case .communes:
      guard isCommune(text("COM")) else {
        return "« \(text("COM")) » n’est pas un code de commune".withNoBreakSpaces
      }
      draft.communes.append(
        .init(
          code: text("COM"), name: text("LIBELLE"), department: text("DEP"), region: text("REG"),
          parent: optional("COMPARENT")))
    case .departments:
      draft.departments[text("DEP")] = text("LIBELLE")
      draft.regionOfDepartment[text("DEP")] = text("REG")
      draft.seats[text("CHEFLIEU")] = 0
    case .districts:
      draft.seats[text("CHEFLIEU")] = draft.seats[text("CHEFLIEU")] ?? 1
    case .regions:
      draft.regions[text("REG")] = text("LIBELLE")
    case .basins:
      guard isCommune(text("CODE_COMMUNE_INSEE")), !text("BE19").isEmpty else {
        return "le code de la commune ou du bassin manque"
      }
      draft.basins[text("CODE_COMMUNE_INSEE")] = text("BE19")
      draft.basinNames[text("BE19")] = text("NOMBE19")
      draft.basinFile = file
    case .plainDepartments:
      guard text("code").utf8.count >= 2 else {
        return "« \(text("code")) » n’est pas un code de département".withNoBreakSpaces
      }
      draft.departments[text("code")] = draft.departments[text("code")] ?? text("name")
      if text("code_region").utf8.count == 2 { draft.regionOfDepartment[text("code")] = text("code_region") }
    case .ownCommunes:
      guard isCommune(text("code_commune")) else {
        return "« \(text("code_commune")) » n’est pas un code de commune".withNoBreakSpaces
      }
      draft.communes.append(
        .init(
          code: text("code_commune"), name: text("nom"), department: text("departement"),
          region: text("region"),
          parent: optional("commune_parente")))
      draft.basins[text("code_commune")] = optional("bassin")
      draft.zones[text("code_commune")] = optional("zone_emploi")
    case .ownTerritories:
      guard let level = Territory.Level(rawValue: text("niveau")) else {
        return "« \(text("niveau")) » n’est pas un niveau de territoire".withNoBreakSpaces
      }
      draft.named.append(Territory(level: level, code: text("code"), name: text("nom")))
      if level == .department, let region = optional("region") {
        draft.regionOfDepartment[text("code")] = region
      }
    }
    return nil
  }
}
