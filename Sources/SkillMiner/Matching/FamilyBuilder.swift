import Taxonomy

/// Groups near-equivalent items: first as people wrote, then items whose labels are equal up to morphology, function
/// words and weak heads (*Gérer les stocks*, *Gestion des stocks*, *Techniques de gestion de stock*).
///
/// Only items of compatible kind are grouped; certificates never are, since a level or a category makes another
/// certificate. A group is named by its item most linked in the taxonomy.
enum FamilyBuilder {
  /// What may stand in one family.
  private enum Class: Hashable {
    case work
    case softSkill
    case software
    case language
    case alone(OGRCode)
  }

  /// - Parameters:
  ///   - itemOfCode: the place of each code in `release.competencies`.
  ///   - itemKeys: keys of each label, by place in `release.competencies`.
  ///   - weak: keys that tell nothing of what an item is about.
  ///   - linked: occupations that ask for each item.
  static func families(
    release: TaxonomyRelease, itemOfCode: [OGRCode: Int32], written: [CompetencyFamily],
    itemKeys: [[Int32]], weak: Set<Int32>, linked: [Float]
  ) -> CompetencyFamilies {
    var families: [String: CompetencyFamily] = [:]
    var familyOfCode: [OGRCode: String] = [:]
    for family in written where families[family.id] == nil {
      families[family.id] = family
      for code in family.codes where familyOfCode[code] == nil { familyOfCode[code] = family.id }
    }
    struct Signature: Hashable {
      let kind: Class
      let keys: [Int32]
    }
    var groups: [Signature: [Int]] = [:]
    for (index, item) in release.competencies.enumerated() where familyOfCode[item.code] == nil {
      var keys = Set(itemKeys[index].filter { $0 >= 0 && !weak.contains($0) }).sorted()
      // Nothing but weak heads: the label says no more than its own words.
      if keys.isEmpty { keys = itemKeys[index] }
      groups[Signature(kind: kind(item), keys: keys), default: []].append(index)
    }
    for members in groups.values {
      guard let head = members.max(by: { (linked[$0], $1) < (linked[$1], $0) }) else { continue }
      let item = release.competencies[head]
      let id = CompetencyFamilies.id(alone: item.code)
      // What stands alone is made when it is asked for.
      guard members.count > 1 || families[id] != nil else { continue }
      let codes = members.map { release.competencies[$0].code }
      families[id] = CompetencyFamily(
        id: id, label: item.label, kind: CompetencyFamily.Kind(item), codes: codes)
      for code in codes { familyOfCode[code] = id }
    }
    return CompetencyFamilies(
      kept: families, items: release.competencies, itemOfCode: itemOfCode, owners: familyOfCode)
  }

  private static func kind(_ item: Competency) -> Class {
    switch (item.nature, item.kind) {
    case (.credential, _): .alone(item.code)
    case (.software, _): .software
    case (.language, _): .language
    case (_, .softSkill): .softSkill
    case (_, .macro): .alone(item.code)
    case (_, .knowHow), (_, .knowledge): .work
    }
  }
}
