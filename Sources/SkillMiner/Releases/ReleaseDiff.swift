public import Taxonomy

/// What changed between two releases of the ROME.
public struct ReleaseDiff: Sendable {
  /// Name of the earlier release.
  public let old: String
  /// Name of the later one.
  public let new: String
  /// Cards; the place is the card of version 3 they descend from.
  public let occupations: ItemDiff<ROMECode>
  /// Job titles; the place is their card.
  public let appellations: ItemDiff<OGRCode>
  /// Items; the place is kind and category.
  public let competencies: ItemDiff<OGRCode>
  /// Links of cards and items, added and removed.
  public let links: (added: Int, removed: Int)
  /// Links that the later release calls *Émergente* and the earlier one did not, by card, then item.
  public let emerging: [CompetencyLink]

  /// Compares two releases.
  public init(from old: TaxonomyRelease, to new: TaxonomyRelease) {
    self.old = old.name
    self.new = new.name
    func cards(_ release: TaxonomyRelease) -> [ItemDiff<ROMECode>.Item] {
      release.occupations.map { .init(id: $0.code, label: $0.label, place: $0.parent.value) }
    }
    occupations = ItemDiff(from: cards(old), to: cards(new))
    func titles(_ release: TaxonomyRelease) -> [ItemDiff<OGRCode>.Item] {
      release.appellations.map { .init(id: $0.code, label: $0.label, place: $0.occupation.value) }
    }
    appellations = ItemDiff(from: titles(old), to: titles(new))
    func items(_ release: TaxonomyRelease) -> [ItemDiff<OGRCode>.Item] {
      release.competencies.map {
        .init(id: $0.code, label: $0.label, place: "\($0.kind.rawValue) | \($0.category)")
      }
    }
    competencies = ItemDiff(from: items(old), to: items(new))
    struct Pair: Hashable {
      let occupation: ROMECode
      let competency: OGRCode
    }
    func pairs(_ links: some Sequence<CompetencyLink>) -> Set<Pair> {
      Set(links.map { Pair(occupation: $0.occupation, competency: $0.competency) })
    }
    let (before, after) = (pairs(old.links), pairs(new.links))
    links = (after.subtracting(before).count, before.subtracting(after).count)
    let known = pairs(old.links.filter { $0.weight == .emerging })
    emerging = new.links.filter {
      $0.weight == .emerging && !known.contains(Pair(occupation: $0.occupation, competency: $0.competency))
    }
  }
}

/// What changed between two releases of ESCO.
public struct ESCODiff: Sendable {
  /// Name of the earlier release.
  public let old: String
  /// Name of the later one.
  public let new: String
  /// Skills and knowledge; the place says kind, and whether it was withdrawn.
  public let skills: ItemDiff<ESCOURI>
  /// Occupations; the place is the ISCO-08 group, and whether it was withdrawn.
  public let occupations: ItemDiff<ESCOURI>

  /// Compares two releases.
  public init(from old: ESCORelease, to new: ESCORelease) {
    self.old = old.name
    self.new = new.name
    func skills(_ release: ESCORelease) -> [ItemDiff<ESCOURI>.Item] {
      release.skills.map {
        .init(id: $0.uri, label: $0.label, place: $0.kind.rawValue + ($0.isObsolete ? " (retirée)" : ""))
      }
    }
    self.skills = ItemDiff(from: skills(old), to: skills(new))
    func occupations(_ release: ESCORelease) -> [ItemDiff<ESCOURI>.Item] {
      release.occupations.map {
        .init(id: $0.uri, label: $0.label, place: $0.iscoGroup + ($0.isObsolete ? " (retiré)" : ""))
      }
    }
    self.occupations = ItemDiff(from: occupations(old), to: occupations(new))
  }
}
