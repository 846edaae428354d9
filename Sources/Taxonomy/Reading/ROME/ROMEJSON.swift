import Foundation

/// Reads the JSON exports of ROME 4.x: complete cards (`fiche_emploi_metier`), the referential and the tree of
/// competencies. Files are UTF-8 or Windows-1252, and some labels are encoded twice.
struct ROMEJSON {
  let file: String

  /// - Returns: `false` when the table holds nothing for this product.
  func read(
    _ member: InputMember, table: String, into rows: inout ROMERows, _ log: inout FindingLog
  ) throws -> Bool {
    guard ["fiche_emploi_metier", "referentiel_competence", "arborescence_competence"].contains(table)
    else { return false }
    let reader = JSONObjectReader(member)
    var repairs = 0
    var count = 0
    while let piece = try reader.next() {
      count += 1
      guard case .object(let line, let bytes) = piece, let entry = object(bytes, line, &repairs, &log) else {
        if case .broken(let line) = piece { log.add(ROMEFindings.badJSON(file, line)) }
        continue
      }
      let problem: String?
      switch table {
      case "fiche_emploi_metier": problem = card(entry, line, &rows)
      case "referentiel_competence": problem = item(entry, &rows)
      default: problem = branch(entry, &rows)
      }
      if let problem { log.add(ROMEFindings.badRow(file, line, problem)) }
    }
    if table == "referentiel_competence" {
      rows.counts[.competency] = count
      rows.files[.competency] = file
    } else if table == "fiche_emploi_metier" {
      for table in [ROMETable.link, .mobility, .appellation] { rows.files[table] = file }
    }
    if repairs > 0 { log.add(ROMEFindings.doubleEncoding(file, repairs)) }
    return true
  }

  private func object(
    _ bytes: [UInt8], _ line: Int, _ repairs: inout Int, _ log: inout FindingLog
  ) -> JSONValue? {
    var text = bytes
    if !TextDecoding.isUTF8(text) {
      log.add(CSVFindings.notUTF8(file, line))
      text = Array(TextDecoding.decode(text, as: .windows1252).utf8)
    }
    do {
      return JSONValue(try JSONSerialization.jsonObject(with: Data(text)), repairs: &repairs)
    } catch {
      log.add(ROMEFindings.badJSON(file, line))
      return nil
    }
  }

  private func card(_ card: JSONValue, _ line: Int, _ rows: inout ROMERows) -> String? {
    let given = card["rome"]["code_rome"].text
    guard let rome = ROMECode(given) else { return "« \(given) » n’est pas un code ROME".withNoBreakSpaces }
    guard !card["rome"]["intitule"].text.isEmpty else { return "l’intitulé est vide" }
    let parent = ROMECode(card["rome"]["code_rome_parent"].text) ?? rome
    rows.occupations.append(Occupation(code: rome, label: card["rome"]["intitule"].text, parent: parent))
    for title in card["appellations"].list {
      guard let code = OGRCode(title["code_ogr"].text), !title["libelle"].text.isEmpty else { continue }
      let short = title["libelle_court"].text
      rows.appellations.append(
        .init(
          value: Appellation(
            code: code, label: title["libelle"].text,
            shortLabel: short.isEmpty ? title["libelle"].text : short,
            occupation: rome), line: line))
    }
    let competencies = card["competences"]
    for group in competencies["savoir_faire"]["enjeux"].list {
      take(group, rome, line, &rows) {
        ROMEKinds.competency($0, $1, nature: "", category: "Savoir-faire", subcategory: "", macro: nil)
      }
    }
    for group in competencies["savoir_etre_professionnel"]["enjeux"].list {
      take(group, rome, line, &rows) {
        ROMEKinds.competency(
          $0, $1, nature: "", category: "Savoir-être professionnel", subcategory: "", macro: nil)
      }
    }
    for group in competencies["savoirs"]["categories"].list {
      let category = group["libelle"].text
      take(group, rome, line, &rows) {
        ROMEKinds.knowledge($0, $1, category: category, subcategory: category)
      }
    }
    for group in card["contextes_travail"].list {
      for item in [group] + group["items"].list {
        if let code = OGRCode(item["code_ogr"].text) { rows.contexts.insert(code) }
      }
    }
    for step in card["mobilites"].list {
      if let target = ROMECode(step["rome_cible"].text) ?? ROMECode(step["code_rome_cible"].text) {
        let rank = Int(step["ordre_mobilite"].text) ?? 1
        rows.mobility.append(.init(value: MobilityLink(from: rome, to: target, rank: rank), line: line))
      }
    }
    return nil
  }

