/// An occupation card of the ROME (fiche métier).
public struct Occupation: Hashable, Sendable {
  public let code: ROMECode
  public let label: String
  /// The ROME v3 card this one descends from; itself when it did not change.
  public let parent: ROMECode

  public init(code: ROMECode, label: String, parent: ROMECode) {
    self.code = code
    self.label = label
    self.parent = parent
  }
}

/// A job title that leads to an occupation card.
public struct Appellation: Hashable, Sendable {
  public let code: OGRCode
  /// Masculine and feminine, as in *Cariste / Conductrice de chariot*.
  public let label: String
  public let shortLabel: String
  public let occupation: ROMECode

  public init(code: OGRCode, label: String, shortLabel: String, occupation: ROMECode) {
    self.code = code
    self.label = label
    self.shortLabel = shortLabel
    self.occupation = occupation
  }
}

/// An occupation asks for a competency, according to the taxonomy.
public struct CompetencyLink: Hashable, Sendable {
  /// Official weight of the link (`coeur_metier`).
  public enum Weight: String, Sendable {
    case ordinary = ""
    case principal = "Principale"
    case emerging = "Émergente"
  }

  public let occupation: ROMECode
  public let competency: OGRCode
  public let weight: Weight

  public init(occupation: ROMECode, competency: OGRCode, weight: Weight) {
    self.occupation = occupation
    self.competency = competency
    self.weight = weight
  }
}

/// A close occupation, by order of closeness (`rubrique_mobilite`).
public struct MobilityLink: Hashable, Sendable {
  public let from: ROMECode
  public let to: ROMECode
  /// 1 is closest.
  public let rank: Int

  public init(from: ROMECode, to: ROMECode, rank: Int) {
    self.from = from
    self.to = to
    self.rank = rank
  }
}
