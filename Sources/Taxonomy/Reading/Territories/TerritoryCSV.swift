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
    /// Insee `v_mvt_commune`: mergers, splits and changes of code.
    case movements
    /// Postcodes and coordinates of communes (La Poste, or tables made of it).
    case points
  }

  private let table: Table
  private let header: CSVHeader

  init?(header: CSVHeader) {
    func has(_ columns: String...) -> Bool { columns.allSatisfy { header.column($0) != nil } }
    if has("MOD", "DATE_EFF", "TYPECOM_AV", "COM_AV", "TYPECOM_AP", "COM_AP") {
      table = .movements
    } else if Self.pointColumn(header, Self.codeColumns) != nil,
      Self.pointColumn(header, Self.postcodeColumns) != nil
        || Self.pointColumn(header, Self.pairColumns + Self.latitudeColumns) != nil
    {
      table = .points
    } else if has("TYPECOM", "COM", "DEP", "REG", "LIBELLE", "COMPARENT") {
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

  private static let codeColumns = [
    "#Code_commune_INSEE", "Code_commune_INSEE", "code_commune_INSEE", "code_commune_insee", "code_insee",
  ]
  private static let postcodeColumns = ["Code_postal", "code_postal"]
  private static let pairColumns = ["_geopoint", "coordonnees_gps", "coordonnees_geographiques"]
  private static let latitudeColumns = ["latitude", "latitude_centre"]
  private static let longitudeColumns = ["longitude", "longitude_centre"]

  private static func pointColumn(_ header: CSVHeader, _ names: [String]) -> Int? {
    names.lazy.compactMap { header.column($0) }.first
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
    let place = TerritoryDraft.Place(file: file, line: record.line)
    func isCommune(_ code: String) -> Bool { code.utf8.count == 5 }
    switch table {
    case .communes:
      guard isCommune(text("COM")) else {
        return "« \(text("COM")) » n’est pas un code de commune".withNoBreakSpaces
      }
      draft.communes.append(
        .init(
          code: text("COM"), name: text("LIBELLE"), department: text("DEP"), region: text("REG"),
          parent: optional("COMPARENT"), place: place))
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
          parent: optional("commune_parente"), place: place))
      draft.basins[text("code_commune")] = optional("bassin")
      draft.zones[text("code_commune")] = optional("zone_emploi")
    case .movements:
      // What becomes of a whole commune; parts of communes know their parent in the table of communes.
      if text("TYPECOM_AV") == "COM", text("TYPECOM_AP") == "COM", text("COM_AV") != text("COM_AP") {
        draft.movements.append(
          .init(
            day: text("DATE_EFF"), from: text("COM_AV"), to: text("COM_AP"), name: text("LIBELLE_AV"),
            isRestoration: ["20", "21"].contains(text("MOD")), place: place))
      }
    case .points:
      func value(_ names: [String]) -> String { record.value(Self.pointColumn(header, names)) }
      let code = value(Self.codeColumns)
      guard isCommune(code) else { return "« \(code) » n’est pas un code de commune".withNoBreakSpaces }
      let postcode = value(Self.postcodeColumns)
      // Spreadsheets drop the zero in front.
      if !postcode.isEmpty {
        draft.postcodes.append(CommunePostcode(postcode.count == 4 ? "0" + postcode : postcode, code))
      }
      let pair = value(Self.pairColumns).split(separator: ",").map { String($0).trimmedWhiteSpace }
      let latitude = Double(pair.first ?? value(Self.latitudeColumns))
      let longitude = Double(pair.count == 2 ? pair[1] : value(Self.longitudeColumns))
      if let latitude, let longitude, let point = CommunePoint(code, latitude: latitude, longitude: longitude)
      {
        draft.points.append(point)
      }
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
