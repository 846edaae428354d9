public import Taxonomy

/// One job advertisement in the product's common shape, after cleaning and redaction. Absent means unknown.
public struct JobOffer: Hashable, Sendable {
  /// A competency the employer ticked in a form, as France Travail delivers them.
  public struct DeclaredCompetency: Hashable, Sendable {
    /// Item of the ROME, when the feed gives one.
    public let code: OGRCode?
    /// Wording of the feed.
    public let label: String
    /// `true` required (E), `false` desired (S), `nil` unknown.
    public let required: Bool?

    /// A ticked competency.
    public init(code: OGRCode?, label: String, required: Bool?) {
      self.code = code
      self.label = label
      self.required = required
    }
  }

  /// Identifier given by the source; unique within a source.
  public var id: String
  /// Name of the feed.
  public var source: String
  /// Title of the advertisement, clean and redacted.
  public var title: String
  /// Plain text: HTML and entities resolved, contact data redacted.
  public var description: String
  /// Day the advertisement was first published.
  public var created: CalendarDate?
  /// Day of its last change.
  public var updated: CalendarDate?
  /// As the source gives it, possibly a v3 code.
  public var occupation: ROMECode?
  /// Label of `occupation` in the feed’s release.
  public var occupationLabel: String?
  /// Job title within the occupation, in the words of the ROME.
  public var appellation: String?
  /// Place as the source writes it, as in `32 - GIMONT`.
  public var place: String?
  /// Postal code, five digits.
  public var postcode: String?
  /// INSEE code.
  public var commune: String?
  /// Degrees north (WGS 84).
  public var latitude: Double?
  /// Degrees east (WGS 84).
  public var longitude: Double?
  /// The recruiter; never printed in a public fiche.
  public var employer: String?
  /// NAF code or division as the source gives it (`47.11F`, `47`).
  public var naf: String?
  /// Sector in the words of the feed.
  public var sectorLabel: String?
  /// Kind of contract as the source writes it (`CDI`).
  public var contract: String?
  /// Experience asked for, as the source writes it.
  public var experience: String?
  /// Level of the post, as the source writes it.
  public var qualification: String?
  /// Competencies ticked by the employer.
  public var declared: [DeclaredCompetency]
  /// Savoir-être ticked by the employer.
  public var softSkills: [String]
  /// Diplomas or trainings asked for.
  public var trainings: [String]
  /// Languages asked for.
  public var languages: [String]
  /// Driving licences asked for.
  public var licences: [String]
  /// Number of posts.
  public var positions: Int?
  /// Page of the advertisement.
  public var url: String?

  /// An offer of which only this much is known.
  public init(id: String, source: String, title: String, description: String) {
    self.id = id
    self.source = source
    self.title = title
    self.description = description
    declared = []
    softSkills = []
    trainings = []
    languages = []
    licences = []
  }
}
