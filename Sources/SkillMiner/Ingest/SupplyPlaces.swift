import Taxonomy

/// Finds the territories a table of training supply names, by code or by name, from the finest upwards. A commune whose
/// name several bear is found only with its département.
struct SupplyPlaces {
  private let communes: [String: CommuneRecord]
  private let communesByName: [String: [CommuneRecord]]
  private let departments: [String: String]
  private let regions: [String: String]
  private let regionOfDepartment: [String: String]

  init(territories: [Territory], communes records: [CommuneRecord]) {
    communes = Dictionary(records.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    communesByName = Dictionary(grouping: records.filter { $0.parent == nil }) { PlainKey.fold($0.name) }
    func keyed(_ level: Territory.Level) -> [String: String] {
      var table: [String: String] = [:]
      for territory in territories.sorted() where territory.level == level {
        table[territory.code] = territory.code
        table[PlainKey.fold(territory.name)] = territory.code
      }
      return table
    }
    departments = keyed(.department)
    regions = keyed(.region)
    regionOfDepartment = Dictionary(
      records.filter { !$0.department.isEmpty && !$0.region.isEmpty }.map { ($0.department, $0.region) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Codes by level; empty when nothing was found.
  func find(_ place: TrainingOffer.Place) -> [Territory.Level: String] {
    let department = code(place.department, departments, width: 2)
    if let commune = commune(place.commune, department: department) {
      return filled([.commune: commune.code, .department: commune.department, .region: commune.region])
    }
    if let department {
      return filled([.department: department, .region: regionOfDepartment[department] ?? ""])
    }
    return filled([.region: code(place.region, regions, width: 2) ?? ""])
  }

  private func commune(_ text: String, department: String?) -> CommuneRecord? {
    guard !text.isEmpty else { return nil }
    let padded = text.count == 4 && text.allSatisfy(\.isNumber) ? "0" + text : text.uppercased()
    if let known = communes[padded] { return known }
    let named = (communesByName[PlainKey.fold(text)] ?? []).filter {
      department == nil || $0.department == department
    }
    return named.count == 1 ? named[0] : nil
  }

  private func code(_ text: String, _ table: [String: String], width: Int) -> String? {
    guard !text.isEmpty else { return nil }
    // Spreadsheets drop leading zeros.
    let padded = String(repeating: "0", count: max(0, width - text.count)) + text
    return table[padded.uppercased()] ?? table[PlainKey.fold(text)]
  }

  private func filled(_ codes: [Territory.Level: String]) -> [Territory.Level: String] {
    codes.filter { !$0.value.isEmpty }
  }
}
