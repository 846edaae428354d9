/// Reads the XML set of the ROME (iso-8859-15): its referentials, and complete cards (`fiche_emploi_metier`).
///
/// Source: official XML set of release 3.44. Titles and links stand in the cards only.
struct ROMEXML {
  let file: String

  /// - Returns: `false` when the table holds nothing for this product.
  func read(
    _ member: InputMember, table: String, into rows: inout ROMERows, _ log: inout FindingLog
  ) throws -> Bool {
    let record = table == "fiche_emploi_metier" ? table : "item_" + table
    guard
      [
        "fiche_emploi_metier", "referentiel_code_rome", "referentiel_competence", "referentiel_activite",
        "referentiel_env_travail", "referentiel_appellation",
      ].contains(table)
    else { return false }
    let reader = try XMLRecordReader(member, records: [record])
    defer { log.add(reader.findings) }
    var count = 0
    while let item = try reader.next() {
      count += 1
      switch item {
      case .rejected(let finding, _): log.add(finding)
      case .record(let element):
        let problem =
          table == "fiche_emploi_metier" ? card(element, &rows, &log) : entry(element, table, &rows)
        if let problem { log.add(ROMEFindings.badRow(file, element.line, problem)) }
      }
    }
    let known: ROMETable? = ROMETable(rawValue: table)
    if let known {
      rows.counts[known] = count
      rows.files[known] = file
    }
    if table == "fiche_emploi_metier" {
      rows.files[.link] = file
      rows.files[.mobility] = file
      rows.files[.appellation] = rows.files[.appellation] ?? file
    }
    return true
  }

  /// - Returns: what is wrong with the entry; `nil` when it was taken.
  private func entry(_ element: RecordElement, _ table: String, _ rows: inout ROMERows) -> String? {
    let label = element.value("libelle")
    guard let code = OGRCode(element.value("code_ogr")) else {
      return "« \(element.value("code_ogr")) » n’est pas un code OGR".withNoBreakSpaces
    }
    guard !label.isEmpty else { return "l’intitulé est vide" }
    switch table {
    case "referentiel_code_rome":
      let given = element.value("code_rome")
      guard let rome = ROMECode(given) else {
        return "« \(given) » n’est pas un code ROME".withNoBreakSpaces
      }
      rows.occupations.append(Occupation(code: rome, label: label, parent: rome))
    case "referentiel_competence": rows.competencies.append(ROMEKinds.knowledgeBefore4(code, label))
    case "referentiel_activite":
      rows.activities.append(Competency(code: code, label: label, kind: .knowHow))
    case "referentiel_appellation": rows.titlesWithoutCard.insert(code)
    default: rows.contexts.insert(code)
    }
    return nil
  }

  /// - Returns: what is wrong with the card; `nil` when it was taken.
  private func card(_ card: RecordElement, _ rows: inout ROMERows, _ log: inout FindingLog) -> String? {
    let given = card.value("bloc_code_rome", "code_rome")
    guard let rome = ROMECode(given) else { return "« \(given) » n’est pas un code ROME".withNoBreakSpaces }
    let title = card.value("bloc_code_rome", "intitule")
    guard !title.isEmpty else { return "l’intitulé est vide" }
    rows.occupations.append(Occupation(code: rome, label: title, parent: rome))
    func take(_ items: [RecordElement], _ body: (OGRCode, String, RecordElement) -> Void) {
      for item in items {
        let label = item.value("libelle")
        guard let code = OGRCode(item.value("code_ogr")), !label.isEmpty else {
          log.add(ROMEFindings.badRow(file, item.line, "un item de \(rome) n’a pas de code ou d’intitulé"))
          continue
        }
        body(code, label, item)
      }
    }
    take(card.all(at: "appellation", "item")) { code, label, item in
      let short = item.value("libelle_court")
      rows.appellations.append(
        .init(
          value: Appellation(
            code: code, label: label, shortLabel: short.isEmpty ? label : short, occupation: rome),
          line: item.line))
    }
    take(card.all(at: "environnement_de_travail", "item")) { code, _, _ in rows.contexts.insert(code) }
    let blocks = card.all("les_activites_de_base") + card.all(at: "les_activites_specifique", "bloc")
    for block in blocks {
      for name in ["activite_de_base", "activite_specifique", "savoir_action"] {
        take(block.all(at: name, "item")) { code, label, item in
          rows.activities.append(Competency(code: code, label: label, kind: .knowHow))
          rows.links.append(
            .init(
              value: CompetencyLink(occupation: rome, competency: code, weight: .ordinary), line: item.line))
        }
      }
      take(block.all(at: "savoir_theorique_et_proceduraux", "item")) { code, label, item in
        rows.competencies.append(ROMEKinds.knowledgeBefore4(code, label))
        rows.links.append(
          .init(value: CompetencyLink(occupation: rome, competency: code, weight: .ordinary), line: item.line)
        )
      }
    }
    mobility(of: card, rome, &rows)
    return nil
  }

  /// Close occupations first, then those to grow into.
  private func mobility(of card: RecordElement, _ rome: ROMECode, _ rows: inout ROMERows) {
    for (rank, name) in [(1, "proche"), (2, "si_evolution")] {
      for step in card.all(at: "les_mobilites", name, "mobilite") {
        if let target = ROMECode(step.value("code_rome_cible")) {
          rows.mobility.append(
            .init(value: MobilityLink(from: rome, to: target, rank: rank), line: step.line))
        }
      }
    }
  }
}
