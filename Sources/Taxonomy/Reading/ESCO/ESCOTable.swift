/// A table of the ESCO CSV set, recognised by its columns: names and number of columns changed from 1.0 to 1.2.
enum ESCOTable {
  case skills, occupations, groups, broader, demands

  /// Official tables that hold nothing for this product.
  static let unused = [
    "conceptSchemes", "dictionary", "skillsHierarchy", "skillSkillRelations", "greenShareOcc", "Collection",
  ]

  init?(_ header: CSVHeader) {
    func has(_ columns: String...) -> Bool { columns.allSatisfy { header.column($0) != nil } }
    if has("conceptUri", "broaderUri") {
      self = .broader
    } else if has("occupationUri", "relationType", "skillUri") {
      self = .demands
    } else if has("conceptUri", "skillType", "preferredLabel"), !has("broaderConceptUri") {
      self = .skills
    } else if has("conceptUri", "iscoGroup", "preferredLabel") {
      self = .occupations
    } else if has("conceptUri", "conceptType", "preferredLabel"), !has("broaderConceptUri") {
      self = .groups
    } else {
      return nil
    }
  }

  /// Language a file's name ends with (`skills_fr.csv`); `nil` when it names none.
  static func language(of baseName: String) -> String? {
    let stem = baseName.lowercased().hasSuffix(".csv") ? baseName.dropLast(4) : baseName[...]
    guard let mark = stem.lastIndex(of: "_") else { return nil }
    let tail = stem[stem.index(after: mark)...].lowercased()
    return tail.utf8.count == 2 ? tail : nil
  }
}
