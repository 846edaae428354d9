public import Taxonomy

/// One job advertisement in the product's common shape, after cleaning and redaction. Absent means unknown.
public struct JobOffer: Hashable, Sendable {
  /// A competency the employer ticked in a form, as France Travail delivers them.
  public struct DeclaredCompetency: Hashable, Sendable {
    public let code: OGRCode?
    public let label: String
    /// `true` required (E), `false` desired (S), `nil` unknown.
    public let required: Bool?

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
  public var title: String
  /// Plain text: HTML and entities resolved, contact data redacted.
  public var description: String
  public var created: CalendarDate?
  public var updated: CalendarDate?
  /// As the source gives it, possibly a v3 code.
  public var occupation: ROMECode?
  public var occupationLabel: String?
  public var appellation: String?
  /// Place as the source writes it, as in `32 - GIMONT`.
  public var place: String?
  public var postcode: String?
  /// INSEE code.
  public var commune: String?
  public var latitude: Double?
  public var longitude: Double?
  /// The recruiter; never printed in a public fiche.
  public var employer: String?
  /// NAF code or division as the source gives it (`47.11F`, `47`).
  public var naf: String?
  public var sectorLabel: String?
  public var contract: String?
  public var experience: String?
  public var qualification: String?
  public var declared: [DeclaredCompetency]
  public var softSkills: [String]
  public var trainings: [String]
  public var languages: [String]
  public var licences: [String]
  public var positions: Int?
  public var url: String?

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