  private func take(
    _ group: JSONValue, _ rome: ROMECode, _ line: Int, _ rows: inout ROMERows,
    _ make: (OGRCode, String) -> Competency
  ) {
    for item in group["items"].list {
      guard let code = OGRCode(item["code_ogr"].text), !item["libelle"].text.isEmpty else { continue }
      rows.competencies.append(make(code, item["libelle"].text))
      let weight = CompetencyLink.Weight(rawValue: item["coeur_metier"].text) ?? .ordinary
      rows.links.append(
        .init(value: CompetencyLink(occupation: rome, competency: code, weight: weight), line: line))
    }
  }

  private func item(_ entry: JSONValue, _ rows: inout ROMERows) -> String? {
    guard let code = OGRCode(entry["code_ogr"].text) else {
      return "« \(entry["code_ogr"].text) » n’est pas un code OGR".withNoBreakSpaces
    }
    guard !entry["libelle"].text.isEmpty else { return "l’intitulé est vide" }
    rows.competencies.append(
      ROMEKinds.competency(
        code, entry["libelle"].text, nature: entry["nature"].text, category: "Savoir-faire", subcategory: "",
        macro: OGRCode(entry["code_ogr_macro_comp"].text)))
    return nil
  }

  /// Walks a branch of the tree: macro-compétences hold their competencies.
  private func branch(_ node: JSONValue, _ rows: inout ROMERows) -> String? {
    if !node["liste_competences"].list.isEmpty, let macro = OGRCode(node["code_ogr"].text) {
      rows.treeItems.append(
        Competency(code: macro, label: node["libelle"].text, kind: .macro, category: "Savoir-faire"))
      for leaf in node["liste_competences"].list {
        guard let code = OGRCode(leaf["code_ogr"].text), !leaf["libelle"].text.isEmpty else { continue }
        rows.treeItems.append(
          Competency(
            code: code, label: leaf["libelle"].text, kind: .knowHow, category: "Savoir-faire", macro: macro))
      }
    }
    for key in ["liste_enjeux", "liste_objectifs", "liste_macro_competences"] {
      for child in node[key].list { _ = branch(child, &rows) }
    }
    return nil
  }
}

/// A decoded JSON value that answers empty where something is missing.
struct JSONValue {
  private enum Kind {
    case none
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])
  }

  private let kind: Kind

  private init(_ kind: Kind) { self.kind = kind }

  /// - Parameter repairs: raised for each text that was encoded twice.
  init(_ value: Any, repairs: inout Int) {
    switch value {
    case let text as String:
      if let repaired = DoubleEncoding.repaired(text) {
        repairs += 1
        kind = .text(repaired)
      } else {
        kind = .text(text)
      }
    case let number as NSNumber: kind = .text(number.stringValue)
    case let list as [Any]:
      var values: [JSONValue] = []
      for item in list { values.append(JSONValue(item, repairs: &repairs)) }
      kind = .list(values)
    case let object as [String: Any]:
      var values: [String: JSONValue] = [:]
      for (key, item) in object { values[key] = JSONValue(item, repairs: &repairs) }
      kind = .object(values)
    default: kind = .none
    }
  }

  /// A text or number, without surrounding white space; empty for anything else.
  var text: String { if case .text(let text) = kind { text.trimmedWhiteSpace } else { "" } }

  /// The elements of an array; empty for anything else.
  var list: [JSONValue] { if case .list(let list) = kind { list } else { [] } }

  /// The value of a key; an empty one when there is none.
  subscript(key: String) -> JSONValue {
    if case .object(let object) = kind { object[key] ?? JSONValue(.none) } else { JSONValue(.none) }
  }
}
