import Taxonomy

/// What a demanded family may become: a gap to close by a module, or something that is only shown or not looked at.
enum FamilyScope {
  /// A module can teach it.
  case teachable
  /// Listed apart: no module by itself.
  case softSkill
  /// Only macro-competencies of the ROME (*Concevoir et gérer un projet*): shown, too broad for a module.
  case tooBroad
  /// A diploma or a whole certification: it is no part of another one.
  case degree

  init(_ family: CompetencyFamily, release: TaxonomyRelease) {
    switch family.kind {
    case .softSkill: self = .softSkill
    case .diploma: self = .degree
    case .credential where Self.isDegree(family, release): self = .degree
    default:
      let items = family.codes.compactMap { release.competency($0) }
      self = !items.isEmpty && items.allSatisfy { $0.kind == .macro } ? .tooBroad : .teachable
    }
  }

  /// The ROME keeps diplomas and licences in one category; a family written by people says which it is, an item that
  /// stands alone is told by its subcategory and its first word.
  private static func isDegree(_ family: CompetencyFamily, _ release: TaxonomyRelease) -> Bool {
    guard family.id.hasPrefix("ogr-"), let code = family.codes.first, let item = release.competency(code),
      let first = PlainWords(item.label).words.first
    else { return false }
    if degreeWords.contains(first) { return true }
    return item.subcategory == "Certifications" && !licenceWords.contains(first)
  }

  private static let degreeWords: Set<String> = [
    "bac", "baccalaureat", "bachelor", "bep", "bp", "bpjep", "bt", "bts", "but", "cap", "cqp", "deust",
    "diplome",
    "doctorat", "dut", "ingenieur", "licence", "master", "mastere", "mention", "titre",
  ]

  private static let licenceWords: Set<String> = [
    "agrement", "attestation", "autorisation", "brevet", "cace", "carte", "certibiocide", "certificat",
    "certification", "certiphyto", "habilitation", "permi", "qualification", "sauveteur", "sst",
  ]
}
