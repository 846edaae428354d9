/// Reads one table of the ROME set into rows.
struct ROMETableReader {
  let table: ROMETable
  let file: String
  let edition: ROMEEdition

  /// - Throws: `ReadingError` when a required column is missing or the input is damaged.
  func read(_ csv: CSVReader, into rows: inout ROMERows, _ log: inout FindingLog) throws {
    let required = table.requiredColumns(in: edition)
    for column in required where csv.header.column(column) == nil {
      throw ROMEFindings.missingColumn(file, column)
    }
    for name in csv.header.names where !required.contains(name) && !table.otherColumns.contains(name) {
      log.add(ROMEFindings.unknownColumn(file, name))
    }
    for column in table.expectedColumns(in: edition) where csv.header.column(column) == nil {
      log.add(ROMEFindings.expectedColumn(file, column))
    }
    rows.files[table] = file
    while let record = try csv.next() {
      if let problem = take(record, csv.header, &rows) {
        log.add(ROMEFindings.badRow(file, record.line, problem))
      }
    }
    rows.counts[table] = csv.recordCount
    log.add(csv.findings)
  }

  /// - Returns: what is wrong with the record, in French; `nil` when it was taken.
  private func take(_ record: CSVRecord, _ header: CSVHeader, _ rows: inout ROMERows) -> String? {
    func text(_ column: String) -> String { Self.label(record.value(header.column(column))) }
    func placed<T>(_ value: T) -> ROMERows.Placed<T> { .init(value: value, line: record.line) }
    func ogr(_ column: String = "code_ogr") -> OGRCode? { OGRCode(text(column)) }
    func badOGR(_ column: String = "code_ogr") -> String {
      "« \(text(column)) » n’est pas un code OGR".withNoBreakSpaces
    }
    func badROME(_ column: String = "code_rome") -> String {
      "« \(text(column)) » n’est pas un code ROME".withNoBreakSpaces
    }
    let rome = header.column("code_rome").flatMap { ROMECode(record.value($0)) }

    switch table {
    case .occupation:
      guard let rome else { return badROME() }
      guard !text("libelle_rome").isEmpty else { return "l’intitulé est vide" }
      let parent = ROMECode(text("code_rome_parent")) ?? rome
      rows.occupations.append(Occupation(code: rome, label: text("libelle_rome"), parent: parent))
    case .appellation:
      guard let rome else { return badROME() }
      guard let code = ogr() else { return badOGR() }
      let label = text("libelle_appellation_long")
      guard !label.isEmpty else { return "l’intitulé est vide" }
      let short = text("libelle_appellation_court")
      rows.appellations.append(
        placed(
          Appellation(code: code, label: label, shortLabel: short.isEmpty ? label : short, occupation: rome)))
    case .competency:
      guard let code = ogr() else { return badOGR() }
      let label = text("libelle_competence")
      guard !label.isEmpty else { return "l’intitulé est vide" }
      rows.competencies.append(
        edition == .four
          ? ROMEKinds.competency(
            code, label, nature: text("nature"), category: text("cat_comp"),
            subcategory: text("sous_cat_comp"),
            macro: ogr("code_ogr_macro_comp"))
          : ROMEKinds.knowledgeBefore4(code, label))
    case .knowledge:
      guard let code = ogr("code_ogr_savoir") else { return badOGR("code_ogr_savoir") }
      let label = text("libelle_savoir")
      guard !label.isEmpty else { return "l’intitulé est vide" }
      rows.competencies.append(
        ROMEKinds.knowledge(
          code, label, category: text("categorie_savoir"), subcategory: text("sous_categorie_savoir")))
    case .activity:
      guard let code = ogr() else { return badOGR() }
      guard !text("libelle_activite").isEmpty else { return "l’intitulé est vide" }
      rows.activities.append(Competency(code: code, label: text("libelle_activite"), kind: .knowHow))
    case .link:
      guard let rome else { return badROME() }
      guard let code = ogr() else { return badOGR() }
      guard let weight = CompetencyLink.Weight(rawValue: text("coeur_metier")) else {
        return "« \(text("coeur_metier")) » n’est pas une valeur de « coeur_metier »".withNoBreakSpaces
      }
      rows.links.append(placed(CompetencyLink(occupation: rome, competency: code, weight: weight)))
    case .item:
      guard let code = ogr() else { return badOGR() }
      if text("code_rubrique").isEmpty { rows.contexts.insert(code) }
    case .workContext, .environment:
      guard let code = ogr() else { return badOGR() }
      rows.contexts.insert(code)
    case .mobility:
      guard let rome else { return badROME() }
      guard let target = ROMECode(text("code_rome_cible")) else { return badROME("code_rome_cible") }
      // Before 4.0 there is no order but two types: 1 close, 2 evolution.
      let rank = Int(text("numero_ordre")) ?? Int(text("code_type_mobilite")) ?? 1
      rows.mobility.append(placed(MobilityLink(from: rome, to: target, rank: rank)))
    case .sector:
      guard let rome else { return badROME() }
      guard let division = Int(text("code_secteur_naf")), (0...99).contains(division) else {
        return "« \(text("code_secteur_naf")) » n’est pas une division NAF".withNoBreakSpaces
      }
      let padded = division < 10 ? "0\(division)" : String(division)
      rows.sectors.append(placed(SectorLink(division: padded, occupation: rome)))
    }
    return nil
  }

  /// Labels of 3.47 double their apostrophes.
  private static func label(_ text: String) -> String {
    text.utf8.contains(0x27) && text.contains("''") ? text.replacing("''", with: "'") : text
  }
}
