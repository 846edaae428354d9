/// An occupation card of the ROME (fiche métier).
public struct Occupation: Hashable, Sendable {
  /// The card’s code.
  public let code: ROMECode
  /// Title of the card.
  public let label: String
  /// The ROME v3 card this one descends from; itself when it did not change.
  public let parent: ROMECode

  /// A card.
  public init(code: ROMECode, label: String, parent: ROMECode) {
    self.code = code
    self.label = label
    self.parent = parent
  }
}

/// A job title that leads to an occupation card.
public struct Appellation: Hashable, Sendable {
  /// Number of the title.
  public let code: OGRCode
  /// Masculine and feminine, as in *Cariste / Conductrice de chariot*.
  public let label: String
  /// Short form; the long one where there is none.
  public let shortLabel: String
  /// The card it leads to.
  public let occupation: ROMECode

  /// A title of a card.
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

  /// The card that asks.
  public let occupation: ROMECode
  /// The item asked for.
  public let competency: OGRCode
  /// How central it is.
  public let weight: Weight

  /// A link.
  public init(occupation: ROMECode, competency: OGRCode, weight: Weight) {
    self.occupation = occupation
    self.competency = competency
    self.weight = weight
  }
}

/// A close occupation, by order of closeness (`rubrique_mobilite`).
public struct MobilityLink: Hashable, Sendable {
  /// Where one comes from.
  public let from: ROMECode
  /// Where one can go.
  public let to: ROMECode
  /// 1 is closest.
  public let rank: Int

  /// A step from one card to another.
  public init(from: ROMECode, to: ROMECode, rank: Int) {
    self.from = from
    self.to = to
    self.rank = rank
  }
}
