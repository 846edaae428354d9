public import Taxonomy

/// Everything the extractor looks for, frozen: built once from a release and the overlays, shared by all threads.
public final class Lexicon: Sendable {
  /// The release it was built from.
  public let release: TaxonomyRelease
  /// Families by identifier, items that stand in no written family included.
  public let families: [String: CompetencyFamily]
  /// SHA-256 of release, overlays and code version; part of every fingerprint.
  public let digest: String
  private let familyOfCode: [OGRCode: String]

  /// - Parameters:
  ///   - release: the taxonomy.
  ///   - overlays: written forms and families; the embedded ones by default.
  public init(release: TaxonomyRelease, overlays: Overlays) {
    self.release = release
    var families = Dictionary(overlays.families.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var familyOfCode: [OGRCode: String] = [:]
    for family in overlays.families {
      for code in family.codes where familyOfCode[code] == nil { familyOfCode[code] = family.id }
    }
    for item in release.competencies where familyOfCode[item.code] == nil {
      let id = "ogr-\(item.code)"
      familyOfCode[item.code] = id
      families[id] = CompetencyFamily(
        id: id, label: item.label, kind: CompetencyFamily.Kind(item), codes: [item.code])
    }
    self.families = families
    self.familyOfCode = familyOfCode
    digest = release.digest
  }

  /// The family an item counts for; `nil` when the release does not hold the item.
  public func family(of code: OGRCode) -> String? { familyOfCode[code] }
}

extension CompetencyFamily.Kind {
  /// The kind of the family an item makes when it stands alone.
  public init(_ item: Competency) {
    switch (item.nature, item.kind) {
    case (.credential, _): self = .credential
    case (.software, _): self = .tool
    case (.language, _): self = .language
    case (_, .knowHow), (_, .macro): self = .knowHow
    case (_, .softSkill): self = .softSkill
    case (_, .knowledge): self = .knowledge
    }
  }
}
